import { useTranslation } from 'react-i18next';

import type { DraftHold } from '../draft/use-draft.ts';
import type { ImportSheet } from '../queries.ts';

/** The first rows of a sheet: the header is pointed at, first line and last. */
export function HeaderChoice({ sheet: { sheet, header, preview }, hold }: { readonly sheet: ImportSheet; readonly hold: DraftHold }) {
  const { t } = useTranslation('imports');
  const chosen = hold.draft.headers[sheet] ?? null;
  const lines = chosen ?? header;
  const columns = [...new Set(preview.flatMap(({ cells }) => cells.map(({ column }) => column)))].toSorted(byColumn);
  const point = (row: number) =>
    hold.change((draft) => ({ ...draft, headers: { ...draft.headers, [sheet]: pointed(draft.headers[sheet] ?? null, row) } }));
  return (
    <div className="imports__header">
      <p className="imports__hint">
        {t('desk.sheets.headerHint')} {chosen !== null && <strong>{t('desk.sheets.headerChosen', chosen)}</strong>}
      </p>
      <div className="imports__preview" tabIndex={0} role="region" aria-label={sheet}>
        <table>
          <thead>
            <tr>
              <th>{t('desk.row')}</th>
              {columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row, cells }) => (
              <tr key={row} className={lines !== null && row >= lines.first && row <= lines.last ? 'imports__line' : undefined}>
                <th scope="row">
                  <button type="button" onClick={() => point(row)}>
                    {row}
                  </button>
                </th>
                {columns.map((column) => (
                  <td key={column}>{cells.find((cell) => cell.column === column)?.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** As many lines as a header may have. */
const mostLines = 3;

/** A first click begins a header of one line; a second one nearby below ends it. */
function pointed(before: { readonly first: number; readonly last: number } | null, row: number) {
  const goesOn = before !== null && before.first === before.last && row > before.first && row < before.first + mostLines;
  return goesOn ? { first: before.first, last: row } : { first: row, last: row };
}

function byColumn(one: string, other: string): number {
  return one.length === other.length ? Number(one > other) - Number(one < other) : one.length - other.length;
}
