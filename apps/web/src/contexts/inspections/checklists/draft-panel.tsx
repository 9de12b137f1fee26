import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type ChecklistDetail, type ChecklistItem, draftChecklist, useInspectionAct } from '../checklist-queries.ts';
import { ItemForm } from './item-form.tsx';
import { ItemsTable } from './items-table.tsx';
import { moved, without, withItem } from './reorder.ts';

/** 草稿: the own items. Each change is kept at once; nobody is asked anything of it before it is published. */
export function DraftPanel({ found }: { readonly found: ChecklistDetail }) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const [editing, setEditing] = useState<ChecklistItem | 'new' | null>(null);
  const keep = useInspectionAct(draftChecklist);
  const { id, version, name, nameEn, draft } = found;
  const keeping = (items: readonly ChecklistItem[]) => ({ id, version, name, nameEn, items: [...items] });
  const put = (items: readonly ChecklistItem[]) =>
    keep.mutate(keeping(items), { onError: (error) => void message.error(sentenceOf(error)) });
  const lead = t(found.baseId === null ? 'desk.checklist.draftLead' : 'desk.checklist.extensionLead');
  return (
    <Panel lead={t(found.changed ? 'desk.checklist.draftChanged' : 'desk.checklist.draftSame', { lead })}>
      <ItemsTable
        items={draft}
        empty={{ title: t('desk.checklist.noItems'), next: t('desk.checklist.noItemsNext') }}
        acts={(item, at) => (
          <ItemActs
            busy={keep.isPending}
            first={at === 0}
            last={at === draft.length - 1}
            onEdit={() => setEditing(item)}
            onMove={(by) => put(moved(draft, at, by))}
            onDrop={() => put(without(draft, item.code))}
          />
        )}
      />
      <Button icon={<PlusOutlined />} className="checklist-add" onClick={() => setEditing('new')}>
        {t('desk.item.add')}
      </Button>
      {editing !== null && (
        <ItemForm
          item={editing === 'new' ? null : editing}
          code={editing === 'new' ? found.nextItemCode : editing.code}
          unitId={found.unitId}
          busy={keep.isPending}
          error={keep.error}
          onFinish={(item) => keep.mutate(keeping(withItem(draft, item)), { onSuccess: () => setEditing(null) })}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

type ItemActsProps = {
  readonly busy: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrop: () => void;
};

function ItemActs({ busy, first, last, onEdit, onMove, onDrop }: ItemActsProps) {
  const { t } = useTranslation('inspections');
  const quiet = { type: 'text', size: 'small' } as const;
  return (
    <>
      <Button {...quiet} icon={<ArrowUpOutlined />} aria-label={t('desk.item.up')} disabled={busy || first} onClick={() => onMove(-1)} />
      <Button {...quiet} icon={<ArrowDownOutlined />} aria-label={t('desk.item.down')} disabled={busy || last} onClick={() => onMove(1)} />
      <Button {...quiet} icon={<EditOutlined />} aria-label={t('desk.item.edit')} disabled={busy} onClick={onEdit} />
      <Button {...quiet} icon={<DeleteOutlined />} aria-label={t('desk.item.drop')} disabled={busy} onClick={onDrop} />
    </>
  );
}
