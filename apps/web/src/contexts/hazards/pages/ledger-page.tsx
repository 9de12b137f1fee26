import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DataTable, type TableSelection } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { BatchAssign } from '../components/batch-assign.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { ledgerColumns } from '../components/ledger-columns.tsx';
import { LedgerDocument } from '../components/ledger-document.tsx';
import { ledgerFields } from '../components/ledger-fields.tsx';
import { SavedViews } from '../components/saved-views.tsx';
import { StageTabs } from '../components/stage-tabs.tsx';
import { barOf, searchOfBar } from '../ledger-bar.ts';
import { type LedgerSearch, queryOf } from '../ledger-search.ts';
import { type HazardSummary, ledgerQuery } from '../queries.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards');

/** 隐患台账. The address holds the unit, every condition and the record that is open. */
export function LedgerPage() {
  const { t } = useTranslation('hazards');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: LedgerSearch) => void navigate({ search: next });
  const me = useMe();
  const fields = useMemo(() => ledgerFields(t), [t]);
  const bar = useMemo(() => barOf(search), [search]);
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) => go({ ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false })}
        />
      }
    >
      <PageHeader
        title={t('desk.ledger.title')}
        lead={t('desk.ledger.lead')}
        actions={
          <>
            {mayAnywhere(me, 'hazards.export') && <LedgerDocument search={search} />}
            {mayAnywhere(me, 'hazards.saveView') && <SavedViews search={search} onOpen={go} />}
          </>
        }
      />
      <StageTabs search={search} onChoose={(chosen) => go({ ...search, ...chosen })} />
      <QueryBar fields={fields} values={bar} onSearch={(values) => go(searchOfBar(values))} />
      <Ledger search={search} onOpen={(hazard) => go({ ...search, hazard })} />
      <HazardDrawer hazardId={search.hazard ?? null} onClose={() => go({ ...search, hazard: undefined })} />
    </SplitPage>
  );
}

type LedgerProps = { readonly search: LedgerSearch; readonly onOpen: (hazardId: string) => void };

function Ledger({ search, onOpen }: LedgerProps) {
  const { t } = useTranslation('hazards');
  const me = useMe();
  const list = useKeyset(ledgerQuery(queryOf(search, me.person?.id ?? null)));
  const batch = useBatch(list.rows);
  return (
    <>
      <DataTable<HazardSummary>
        name="hazards.ledger"
        columns={ledgerColumns(t)}
        list={list}
        onOpen={({ id }) => onOpen(id)}
        acts={{ width: 104, of: ({ id, number }) => <RowActs id={id} number={number} onOpen={onOpen} /> }}
        {...(mayAnywhere(me, 'hazards.triage') ? { selection: batch.selection } : {})}
        empty={<EmptyState title={t('desk.ledger.empty')} next={t('desk.ledger.emptyNext')} />}
      />
      {batch.open && <BatchAssign rows={batch.rows} onClose={batch.close} />}
    </>
  );
}

/** Rows that are selected and still on the page, and the drawer over them. */
function useBatch(rows: readonly HazardSummary[]) {
  const { t } = useTranslation('hazards');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const chosen = rows.filter(({ id }) => ids.includes(id));
  const acts = (
    <Button type="primary" size="small" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
      {t('desk.batch.open')}
    </Button>
  );
  const selection: TableSelection = { ids: chosen.map(({ id }) => id), onChange: setIds, acts };
  const close = (anyDone: boolean) => {
    setOpen(false);
    if (anyDone) setIds([]);
  };
  return { selection, rows: chosen, open, close };
}

type RowActsProps = { readonly id: string; readonly number: string; readonly onOpen: (hazardId: string) => void };

function RowActs({ id, number, onOpen }: RowActsProps) {
  const { t } = useTranslation('hazards');
  return (
    <>
      <Button type="link" aria-label={t('desk.rowActs.viewOf', { number })} onClick={() => onOpen(id)}>
        {t('desk.rowActs.view')}
      </Button>
      <Link className="hazard-row-link" to="/hazards/$id" params={{ id }} aria-label={t('desk.rowActs.pageOf', { number })}>
        {t('desk.rowActs.page')}
      </Link>
    </>
  );
}
