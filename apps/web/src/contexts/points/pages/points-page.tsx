import { ImportOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { pointKinds } from '@changming/domain/points';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { CreatePoint } from '../components/create-point.tsx';
import { PointDrawer } from '../components/point-drawer.tsx';
import { type Point, pointsQuery, usePointsFile } from '../queries.ts';

const route = getRouteApi('/desk/points');

/** 点位: where things are checked, who answers for them, and their plates. */
export function PointsPage() {
  const { t } = useTranslation('points');
  const { point, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
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
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={<Actions search={search} onCreate={() => setCreating(true)} />} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <PointsTable search={search} onOpen={(id) => void navigate({ search: { ...search, point: id } })} />
      <PointDrawer pointId={point ?? null} onClose={() => void navigate({ search })} />
      {creating && (
        <CreatePoint
          unitId={search.unitId ?? null}
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate({ search: { ...search, point: id } })}
        />
      )}
    </SplitPage>
  );
}

type Search = Parameters<typeof pointsQuery>[0];

function Actions({ search, onCreate }: { readonly search: Search; readonly onCreate: () => void }) {
  const { t } = useTranslation('points');
  const me = useMe();
  const file = usePointsFile(search);
  return (
    <>
      {mayAnywhere(me, 'points.export') && <FileButton file={file} label={t('desk.export')} />}
      <ImportLink unitId={search.unitId} />
      <LinkButton icon={<PrinterOutlined />} to="/points/plates" search={search}>
        {t('desk.plates.open')}
      </LinkButton>
      {mayAnywhere(me, 'points.edit') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onCreate}>
          {t('desk.create')}
        </Button>
      )}
    </>
  );
}

/** For whoever may both send files and set points up. */
function ImportLink({ unitId }: Pick<Search, 'unitId'>) {
  const { t } = useTranslation('points');
  const me = useMe();
  if (!mayAnywhere(me, 'imports.run') || !mayAnywhere(me, 'points.edit')) return null;
  return (
    <LinkButton icon={<ImportOutlined />} to="/imports/new" search={{ kind: 'points', unit: unitId }}>
      {t('desk.import')}
    </LinkButton>
  );
}

function PointsTable({ search, onOpen }: { readonly search: Search; readonly onOpen: (pointId: string) => void }) {
  const { t } = useTranslation('points');
  const list = useKeyset(pointsQuery(search));
  const [ids, setIds] = useState<readonly string[]>([]);
  const acts = (
    <LinkButton type="primary" size="small" icon={<PrinterOutlined />} to="/points/plates" search={{ id: [...ids] }}>
      {t('desk.plates.openChosen')}
    </LinkButton>
  );
  return (
    <DataTable<Point>
      name="points.list"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      selection={{ ids, onChange: setIds, acts }}
      empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} action={<ImportLink unitId={search.unitId} />} />}
    />
  );
}

function columnsOf(t: TFunction<'points'>): DataColumn<Point>[] {
  return [
    { id: 'name', title: t('desk.name'), width: 156, render: ({ name, ownNo }) => (ownNo === null ? name : `${name} ${ownNo}`) },
    {
      id: 'key',
      title: t('desk.key.title'),
      width: 108,
      render: ({ keyPosition }) => (keyPosition ? <StatusTag tone="waiting">{t('desk.key.title')}</StatusTag> : '—'),
    },
    { id: 'kind', title: t('desk.kind'), width: 96, render: ({ kind }) => t(`kinds.${kind}`) },
    { id: 'unit', title: t('desk.unit'), width: 148, render: ({ unit }) => unit },
    { id: 'keeper', title: t('desk.keeper'), width: 104, render: (point) => <KeeperCell point={point} t={t} /> },
    { id: 'code', title: t('desk.code'), width: 124, render: ({ code }) => <code>{code}</code> },
    { id: 'state', title: t('desk.state'), width: 96, render: (point) => <StateTag point={point} t={t} /> },
  ];
}

type Cell = { readonly point: Point; readonly t: TFunction<'points'> };

function KeeperCell({ point: { keeper, closedOn }, t }: Cell) {
  if (keeper !== null) return keeper;
  return closedOn === null ? <StatusTag tone="alert">{t('desk.noKeeper')}</StatusTag> : '—';
}

function StateTag({ point: { closedOn }, t }: Cell) {
  return <StatusTag tone={closedOn === null ? 'done' : 'neutral'}>{t(closedOn === null ? 'desk.open' : 'desk.closed')}</StatusTag>;
}

function fieldsOf(t: TFunction<'points'>): QueryField[] {
  const kinds = pointKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  return [
    { name: 'q', label: t('desk.name'), control: <Input allowClear maxLength={40} placeholder={t('desk.searchHint')} /> },
    { name: 'kind', label: t('desk.kind'), control: <Select mode="multiple" allowClear maxTagCount="responsive" options={kinds} /> },
    { name: 'key', label: t('desk.key.title'), control: <Flag label={t('desk.key.only')} /> },
    { name: 'withoutKeeper', label: t('desk.keeper'), control: <Flag label={t('desk.withoutKeeper')} /> },
    { name: 'closed', label: t('desk.state'), control: <Flag label={t('desk.withClosed')} /> },
  ];
}

type FlagProps = {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (on: boolean | undefined) => void;
  readonly label: string;
};

function Flag({ id, value = false, onChange, label }: FlagProps) {
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
