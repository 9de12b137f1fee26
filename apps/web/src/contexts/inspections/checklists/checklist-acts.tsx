import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type ChecklistDetail, publishChecklist, retireChecklist, useChecklistFile, useInspectionAct } from '../checklist-queries.ts';
import { CreateChecklist } from './create-checklist.tsx';

type OfChecklist = { readonly found: ChecklistDetail };

/** What can be done with a checklist: taken along, extended, published, retired. */
export function ChecklistActs({ found }: OfChecklist) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const [form, setForm] = useState<'extend' | 'publish' | null>(null);
  const file = useChecklistFile(found.id);
  const edits = mayAnywhere(useMe(), 'inspections.editChecklists');
  return (
    <>
      <FileButton file={file} label={t('desk.checklist.excel')} />
      {edits && isExtensible(found) && <Button onClick={() => setForm('extend')}>{t('desk.checklist.extend')}</Button>}
      {found.mayPublish && (
        <>
          <Retire found={found} />
          <ActButton type="primary" objection={publishObjection(found)} onClick={() => setForm('publish')}>
            {t('desk.checklist.publish')}
          </ActButton>
        </>
      )}
      {form === 'extend' && (
        <CreateChecklist
          base={found}
          onClose={() => setForm(null)}
          onCreated={(checklistId) =>
            void navigate({ to: '/inspections/checklists/$checklistId', params: { checklistId }, search: { draft: 'true' } })
          }
        />
      )}
      {form === 'publish' && <PublishChecklist found={found} onClose={() => setForm(null)} />}
    </>
  );
}

function Retire({ found }: OfChecklist) {
  const { t } = useTranslation('inspections');
  const retire = useInspectionAct(retireChecklist);
  return (
    <ConfirmAct
      danger
      withReason
      objection={found.retiredOn === null ? null : refusalSentence('inspections.checklist_retired')}
      ask={t('desk.checklist.retireAsk', { name: found.name })}
      note={t('desk.checklist.retireNote')}
      onAct={(reason) => retire.mutateAsync({ id: found.id, version: found.version, reason })}
    >
      {t('desk.checklist.retire')}
    </ConfirmAct>
  );
}

/** One level deep: an extension is not extended again. */
function isExtensible({ baseId, number, retiredOn }: ChecklistDetail): boolean {
  return baseId === null && number !== null && retiredOn === null;
}

function publishObjection({ retiredOn, changed }: ChecklistDetail): string | null {
  if (retiredOn !== null) return refusalSentence('inspections.checklist_retired');
  return changed ? null : refusalSentence('inspections.checklist_unchanged');
}

/** 发布: from now on every new check asks these items; what was checked before keeps its version. */
function PublishChecklist({ found, onClose }: OfChecklist & { readonly onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ note?: string }>();
  const publish = useInspectionAct(publishChecklist);
  const finish = ({ note = '' }: { note?: string }) =>
    publish.mutate(
      { id: found.id, version: found.version, note: note.trim() === '' ? null : note.trim() },
      {
        onSuccess: ({ number, followed }) => {
          void message.success(
            t(followed === 0 ? 'desk.checklist.publishedNow' : 'desk.checklist.publishedFollowed', { number, followed }),
          );
          onClose();
          void navigate({ to: '/inspections/checklists/$checklistId', params: { checklistId: found.id }, search: {} });
        },
      },
    );
  return (
    <FormDrawer
      title={t('desk.checklist.publishTitle', { name: found.name, number: (found.number ?? 0) + 1 })}
      submit={t('desk.checklist.publish')}
      form={form}
      busy={publish.isPending}
      error={publish.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="inspections-quiet">{t('desk.checklist.publishNote')}</p>
      <Form.Item name="note" label={t('desk.checklist.note')} extra={t('desk.checklist.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
