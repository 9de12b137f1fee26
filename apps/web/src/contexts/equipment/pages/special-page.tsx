import { PlusOutlined } from '@ant-design/icons';
import { specialCategories, specialStandings, specialStates } from '@changming/domain/equipment';
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
import { FileButton } from '../../../ui/file-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { KeeperWords } from '../components/keeper-words.tsx';
import { SpecialDrawer } from '../components/special-drawer.tsx';
import { RegisterSpecial } from '../components/special-form.tsx';
import { specialTones } from '../look.ts';
import { type SpecialEquipment, type SpecialSearch, specialListQuery, useSpecialFile } from '../queries.ts';

const route = getRouteApi('/desk/equipment/special');

/** 特种设备台账. */
export function SpecialPage() {
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
        title={t('desk.special.title')}
        lead={t('desk.special.lead')}
        actions={<PageActs search={search} onRegister={() => setRegistering(true)} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <SpecialTable search={search} onOpen={open} />
      <SpecialDrawer equipmentId={equipment ?? null} onClose={() => void navigate({ search })} />
      {registering && <RegisterSpecial unitId={search.unitId ?? null} onClose={() => setRegistering(false)} onDone={open} />}
    </SplitPage>
  );
}

function PageActs({ search, onRegister }: { readonly search: SpecialSearch; readonly onRegister: () => void }) {
  const { t } = useTranslation('equipment');
  const me = useMe();
  const file = useSpecialFile(search);
  return (
    <>
      {mayAnywhere(me, 'equipment.export') && <FileButton file={file} label={t('desk.export')} hint={t('desk.exportHint')} />}
      {mayAnywhere(me, 'equipment.edit') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onRegister}>
          {t('desk.special.register')}
        </Button>
      )}
    </>
  );
}

function SpecialTable({ search, onOpen }: { readonly search: SpecialSearch; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('equipment');
  const list = useKeyset(specialListQuery(search));
  return (
    <DataTable<SpecialEquipment>
      name="equipment.special"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState title={t('desk.special.empty')} next={t('desk.special.emptyNext')} />}
    />
  );
}

function columnsOf(t: TFunction<'equipment'>): DataColumn<SpecialEquipment>[] {
  return [
    { id: 'name', title: t('desk.special.name'), width: 132, render: ({ name }) => name },
    { id: 'ownNo', title: t('desk.special.ownNo'), width: 104, render: ({ ownNo }) => ownNo ?? t('desk.none') },
    { id: 'category', title: t('desk.special.category'), width: 96, render: ({ category }) => t(`categories.${category}`) },
    { id: 'unit', title: t('desk.unit'), width: 148, render: ({ unit }) => unit },
    { id: 'nextDueOn', title: t('desk.special.nextDueOn'), width: 108, render: ({ nextDueOn }) => nextDueOn ?? t('desk.none') },
    {
      id: 'standing',
      title: t('desk.standing'),
      width: 136,
      render: ({ standing }) => <StatusTag tone={specialTones[standing]}>{t(`specialStandings.${standing}`)}</StatusTag>,
    },
    { id: 'keeper', title: t('desk.keeper'), width: 96, render: (machine) => <KeeperWords of={machine} /> },
    {
      id: 'registerNo',
      title: t('desk.special.registerNo'),
      width: 180,
      render: ({ registerNo, registration }) => registerNo ?? t(`registrations.${registration}`),
      hiddenAtFirst: true,
    },
    { id: 'model', title: t('desk.special.model'), width: 132, render: ({ model }) => model ?? t('desk.none'), hiddenAtFirst: true },
    {
      id: 'inspectedOn',
      title: t('desk.special.inspectedOn'),
      width: 116,
      render: ({ inspectedOn }) => inspectedOn ?? t('desk.none'),
      hiddenAtFirst: true,
    },
    {
      id: 'useFrom',
      title: t('desk.special.useFrom'),
      width: 116,
      render: ({ useFrom }) => useFrom ?? t('desk.none'),
      hiddenAtFirst: true,
    },
  ];
}

function fieldsOf(t: TFunction<'equipment'>): QueryField[] {
  const choose = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  const categories = specialCategories.map((value) => ({ value, label: t(`categories.${value}`) }));
  const standings = specialStandings.map((value) => ({ value, label: t(`specialStandings.${value}`) }));
  const states = specialStates.map((value) => ({ value, label: t(`states.${value}`) }));
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
    { name: 'standing', label: t('desk.standing'), control: choose(standings) },
    { name: 'category', label: t('desk.special.category'), control: choose(categories) },
    { name: 'state', label: t('desk.state'), control: choose(states) },
  ];
}
