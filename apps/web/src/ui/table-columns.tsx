import { ConfigProvider, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';

import type { DataColumn, DataTableProps } from './data-table.tsx';

/** Our columns as antd wants them: the first one opens the record, the last one holds the acts and stays in view. */
export function tableColumns<Row extends { readonly id: string }>(
  shown: readonly DataColumn<Row>[],
  { onOpen, acts }: Pick<DataTableProps<Row>, 'onOpen' | 'acts'>,
  operations: string,
): TableColumnType<Row>[] {
  const columns = shown.map(
    ({ id, title, render, width, numeric = false }, at): TableColumnType<Row> => ({
      key: id,
      title,
      ellipsis: true,
      ...(width === undefined ? {} : { width }),
      ...(numeric ? { align: 'right', className: 'data-table__numeric' } : {}),
      render: (_, row) => (at === 0 && onOpen !== undefined ? <Handle onOpen={() => onOpen(row)}>{render(row)}</Handle> : render(row)),
    }),
  );
  if (acts === undefined) return columns;
  const last: TableColumnType<Row> = {
    key: 'acts',
    title: operations,
    fixed: 'end',
    width: acts.width,
    render: (_, row) => (
      <ConfigProvider componentSize="small">
        <div className="data-table__acts">{acts.of(row)}</div>
      </ConfigProvider>
    ),
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
