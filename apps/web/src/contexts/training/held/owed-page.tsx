import { trainingCauses } from '@changming/domain/training';
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
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { PersonDrawer } from './person-drawer.tsx';
import { owedQuery, type TrainingOwing } from './queries.ts';

const route = getRouteApi('/desk/training/owed');
type Row = TrainingOwing & { readonly id: string };

/** 岗前培训: who may not work yet, and what is missing. */
export function OwedPage() {
  const { t } = useTranslation('training');
  const { person, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(owedQuery(search));
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
      <PageHeader title={t('held.owed.title')} lead={t('held.owed.lead')} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Row>
        name="training.owed"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ personId }) => void navigate({ search: { ...search, person: personId } })}
        empty={<EmptyState title={t('held.owed.empty')} next={t('held.owed.emptyNext')} />}
      />
      <PersonDrawer personId={person ?? null} onClose={() => void navigate({ search })} />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<Row>[] {
  return [
    {
      id: 'person',
      title: t('held.owed.person'),
      width: 128,
      render: ({ name, staffNo }) => (staffNo === null ? name : `${name} ${staffNo}`),
    },
    { id: 'unit', title: t('held.unit'), width: 168, render: ({ unit }) => unit },
    { id: 'cause', title: t('held.owed.cause'), width: 88, render: ({ cause }) => t(`causes.${cause}`) },
    { id: 'causeOn', title: t('held.owed.causeOn'), width: 112, render: ({ causeOn }) => causeOn },
    { id: 'levels', title: t('held.owed.levels'), render: ({ levels }) => levels.map((level) => levelOf(level, t)).join('；') },
    { id: 'dueOn', title: t('held.owed.dueOn'), width: 112, render: ({ dueOn }) => dueOn },
    { id: 'standing', title: t('held.owed.standing'), width: 112, render: (row) => <Standing row={row} /> },
  ];
}

function levelOf({ level, metOn, hours, hoursOwed }: Row['levels'][number], t: TFunction<'training'>): string {
  const name = t(`levels.${level}`);
  return metOn === null ? t('held.owed.levelOpen', { level: name, hours, owed: hoursOwed }) : t('held.owed.levelDone', { level: name });
}

function Standing({ row: { passedOn, dueOn } }: { readonly row: Row }) {
  const { t } = useTranslation('training');
  if (passedOn !== null) return <StatusTag tone="done">{t('held.owed.may')}</StatusTag>;
  const late = dueOn < dayOf(new Date());
  return <StatusTag tone={late ? 'alert' : 'waiting'}>{t(late ? 'held.owed.overdue' : 'held.owed.mayNot')}</StatusTag>;
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  const causes = trainingCauses.map((value) => ({ value, label: t(`causes.${value}`) }));
  return [
    { name: 'cause', label: t('held.owed.cause'), control: <Select mode="multiple" allowClear options={causes} /> },
    { name: 'all', label: t('held.owed.standing'), control: <Flag label={t('held.owed.all')} /> },
  ];
}
