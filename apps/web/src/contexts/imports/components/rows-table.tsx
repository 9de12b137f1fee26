import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type ImportRow, type Judged, rowsQuery } from '../queries.ts';
import { filled, useImportWords } from '../words.ts';

type Row = ImportRow & { readonly id: string };

/** The rows that go in, or those that were passed over with the reason. */
export function RowsTable({ batch, verdict }: { readonly batch: Judged; readonly verdict: 'ready' | 'skip' }) {
  const { t } = useTranslation('imports');
  const list = useKeyset(rowsQuery(batch, verdict));
  return (
    <DataTable<Row>
      name={`imports.${verdict}`}
      columns={useColumns(verdict)}
      list={{ ...list, rows: list.rows.map((row) => ({ ...row, id: String(row.n) })) }}
      empty={<EmptyState title={t(`desk.nothing.${verdict}`)} next={t(`desk.nothing.${verdict}Next`)} />}
    />
  );
}

function useColumns(verdict: 'ready' | 'skip'): DataColumn<Row>[] {
  const { t } = useTranslation('imports');
  const words = useRemark();
  const place: DataColumn<Row>[] = [
    { id: 'sheet', title: t('desk.sheet'), width: 200, render: ({ sheet }) => sheet },
    { id: 'row', title: t('desk.row'), width: 80, numeric: true, render: ({ row }) => row },
  ];
  const remark: DataColumn<Row> = { id: 'remark', title: t('desk.remark'), render: words };
  if (verdict === 'skip') return [...place, remark];
  return [...place, { id: 'record', title: t('desk.record'), width: 240, render: ({ title }) => title ?? '—' }, remark];
}

function useRemark(): (row: ImportRow) => string {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  return ({ detail: { warnings = [], reason, sameAs } }) => {
    const told = warnings.flatMap((each) => [words.problem(each), ...words.besides(each.candidates ?? [])]);
    const why = reason === undefined ? [] : [filled(t(`skipped.${reason}`), sameAs ?? {})];
    return [...why, ...told].join('；') || '—';
  };
}
