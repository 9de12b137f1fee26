import { PlusOutlined } from '@ant-design/icons';
import { sheetKinds } from '@changming/domain/points';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
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
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { CreateSheet } from '../components/create-sheet.tsx';
import { SheetDrawer } from '../components/sheet-drawer.tsx';
import { pictureAddress, type Sheet, sheetsQuery } from '../sheet-queries.ts';
import '../components/sheets.css';

const route = getRouteApi('/desk/points/sheets');

/** 图纸: floor plans, layouts, escape routes, fire equipment; each print answers whether it still holds. */
export function SheetsPage() {
  const { t } = useTranslation('points');
  const { sheet, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(sheetsQuery(search));
  const create = mayAnywhere(me, 'points.edit') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('desk.sheets.create')}
    </Button>
  ) : null;
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
      <PageHeader title={t('desk.sheets.title')} lead={t('desk.sheets.lead')} actions={create} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Sheet>
        name="points.sheets"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => void navigate({ search: { ...search, sheet: id } })}
        empty={<EmptyState title={t('desk.sheets.empty')} next={t('desk.sheets.emptyNext')} />}
      />
      <SheetDrawer sheetId={sheet ?? null} onClose={() => void navigate({ search })} />
      {creating && (
        <CreateSheet
          unitId={search.unitId ?? null}
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate({ search: { ...search, sheet: id } })}
        />
      )}
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'points'>): DataColumn<Sheet>[] {
  return [
    { id: 'name', title: t('desk.name'), width: 176, render: ({ name }) => name },
    { id: 'picture', title: t('desk.sheets.picture'), width: 104, render: (sheet) => <Thumb sheet={sheet} /> },
    { id: 'kind', title: t('desk.sheets.kind'), width: 124, render: ({ kind }) => t(`sheetKinds.${kind}`) },
    {
      id: 'unit',
      title: both(t('desk.unit'), t('desk.sheets.point')),
      width: 192,
      render: ({ unit, point }) => <TwoLines first={unit} second={point ?? t('desk.sheets.wholeUnit')} />,
    },
    { id: 'version', title: t('desk.sheets.version'), width: 130, render: (sheet) => <Version sheet={sheet} t={t} /> },
    { id: 'issuedOn', title: t('desk.sheets.issuedOn'), width: 116, render: ({ issuedOn }) => issuedOn ?? '—' },
  ];
}

function Thumb({ sheet: { evidenceId, name } }: { readonly sheet: Sheet }) {
  return evidenceId === null ? '—' : <img className="sheet-thumb" src={pictureAddress(evidenceId, 'thumb')} alt={name} loading="lazy" />;
}

function Version({ sheet: { number, closedOn }, t }: { readonly sheet: Sheet; readonly t: TFunction<'points'> }) {
  if (closedOn !== null) return <StatusTag tone="neutral">{t('sheetStates.withdrawn')}</StatusTag>;
  if (number === null) return <StatusTag tone="alert">{t('desk.sheets.noPicture')}</StatusTag>;
  return <StatusTag tone="done">{t('desk.sheets.versionNo', { number })}</StatusTag>;
}

function fieldsOf(t: TFunction<'points'>): QueryField[] {
  const kinds = sheetKinds.map((kind) => ({ value: kind, label: t(`sheetKinds.${kind}`) }));
  return [
    { name: 'kind', label: t('desk.sheets.kind'), control: <Select mode="multiple" allowClear maxTagCount="responsive" options={kinds} /> },
    { name: 'withdrawn', label: t('desk.state'), control: <Withdrawn label={t('desk.withClosed')} /> },
  ];
}

type FlagProps = {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (on: boolean | undefined) => void;
  readonly label: string;
};

function Withdrawn({ id, value = false, onChange, label }: FlagProps) {
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      onChange={(event) => onChange?.(event.target.checked ? true : undefined)}
    >
      {label}
    </Checkbox>
  );
}
