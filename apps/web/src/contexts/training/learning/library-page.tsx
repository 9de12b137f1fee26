import { PlusOutlined } from '@ant-design/icons';
import { type LibraryKind, libraryKinds } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { newId } from '../../../api/new-id.ts';
import { unitSource } from '../../units/queries.ts';
import { ItemDrawer } from './item-drawer.tsx';
import { addItem, itemsQuery, type LibraryItem, useLearningAct } from './queries.ts';

const route = getRouteApi('/desk/training/library');

/** 学习资料. */
export function LibraryPage() {
  const { t } = useTranslation('training');
  const me = useMe();
  const { item, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(itemsQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('learning.library.title')}
        lead={t('learning.library.lead')}
        actions={
          mayAnywhere(me, 'training.keepLibrary') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('learning.library.add')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<LibraryItem>
        name="training.library"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => void navigate({ search: { ...search, item: id } })}
        empty={<EmptyState title={t('learning.library.empty')} next={t('learning.library.emptyNext')} />}
      />
      <ItemDrawer itemId={item ?? null} onClose={() => void navigate({ search })} />
      {adding && <AddItem onClose={() => setAdding(false)} />}
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<LibraryItem>[] {
  return [
    { id: 'title', title: t('learning.library.name'), render: ({ title }) => title },
    { id: 'kind', title: t('learning.library.kind'), width: 112, render: ({ kind }) => t(`libraryKinds.${kind}`) },
    { id: 'unit', title: t('learning.unit'), width: 200, render: ({ unit }) => unit },
    { id: 'from', title: t('learning.library.from'), width: 116, render: ({ from }) => from },
    {
      id: 'mustRead',
      title: t('learning.library.mustRead'),
      width: 80,
      render: ({ mustRead }) => (mustRead ? t('learning.library.mustRead') : t('learning.none')),
    },
  ];
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  return [
    {
      name: 'kind',
      label: t('learning.library.kind'),
      control: <Select mode="multiple" allowClear options={libraryKinds.map((value) => ({ value, label: t(`libraryKinds.${value}`) }))} />,
    },
    { name: 'q', label: t('learning.library.name'), control: <Input allowClear maxLength={40} /> },
  ];
}

type ItemWords = {
  readonly unit: PickedUnit;
  readonly kind: LibraryKind;
  readonly title: string;
  readonly body?: string;
  readonly link?: string;
  readonly mustRead?: boolean;
  readonly from: string;
};

function AddItem({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<ItemWords>();
  const [id] = useState(() => newId());
  const act = useLearningAct(addItem);
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  const finish = ({ unit, body = '', link, mustRead = false, ...words }: ItemWords) =>
    act.mutate(
      { id, unitId: unit.id, body, link: link || null, mustRead, ...words },
      {
        onSuccess: () => {
          void message.success(t('learning.library.added'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.library.add')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'policy' }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('learning.unit')} rules={required(t('learning.unit'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="kind" label={t('learning.library.kind')}>
        <Select options={libraryKinds.map((value) => ({ value, label: t(`libraryKinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('learning.library.name')} rules={required(t('learning.library.name'))}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="body" label={t('learning.library.body')}>
        <Input.TextArea rows={8} maxLength={50_000} />
      </Form.Item>
      <LinkField />
      <Form.Item name="from" label={t('learning.library.from')} rules={required(t('learning.library.from'))}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="mustRead" valuePropName="checked">
        <Checkbox>{t('learning.library.mustRead')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

function LinkField() {
  const { t } = useTranslation('training');
  return (
    <Form.Item name="link" label={t('learning.library.link')} extra={t('learning.library.linkHint')}>
      <Input maxLength={500} />
    </Form.Item>
  );
}
