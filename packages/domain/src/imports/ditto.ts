import { choice } from './answers.ts';
import { problemAt, type RowReader, rowReader, saidOf } from './row-reader.ts';
import type { AnswerBook } from './answers.ts';
import type { SheetCell } from './sheet.ts';
import type { TableRow } from './table.ts';
import { isDitto } from './text-keys.ts';

/** Which fields 同上 may stand in: shared ones take the value above, a row's own are asked about. */
export type DittoFields<Name extends string> = { readonly shared: ReadonlySet<Name>; readonly own: readonly Name[] };

/**
 * A reader for `row` in which 同上 has become the value of the row above where that is meant, with a warning.
 * 同上 for what is a person's own, such as the phone, is a question: two people rarely share it.
 */
export function readerWithDitto<Name extends string>(
  row: TableRow<Name>,
  above: TableRow<Name> | null,
  { book, fields }: { readonly book: AnswerBook; readonly fields: DittoFields<Name> },
): RowReader<Name> {
  const plainReader = rowReader(row, book);
  const taken = new Map<Name, SheetCell | null>();
  for (const field of [...fields.shared, ...fields.own]) {
    const cell = row.cell(field);
    if (cell === null || !isDitto(cell.text)) continue;
    takeFromAbove(plainReader, field, { above, taken, shared: fields.shared });
  }
  if (taken.size === 0) return plainReader;
  const seen: TableRow<Name> = { ...row, cell: (field) => (taken.has(field) ? (taken.get(field) ?? null) : row.cell(field)) };
  return { ...plainReader, row: seen };
}

type Taking<Name extends string> = {
  readonly above: TableRow<Name> | null;
  readonly taken: Map<Name, SheetCell | null>;
  readonly shared: ReadonlySet<Name>;
};

function takeFromAbove<Name extends string>(reader: RowReader<Name>, field: Name, { above, taken, shared }: Taking<Name>): void {
  const value = above?.cell(field) ?? null;
  const said = saidOf(reader, field);
  if (shared.has(field) && value !== null) {
    reader.warnings.push(problemAt(reader, field, 'copied_from_above'));
    taken.set(field, value);
  } else if (said === choice.above || said === choice.empty) {
    taken.set(field, said === choice.above ? value : null);
  } else {
    const candidates = [choice.above, choice.empty].map((one) => ({ value: one, label: one }));
    reader.questions.push(problemAt(reader, field, 'own_value_from_above', candidates));
    taken.set(field, null);
  }
}
