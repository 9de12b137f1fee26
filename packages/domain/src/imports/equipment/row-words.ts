import type { Kind } from '../fields.ts';
import type { RowReader } from '../row-reader.ts';
import { cellOf, problemAt, saidOf } from '../row-reader.ts';
import type { ImportProblem } from '../problems.ts';
import { plain, tidy } from '../text-keys.ts';

/** Every cell of the known columns as it is written. */
export function wordsOfRow<Name extends string>({ row }: RowReader<Name>, kind: Kind<Name>): Readonly<Partial<Record<Name, string>>> {
  const told: Partial<Record<Name, string>> = {};
  for (const { name } of kind.fields) {
    const text = tidy(row.cell(name)?.text ?? '');
    if (text !== '' && !kind.numbering.includes(name)) told[name] = text;
  }
  return told;
}

type Choosing<Value extends string> = {
  readonly values: readonly Value[];
  readonly from: (text: string) => Value | null;
  readonly code: ImportProblem;
};

/** One of a closed list: what was said, else what the words tell; words that tell none of it, and an empty cell, are asked about. */
export function chosenBy<Name extends string, Value extends string>(
  reader: RowReader<Name>,
  field: Name,
  { values, from, code }: Choosing<Value>,
): Value | null {
  const said = values.find((value) => value === saidOf(reader, field));
  const cell = said === undefined ? cellOf(reader, field) : null;
  const found = said ?? (cell === null ? null : from(cell.text));
  if (found !== null) return found;
  const candidates = values.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, field, code, candidates));
  return null;
}

/** A number of one's own, such as `AXF-0001`: without blanks, upper case. */
export function ownNumber(text: string): string {
  return plain(text).replace(/\s/gu, '').toUpperCase();
}
