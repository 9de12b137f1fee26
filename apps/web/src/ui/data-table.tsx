import { Table } from 'antd';
import type { Key, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { TableBar } from './table-bar.tsx';
import { tableColumns } from './table-columns.tsx';
import { TableFoot } from './table-foot.tsx';
import { useTableSettings } from './table-settings.ts';
import { height } from './tokens.ts';
import './data-table.css';

/** A list that grows by its cursor, as `useKeyset` gives it. */
export type KeysetList<Row> = {
  readonly rows: readonly Row[];
  readonly total: { readonly count: number; readonly capped: boolean } | null;
  /** More was found by words than is listed. */
  readonly tooMany?: boolean;
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

/** `acts` are the batch acts, shown when something is selected. */
export type TableSelection = { readonly ids: readonly string[]; readonly onChange: (ids: string[]) => void; readonly acts: ReactNode };

export type DataTableProps<Row extends { readonly id: string }> = {
  /** Names the settings kept on this device: `hazards.ledger`. */
  readonly name: string;
  /** The first column always stays. */
  readonly columns: readonly DataColumn<Row>[];
  readonly list: KeysetList<Row>;
  /** Opens the record; the first column becomes the handle. */
  readonly onOpen?: (row: Row) => void;
  /** 操作 at the right edge, always in view. */
  readonly acts?: { readonly width: number; readonly of: (row: Row) => ReactNode };
  readonly selection?: TableSelection;
  /** Above the table at the left: 新建, 导出. */
  readonly toolbar?: ReactNode;
  readonly empty?: ReactNode;
};

const sizes = { loose: 'large', middle: 'middle', compact: 'small' } as const;

export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>) {
  const { name, columns, list, selection, acts } = props;
  const { t } = useTranslation('shell');
  const settings = useTableSettings(name, hiddenAtFirst(columns));
  const shown = columns.filter(({ id }, at) => at === 0 || !settings.hidden.has(id));

  if (list.error !== null && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.onRefresh} />;
  return (
    <section className="data-table" ref={props.onOpen === undefined && acts === undefined ? scrollable : null}>
      <TableBar {...props} settings={settings} />
      <Table<Row>
        rowKey="id"
        size={sizes[settings.density]}
        columns={tableColumns(shown, props, t('actions.operations'))}
        dataSource={list.rows}
        loading={list.loading}
        pagination={false}
        sticky={{ offsetHeader: height.header }}
        scroll={{ x: shown.reduce((sum, { width = 200 }) => sum + width, acts?.width ?? 0) }}
        locale={{ emptyText: <Nothing {...props} /> }}
        {...(selection === undefined ? {} : { rowSelection: rowSelectionOf(selection) })}
      />
      <TableFoot list={list} />
    </section>
  );
}

/** Where nothing within can be reached by keyboard, the table itself can, so that its far columns are scrolled to. */
function scrollable(section: HTMLElement | null): void {
  section?.querySelector('.ant-table-body')?.setAttribute('tabindex', '0');
}

function hiddenAtFirst(columns: readonly Pick<DataColumn<never>, 'id' | 'hiddenAtFirst'>[]): string[] {
  return columns.filter((column) => column.hiddenAtFirst).map(({ id }) => id);
}

function rowSelectionOf({ ids, onChange }: TableSelection) {
  return { selectedRowKeys: [...ids], onChange: (keys: readonly Key[]) => onChange(keys.map(String)) };
}

/** While the first rows are on their way there is nothing to say yet. */
function Nothing({ list, empty }: { readonly list: { readonly loading: boolean }; readonly empty?: ReactNode }) {
  const { t } = useTranslation('shell');
  if (list.loading) return ' ';
  return empty ?? <EmptyState title={t('table.empty')} next={t('table.emptyNext')} />;
}
