import { dedicatedCauses } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { PersonDrawer } from './person-drawer.tsx';
import { type DedicatedTraining, dedicatedQuery } from './queries.ts';

const route = getRouteApi('/desk/training/dedicated');

/** 专项培训: 四新、粉尘岗位、复审前学时, who owes them and how far he is. */
export function DedicatedPage() {
  const { t } = useTranslation('training');
  const { person, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(dedicatedQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) =>
            void navigate({ search: { ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader
        title={t('held.dedicated.title')}
        lead={t('held.dedicated.lead')}
        actions={<LinkButton to="/training/changes">{t('held.dedicated.changes')}</LinkButton>}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: { ...values, about: search.about } })} />
      <DataTable<DedicatedTraining>
        name="training.dedicated"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ personId }) => void navigate({ search: { ...search, person: personId } })}
        empty={<EmptyState title={t('held.dedicated.empty')} next={t('held.dedicated.emptyNext')} />}
      />
      <PersonDrawer personId={person ?? null} onClose={() => void navigate({ search })} />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<DedicatedTraining>[] {
  return [
    {
      id: 'person',
      title: t('held.owed.person'),
      width: 136,
      render: ({ name, staffNo }) => (staffNo === null ? name : `${name} ${staffNo}`),
    },
    { id: 'unit', title: t('held.unit'), width: 112, render: ({ unit }) => unit },
    { id: 'cause', title: t('held.owed.cause'), width: 104, render: ({ cause }) => t(`dedicatedCauses.${cause}`) },
    { id: 'about', title: t('held.dedicated.about'), render: ({ about }) => about ?? t('held.none') },
    {
      id: 'progress',
      title: t('held.dedicated.progress'),
      width: 72,
      numeric: true,
      render: ({ hours, hoursOwed }) => `${hours}/${hoursOwed}`,
    },
    { id: 'dueOn', title: t('held.owed.dueOn'), width: 112, render: ({ dueOn }) => dueOn },
    { id: 'standing', title: t('held.state'), width: 136, render: (row) => <Standing row={row} /> },
  ];
}

function Standing({ row: { metOn, dueOn } }: { readonly row: DedicatedTraining }) {
  const { t } = useTranslation('training');
  if (metOn !== null) return <StatusTag tone="done">{t('held.dedicated.met', { on: metOn })}</StatusTag>;
  const late = dueOn < dayOf(new Date());
  return <StatusTag tone={late ? 'alert' : 'waiting'}>{t(late ? 'held.dedicated.overdue' : 'held.dedicated.open')}</StatusTag>;
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  const causes = dedicatedCauses.map((value) => ({ value, label: t(`dedicatedCauses.${value}`) }));
  return [
    { name: 'cause', label: t('held.owed.cause'), control: <Select mode="multiple" allowClear options={causes} /> },
    { name: 'all', label: t('held.state'), control: <Flag label={t('held.dedicated.all')} /> },
  ];
}
