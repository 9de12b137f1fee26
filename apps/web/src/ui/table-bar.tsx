import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import type { DataTableProps, TableSelection } from './data-table.tsx';
import { TableTotal } from './table-foot.tsx';
import type { TableSettings } from './table-settings.ts';
import { TableTools } from './table-tools.tsx';

type TableBarProps<Row extends { readonly id: string }> = DataTableProps<Row> & { readonly settings: TableSettings };

/** Above the table: what can be done with the list, or with the rows that are selected. */
export function TableBar<Row extends { readonly id: string }>({ columns, list, selection, toolbar, settings }: TableBarProps<Row>) {
  return (
    <div className="data-table__bar">
      {selection !== undefined && selection.ids.length > 0 ? (
        <BatchBar {...selection} />
      ) : (
        <div className="data-table__toolbar">
          {toolbar}
          <TableTotal list={list} />
        </div>
      )}
      <TableTools columns={columns} settings={settings} onRefresh={list.onRefresh} />
    </div>
  );
}

function BatchBar({ ids, onChange, acts }: TableSelection) {
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
