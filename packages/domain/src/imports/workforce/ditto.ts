import { choice } from '../answers.ts';
import { problemAt, type RowReader, rowReader, saidOf } from '../row-reader.ts';
import type { AnswerBook } from '../answers.ts';
import type { SheetCell } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { isDitto } from '../text-keys.ts';
import { ownFields, type PersonField, sharedFields } from './person-fields.ts';

type Row = TableRow<PersonField>;

/**
 * A reader for `row` in which 同上 has become the value of the row above where that is meant, with a warning.
 * 同上 for what is a person's own, such as the phone, is a question: two people rarely share it.
 */
export function readerWithDitto(row: Row, above: Row | null, book: AnswerBook): RowReader<PersonField> {
  const plainReader = rowReader(row, book);
  const taken = new Map<PersonField, SheetCell | null>();
  for (const field of [...sharedFields, ...ownFields]) {
    const cell = row.cell(field);
    if (cell === null || !isDitto(cell.text)) continue;
    takeFromAbove(plainReader, field, { above, taken });
  }
  const seen: Row = { ...row, cell: (field) => (taken.has(field) ? (taken.get(field) ?? null) : row.cell(field)) };
  return { ...plainReader, row: seen };
}

type Taking = { readonly above: Row | null; readonly taken: Map<PersonField, SheetCell | null> };

function takeFromAbove(reader: RowReader<PersonField>, field: PersonField, { above, taken }: Taking): void {
  const value = above?.cell(field) ?? null;
  const said = saidOf(reader, field);
  if (sharedFields.has(field) && value !== null) {
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
