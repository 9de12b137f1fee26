import { Button, ConfigProvider, Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { TableFoot, TableTotal } from './table-foot.tsx';
import { useTableSettings } from './table-settings.ts';
import { TableTools } from './table-tools.tsx';
import './data-table.css';

/** A list that grows by its cursor, as `useKeyset` gives it. */
export type KeysetList<Row> = {
  readonly rows: readonly Row[];
  readonly total: { readonly count: number; readonly capped: boolean } | null;
  readonly loading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
  readonly onRefresh: () => void;
};

export type DataColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** px; a column without one takes what is left. */
  readonly width?: number;
  /** Numbers and money stand at the right. */
  readonly numeric?: boolean;
  /** Waits in the column settings until it is chosen. */
  readonly hiddenAtFirst?: boolean;
};

type DataTableProps<Row extends { readonly id: string }> = {
  /** Names the settings kept on this device: `hazards.ledger`. */
  readonly name: string;
  /** The first column always stays. */
  readonly columns: readonly DataColumn<Row>[];
  readonly list: KeysetList<Row>;
  /** Opens the record; the first column becomes the handle. */
  readonly onOpen?: (row: Row) => void;
  /** 操作 at the right edge, always in view. */
  readonly acts?: { readonly width: number; readonly of: (row: Row) => ReactNode };
  readonly selection?: { readonly ids: readonly string[]; readonly onChange: (ids: string[]) => void; readonly acts: ReactNode };
  /** Above the table at the left: 新建, 导出. */
  readonly toolbar?: ReactNode;
  readonly empty?: ReactNode;
};

const sizes = { loose: 'large', middle: 'middle', compact: 'small' } as const;

export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>) {
  const { name, columns, list, selection, toolbar, empty } = props;
  const { t } = useTranslation('shell');
  const settings = useTableSettings(name, columns.filter(({ hiddenAtFirst }) => hiddenAtFirst).map(({ id }) => id));
  const shown = columns.filter(({ id }, at) => at === 0 || !settings.hidden.has(id));

  if (list.error !== null && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.onRefresh} />;
  return (
    <section className="data-table">
      <div className="data-table__bar">
        {selection !== undefined && selection.ids.length > 0 ? <BatchBar {...selection} /> : <div className="data-table__toolbar">{toolbar}<TableTotal list={list} /></div>}
        <TableTools columns={columns} settings={settings} onRefresh={list.onRefresh} />
      </div>
      <Table<Row>
        rowKey="id"
        size={sizes[settings.density]}
        columns={antdColumns(shown, props, t('actions.operations'))}
        dataSource={list.rows}
        loading={list.loading}
        pagination={false}
        sticky={{ offsetHeader: 52 }}
        scroll={{ x: shown.reduce((sum, { width = 200 }) => sum + width, props.acts?.width ?? 0) }}
        locale={{ emptyText: list.loading ? ' ' : (empty ?? <EmptyState title={t('table.empty')} next={t('table.emptyNext')} />) }}
        {...(selection === undefined
          ? {}
          : { rowSelection: { selectedRowKeys: [...selection.ids], onChange: (keys) => selection.onChange(keys.map(String)) } })}
      />
      <TableFoot list={list} />
    </section>
  );
}

function antdColumns<Row extends { readonly id: string }>(
  shown: readonly DataColumn<Row>[],
  { onOpen, acts }: Pick<DataTableProps<Row>, 'onOpen' | 'acts'>,
  operations: string,
): TableColumnType<Row>[] {
  const columns = shown.map(({ id, title, render, width, numeric = false }, at): TableColumnType<Row> => ({
    key: id,
    title,
    ellipsis: true,
    ...(width === undefined ? {} : { width }),
    ...(numeric ? { align: 'right', className: 'data-table__numeric' } : {}),
    render: (_, row) => (at === 0 && onOpen !== undefined ? <Handle onOpen={() => onOpen(row)}>{render(row)}</Handle> : render(row)),
  }));
  if (acts === undefined) return columns;
  const last: TableColumnType<Row> = {
    key: 'acts',
    title: operations,
    fixed: 'end',
    width: acts.width,
    render: (_, row) => <ConfigProvider componentSize="small"><div className="data-table__acts">{acts.of(row)}</div></ConfigProvider>,
  };
  return [...columns, last];
}

function Handle({ onOpen, children }: { readonly onOpen: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="data-table__handle" onClick={onOpen}>
      {children}
    </button>
  );
}

function BatchBar({ ids, onChange, acts }: NonNullable<DataTableProps<{ readonly id: string }>['selection']>) {
  const { t } = useTranslation('shell');
  return (
    <div className="data-table__batch" role="status">
      <strong>{t('table.selected', { count: ids.length })}</strong>
      <Button type="link" size="small" onClick={() => onChange([])}>
        {t('table.unselect')}
      </Button>
      {acts}
    </div>
  );
}
