import type { ImportProblem } from '../problems.ts';
import { problemAt } from '../row-reader.ts';
import { plain } from '../text-keys.ts';
import type { Source } from '../verdict.ts';
import { workforceKind, type PersonField } from './person-fields.ts';
import type { PersonRow } from './person-row.ts';

/**
 * Finds rows that speak of one person, and rows that share a number they cannot share. A row that repeats an earlier one word for word
 * is a duplicate; rows that contradict each other are all asked about, since nothing tells which is right.
 */
export function findSamePersons(rows: readonly PersonRow[]): ReadonlyMap<PersonRow, Source> {
  const duplicates = repeatedRows(rows);
  const left = rows.filter((row) => !duplicates.has(row));
  for (const sharing of groupsBy(left, ({ identityNumber }) => identityNumber)) {
    const one = new Set(sharing.map(({ staffNo }) => staffNo)).size === 1;
    askAll(sharing, one ? 'staffNo' : 'identity', one ? 'person_twice' : 'identity_shared');
  }
  for (const sharing of groupsBy(left, ({ staffNo }) => staffNo)) {
    const identities = new Set(sharing.map(({ identityNumber }) => identityNumber));
    if (identities.size === 1 && !identities.has(null)) continue;
    const oneName = new Set(sharing.map(({ name }) => name)).size === 1;
    askAll(sharing, 'staffNo', oneName ? 'person_twice' : 'staff_no_shared');
  }
  return duplicates;
}

function groupsBy(rows: readonly PersonRow[], key: (row: PersonRow) => string | null): readonly (readonly PersonRow[])[] {
  const groups = Map.groupBy(rows, key);
  groups.delete(null);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Rows that say the same in every column but the numbering. A row with neither 工号 nor identity number is no duplicate of a namesake. */
function repeatedRows(rows: readonly PersonRow[]): ReadonlyMap<PersonRow, Source> {
  const first = new Map<string, Source>();
  const repeated = new Map<PersonRow, Source>();
  for (const row of rows) {
    if (row.staffNo === null && row.identityNumber === null) continue;
    const words = wordsOf(row);
    const before = first.get(words);
    if (before === undefined) first.set(words, row.reader.row.source);
    else repeated.set(row, before);
  }
  return repeated;
}

function wordsOf({ reader, staffNo, identityNumber, name, draft }: PersonRow): string {
  if (draft !== null) return JSON.stringify({ ...draft, source: null });
  const fields = workforceKind.fields.filter(({ name: field }) => !workforceKind.numbering.includes(field));
  return JSON.stringify([staffNo, identityNumber, name, ...fields.map((field) => plain(reader.row.cell(field.name)?.text ?? ''))]);
}

function askAll(rows: readonly PersonRow[], field: PersonField, code: ImportProblem): void {
  for (const { reader } of rows) {
    const { sheet, row } = reader.row.source;
    if (reader.book.row(sheet, row) === 'accept') continue;
    const others = rows.filter((other) => other.reader !== reader).map((other) => other.reader.row.source);
    const [other] = others;
    const asked = reader.questions.some((question) => question.code === code && question.field === field);
    if (asked || other === undefined) continue;
    const question = problemAt(reader, field, code);
    reader.questions.push({ ...question, facts: { ...question.facts, sheet: other.sheet, row: other.row } });
  }
}
