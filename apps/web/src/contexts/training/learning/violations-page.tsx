import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons';
import { violationKinds, violationStandings } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
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
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { standingTones } from './look.ts';
import { useViolationFile, type Violation, type ViolationSearch, violationsQuery } from './queries.ts';
import { RecordViolation } from './record-violation.tsx';
import { ViolationDrawer } from './violation-drawer.tsx';
import { whereaboutsOf } from './whereabouts.ts';

const route = getRouteApi('/desk/training/violations');

/** 三违台账. */
export function ViolationsPage() {
  const { t } = useTranslation('training');
  const { violation, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [recording, setRecording] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(violationsQuery(search));
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
        title={t('learning.violations.title')}
        lead={t('learning.violations.lead')}
        actions={<PageActs search={search} onRecord={() => setRecording(true)} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Violation>
        name="training.violations"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => void navigate({ search: { ...search, violation: id } })}
        empty={<EmptyState title={t('learning.violations.empty')} next={t('learning.violations.emptyNext')} />}
      />
      <ViolationDrawer violationId={violation ?? null} onClose={() => void navigate({ search })} />
      {recording && <RecordViolation onClose={() => setRecording(false)} />}
    </SplitPage>
  );
}

function PageActs({ search, onRecord }: { readonly search: ViolationSearch; readonly onRecord: () => void }) {
  const { t } = useTranslation('training');
  const me = useMe();
  const file = useViolationFile(search);
  return (
    <>
      {mayAnywhere(me, 'training.exportViolations') && (
        <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
          {t('learning.export')}
        </Button>
      )}
      {mayAnywhere(me, 'training.recordViolation') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onRecord}>
          {t('learning.violations.record')}
        </Button>
      )}
    </>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<Violation>[] {
  return [
    { id: 'name', title: t('learning.violations.person'), width: 104, render: ({ name }) => name },
    { id: 'kind', title: t('learning.violations.kind'), width: 128, render: ({ kind }) => t(`violationKinds.${kind}`) },
    { id: 'what', title: t('learning.violations.what'), render: ({ what }) => what },
    {
      id: 'unit',
      title: t('learning.unit'),
      width: 168,
      render: (row) => [row.unit, whereaboutsOf(row, t)].filter((each) => each !== null).join(' · '),
    },
    { id: 'foundOn', title: t('learning.violations.foundOn'), width: 112, render: ({ foundOn }) => foundOn },
    { id: 'reEducateBy', title: t('learning.violations.reEducateBy'), width: 116, render: ({ reEducateBy }) => reEducateBy },
    {
      id: 'handling',
      title: t('learning.violations.handling'),
      width: 88,
      render: ({ handling }) => (handling === null ? t('learning.none') : t(`handlings.${handling}`)),
    },
    {
      id: 'standing',
      title: t('learning.violations.standing'),
      width: 124,
      render: ({ standing }) => <StatusTag tone={standingTones[standing]}>{t(`violationStandings.${standing}`)}</StatusTag>,
    },
  ];
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    {
      name: 'standing',
      label: t('learning.violations.standing'),
      control: <Select mode="multiple" allowClear options={options(violationStandings, (value) => t(`violationStandings.${value}`))} />,
    },
    {
      name: 'kind',
      label: t('learning.violations.kind'),
      control: <Select mode="multiple" allowClear options={options(violationKinds, (value) => t(`violationKinds.${value}`))} />,
    },
  ];
}
