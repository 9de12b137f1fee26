import type { AnswerBook } from '../answers.ts';
import { scopeOfSheet } from '../sheet-scope.ts';
import type { TableRow } from '../table.ts';
import type { UnitFinder } from '../unit-of-row.ts';
import type { Recognised, Scope } from '../unit-recogniser.ts';
import type { TrainingField } from './training-fields.ts';

type Asking = {
  readonly sheet: string;
  readonly titles: readonly string[];
  readonly rows: readonly TableRow<TrainingField>[];
  readonly book: AnswerBook;
  readonly finder: UnitFinder;
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly underId: string | undefined;
};

/** So many of the units that are certain must lie in one company. */
const most = 0.8;

/**
 * The company whose people a form lists: what a person said, what the sheet says, or, since a form seldom does, the company in which nearly
 * all of the units lie that can be told for certain. Null, or the unit that was asked for, where they lie here and there.
 */
export function branchOfForm({ sheet, titles, rows, book, finder, lines, underId }: Asking): Scope | null {
  const said = book.scope(sheet);
  if (said !== null) return { unitId: said, only: 'branch' };
  const own = scopeOfSheet(sheet, titles, finder.recogniser);
  if (own !== null) return own;
  const under: Scope | null = underId === undefined ? null : { unitId: underId, only: 'branch' };
  const company = commonCompany(rows.flatMap((row) => companyOf(finder.recognise(row.cell('unit')?.text ?? '', under), lines)));
  if (company === null) return under;
  const isAbove = under !== null && lines.get(under.unitId)?.includes(company) === true;
  return isAbove ? under : { unitId: company, only: 'branch' };
}

/** The one in which nearly all of them lie. */
function commonCompany(companies: readonly string[]): string | null {
  const [first] = [...Map.groupBy(companies, (id) => id).values()].toSorted((some, others) => others.length - some.length);
  return first !== undefined && first.length >= companies.length * most ? (first[0] ?? null) : null;
}

function companyOf(found: Recognised, lines: Asking['lines']): readonly string[] {
  const company = found.kind === 'unit' ? lines.get(found.unit.id)?.at(-2) : undefined;
  return company === undefined ? [] : [company];
}
