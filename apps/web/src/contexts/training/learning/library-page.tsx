import { PlusOutlined } from '@ant-design/icons';
import { libraryKinds } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { ItemDrawer } from './item-drawer.tsx';
import { AddItem } from './item-forms.tsx';
import { itemsQuery, type LibraryItem } from './queries.ts';

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
