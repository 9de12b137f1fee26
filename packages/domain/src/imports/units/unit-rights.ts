import type { AnswerBook, RowAnswer } from '../answers.ts';
import { type Difference, differenceFacts } from '../differences.ts';
import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader } from '../row-reader.ts';
import { signOfName } from '../sign-of.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { CellProblem, Source } from '../verdict.ts';
import type { UnitField } from './unit-fields.ts';
import type { UnitNode } from './unit-nodes.ts';

/** The permission of the verb that does on the unit's page what the row does: a file may do no more than the page. */
export type UnitPermission = 'units.create' | 'units.reorganise' | 'units.editProfile';

/** Whether whoever brings the file in may do this at the unit, for this row. */
export type UnitRights = (permission: UnitPermission, unitId: string, row: Source) => boolean;

export type UnitDifference = Difference & { readonly needs: Exclude<UnitPermission, 'units.create'> };

const barredAs = {
  'units.create': 'unit_create_barred',
  'units.reorganise': 'unit_reorganise_barred',
  'units.editProfile': 'unit_edit_barred',
} as const satisfies Record<UnitPermission, ImportProblem>;

/** Rows that are left out because whoever sent them lacks a permission. Who holds it may judge the file again. */
export const barredRows: Readonly<Partial<Record<ImportProblem, UnitPermission>>> = Object.fromEntries(
  Object.entries(barredAs).map(([permission, code]) => [code, permission as UnitPermission]),
);

export const confirmPermissions = Object.keys(barredAs) as readonly UnitPermission[];

/** What somebody who may must confirm of a row: by which permission, and at which unit. */
export type Confirmation = { readonly permission: UnitPermission; readonly unitId: string };

/** What the problem waits for somebody to confirm; null where correcting it is the way. */
export function confirmationOf({ code, facts }: Pick<CellProblem, 'code' | 'facts'>): Confirmation | null {
  const permission = barredRows[code];
  return permission === undefined ? null : { permission, unitId: String(facts['unitId'] ?? '') };
}

/** What was said of a row as a whole; who confirms it in another's place says it of what that one lacked the permission for. */
export function saidOfChange(book: AnswerBook, source: Source): RowAnswer['say'] | null {
  return confirmedOf(book, source) ?? book.row(source.sheet, source.row);
}

/**
 * The same of a row that calls the unit otherwise than `name`. It was said of the name that the unit had then: once it has another, the
 * question is another one. What was said of the row as a whole names none, and renames nothing.
 */
export function saidOfRenaming(book: AnswerBook, source: Source, name: string): RowAnswer['say'] | null {
  const { sheet, row } = source;
  const renamed = book.about(sheet, row, 'unit_renamed');
  const said = isOfName(renamed, name) ? renamed.say : confirmedOf(book, source, name);
  return said ?? (book.row(sheet, row) === 'keep' ? 'keep' : null);
}

function isOfName(answer: RowAnswer | null, name: string): answer is RowAnswer {
  return answer !== null && answer.seen === signOfName(name);
}

/** With a `name`, only whoever confirms that the unit is to be reorganised, and has seen it under that one. */
function confirmedOf(book: AnswerBook, { sheet, row }: Source, name?: string): RowAnswer['say'] | null {
  const confirmed = changes.flatMap((permission) => {
    const answer = book.about(sheet, row, barredAs[permission]);
    const counts = name === undefined || (permission === 'units.reorganise' && isOfName(answer, name));
    return answer === null || !counts ? [] : [answer.say];
  });
  return confirmed.find((say) => say === 'keep') ?? confirmed[0] ?? null;
}

const changes = ['units.reorganise', 'units.editProfile'] as const;

/** Whether the unit may not be made in `groundId`, the nearest unit of the tree above it; the row says so. */
export function barCreation({ reader, nameField, source }: UnitNode, groundId: string | null, rights: UnitRights): boolean {
  if (groundId === null || rights('units.create', groundId, source)) return false;
  if (reader !== null) addBarred(reader, nameField, { permission: 'units.create', unitId: groundId });
  return true;
}

/** What a row would replace of a unit that is there, and whether it calls it otherwise. */
export type UnitChange = { readonly existing: KnownUnit; readonly differences: readonly UnitDifference[]; readonly isRenamed: boolean };

/** The name under which the unit is shown to whoever renames it: what he says counts for that one. */
export function calledBefore({ existing: { name }, isRenamed }: UnitChange): Readonly<Record<string, string>> {
  return isRenamed ? { name } : {};
}

/** Whether something of what the row would replace may not be replaced; the row says what. */
export function barChange(node: UnitNode, change: UnitChange, rights: UnitRights): boolean {
  const { reader, nameField, source } = node;
  const unitId = change.existing.id;
  const asked = Map.groupBy(change.differences, ({ needs }) => needs);
  const barred = [...asked].filter(([permission]) => !rights(permission, unitId, source));
  for (const [permission, those] of barred) {
    const name = permission === 'units.reorganise' ? calledBefore(change) : {};
    if (reader !== null) addBarred(reader, nameField, { permission, unitId }, { ...differenceFacts(those), ...name });
  }
  return barred.length > 0;
}

/** The unit goes with it: whoever confirms the row must hold the permission there. */
function addBarred(
  reader: RowReader<UnitField>,
  nameField: UnitField,
  { permission, unitId }: Confirmation,
  differences: CellProblem['facts'] = {},
): void {
  const problem = problemAt(reader, nameField, barredAs[permission]);
  reader.problems.push({ ...problem, facts: { ...problem.facts, ...differences, unitId } });
}
