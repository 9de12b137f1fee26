import {
  fireKind,
  hazardsKind,
  pointsKind,
  risksKind,
  specialKind,
  trainingKind,
  unitsKind,
  workforceKind,
} from '@changming/domain/imports';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { columnKey } from '../draft/draft.ts';
import type { DraftHold } from '../draft/use-draft.ts';
import type { ImportKind, ImportSheet } from '../queries.ts';
import { useImportWords } from '../words.ts';

type Columns = Pick<ImportSheet, 'sheet' | 'columns'> & { /** The first row of a further header. */ readonly further: number | null };
type ColumnsTableProps = { readonly kind: ImportKind; readonly sheet: Columns; readonly hold: DraftHold; readonly edits: boolean };
type Column = ImportSheet['columns'][number];

const kinds = {
  units: unitsKind,
  workforce: workforceKind,
  points: pointsKind,
  hazards: hazardsKind,
  specialEquipment: specialKind,
  fireEquipment: fireKind,
  risks: risksKind,
  training: trainingKind,
} as const;

/** Which column tells what, with what it may mean where nothing was recognised. */
export function ColumnsTable({ kind, sheet, hold, edits }: ColumnsTableProps) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  return (
    <table className="imports__columns">
      <thead>
        <tr>
          <th>{t('desk.sheets.column')}</th>
          <th>{t('desk.sheets.label')}</th>
          <th>{t('desk.sheets.field')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.columns.map((column) => (
          <tr key={column.column}>
            <td>{column.column}</td>
            <td>{column.label}</td>
            <td>
              {edits ? <FieldChoice kind={kind} sheet={sheet} column={column} hold={hold} /> : words.field(kind, column.field ?? '—')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Stands for a column that is left out; fields have names of letters. */
const leftOut = '-';

type FieldChoiceProps = { readonly kind: ImportKind; readonly sheet: Columns; readonly column: Column; readonly hold: DraftHold };

function FieldChoice({ kind, sheet: { sheet, further }, column: { column, label, field, proposed }, hold }: FieldChoiceProps) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const key = columnKey(column, further);
  const said = hold.draft.columns[sheet]?.[key];
  const value = said === undefined ? field : said;
  const options = kinds[kind].fields.map(({ name }) => ({ value: name as string, label: words.field(kind, name) }));
  const choose = (chosen: string) =>
    hold.change((draft) => ({
      ...draft,
      columns: { ...draft.columns, [sheet]: { ...draft.columns[sheet], [key]: chosen === leftOut ? null : chosen } },
    }));
  return (
    <span className="imports__choice">
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={`${column} ${label}`}
        value={value ?? leftOut}
        options={[{ value: leftOut, label: t('desk.sheets.ignore') }, ...options]}
        onChange={choose}
      />
      {value === null && proposed !== null && (
        <button type="button" onClick={() => choose(proposed)}>
          {t('desk.sheets.maybe', { field: words.field(kind, proposed) })}
        </button>
      )}
    </span>
  );
}
