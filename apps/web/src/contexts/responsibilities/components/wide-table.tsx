import { Table, type TableProps } from 'antd';

import './responsibilities.css';

type WideTableProps<Row> = Omit<TableProps<Row>, 'pagination' | 'scroll'> & { readonly label: string; readonly width: number };

/** A table as wide as it needs, all of it at once: what does not fit is scrolled to, also by the keys. */
export function WideTable<Row extends object>({ label, width, ...table }: WideTableProps<Row>) {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={label}>
      <Table<Row> {...table} pagination={false} style={{ minWidth: width }} />
    </div>
  );
}
