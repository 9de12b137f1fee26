import { PlusOutlined } from '@ant-design/icons';
import { fireConditions, fireKinds, fireStandings } from '@changming/domain/equipment';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { FireDrawer } from '../components/fire-drawer.tsx';
import { RegisterFire } from '../components/fire-form.tsx';
import { KeeperWords } from '../components/keeper-words.tsx';
import { fireTones } from '../look.ts';
import { type FireEquipment, type FireSearch, fireListQuery, useFireFile } from '../queries.ts';

const route = getRouteApi('/desk/equipment/fire');

/** 消防器材台账. */
export function FirePage() {
  const { t } = useTranslation('equipment');
  const { equipment, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [registering, setRegistering] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const open = (id: string) => void navigate({ search: { ...search, equipment: id } });
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
        title={t('desk.fire.title')}
        lead={t('desk.fire.lead')}
        actions={<PageActs search={search} onRegister={() => setRegistering(true)} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <FireTable search={search} onOpen={open} />
      <FireDrawer equipmentId={equipment ?? null} onClose={() => void navigate({ search })} />
      {registering && <RegisterFire unitId={search.unitId ?? null} onClose={() => setRegistering(false)} onDone={open} />}
    </SplitPage>
  );
}

function PageActs({ search, onRegister }: { readonly search: FireSearch; readonly onRegister: () => void }) {
  const { t } = useTranslation('equipment');
  const me = useMe();
  const file = useFireFile(search);
  return (
    <>
      {mayAnywhere(me, 'equipment.export') && <FileButton file={file} label={t('desk.export')} hint={t('desk.exportHint')} />}
      {mayAnywhere(me, 'equipment.edit') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onRegister}>
          {t('desk.fire.register')}
        </Button>
      )}
    </>
  );
}

function FireTable({ search, onOpen }: { readonly search: FireSearch; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('equipment');
  const list = useKeyset(fireListQuery(search));
  return (
    <DataTable<FireEquipment>
      name="equipment.fire"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState title={t('desk.fire.empty')} next={t('desk.fire.emptyNext')} />}
    />
  );
}

function columnsOf(t: TFunction<'equipment'>): DataColumn<FireEquipment>[] {
  return [
    { id: 'no', title: t('desk.fire.no'), width: 104, render: ({ no }) => no ?? t('desk.none') },
    { id: 'kind', title: t('desk.fire.kind'), width: 136, render: ({ kind }) => t(`fireKinds.${kind}`) },
    {
      id: 'unit',
      title: both(t('desk.unit'), t('desk.fire.place')),
      width: 148,
      render: ({ unit, place, point }) => <TwoLines first={unit} second={place ?? point} />,
    },
    {
      id: 'standing',
      title: t('desk.standing'),
      width: 136,
      render: ({ standing }) => <StatusTag tone={fireTones[standing]}>{t(`fireStandings.${standing}`)}</StatusTag>,
    },
    {
      id: 'condition',
      title: t('desk.fire.condition'),
      width: 96,
      render: ({ condition }) => t(`conditions.${condition}`),
      hiddenAtFirst: true,
    },
    {
      id: 'dueOn',
      title: both(t('desk.fire.serviceDueOn'), t('desk.fire.scrapDueOn')),
      width: 124,
      render: ({ serviceDueOn, scrapDueOn }) => <TwoLines first={serviceDueOn ?? t('desk.none')} second={scrapDueOn ?? t('desk.none')} />,
    },
    { id: 'checked', title: t('desk.fire.checked'), width: 128, render: (piece) => checkedOf(piece, t) },
    { id: 'keeper', title: t('desk.keeper'), width: 96, render: (piece) => <KeeperWords of={piece} /> },
    { id: 'model', title: t('desk.fire.model'), width: 116, render: ({ model }) => model ?? t('desk.none'), hiddenAtFirst: true },
    { id: 'madeOn', title: t('desk.fire.madeOn'), width: 112, render: ({ madeOn }) => madeOn ?? t('desk.none'), hiddenAtFirst: true },
  ];
}

function checkedOf({ checkedOn, checkDueOn }: FireEquipment, t: TFunction<'equipment'>): string {
  if (checkedOn !== null) return t('desk.fire.checkedOn', { on: checkedOn.slice(5) });
  return checkDueOn === null ? t('desk.fire.notOwed') : t('desk.fire.checkDue', { on: checkDueOn.slice(5) });
}

function fieldsOf(t: TFunction<'equipment'>): QueryField[] {
  const choose = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  const kinds = fireKinds.map((value) => ({ value, label: t(`fireKinds.${value}`) }));
  const standings = fireStandings.map((value) => ({ value, label: t(`fireStandings.${value}`) }));
  const conditions = fireConditions.map((value) => ({ value, label: t(`conditions.${value}`) }));
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
    { name: 'standing', label: t('desk.standing'), control: choose(standings) },
    { name: 'kind', label: t('desk.fire.kind'), control: choose(kinds) },
    { name: 'condition', label: t('desk.fire.condition'), control: choose(conditions) },
    { name: 'missedOn', label: t('desk.misses.filter'), control: <DayPicker /> },
    { name: 'unchecked', label: t('desk.fire.checked'), control: <Flag label={t('desk.fire.unchecked')} /> },
  ];
}
