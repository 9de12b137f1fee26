import type { Tx } from '@changming/database';
import { type Answers, barredRows, confirmationOf, rowKey, type Source, type UnitPermission } from '@changming/domain/imports';
import { id } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import type { Batch } from './store.ts';

/** What was withheld of which rows. */
export type Withheld = ReadonlySet<string>;

type May = Reading['may'];

/**
 * What people saw left out for want of a permission: who holds it brings it in only after he has confirmed it, row by row. Answers confirm
 * where they are given before the file is judged, so that people see what comes in; each of the unit at which it was confirmed, no other.
 * Rows that were judged when that unit was not kept say none, nor does what confirms them: they are judged by the rights of whoever confirms.
 */
export async function withheldFrom({ tx }: Pick<Reading, 'tx'>, batch: Batch, answers?: Answers): Promise<Withheld> {
  const confirmed = new Map(answers?.rows.flatMap((said) => withheldBy(said, said.about).map((each) => [each, said.of] as const)));
  const withheld = await unitsWithheld(tx, batch);
  return new Set([...withheld].flatMap(([each, unitId]) => (confirmed.get(each) === unitId ? [] : [each])));
}

/**
 * Without what only confirms in another's place, of whoever lacks the permission as well: at the very unit of the row, which goes with the
 * answer from then on.
 */
export async function withoutConfirming({ tx, may }: Pick<Reading, 'tx' | 'may'>, batch: Batch, answers: Answers): Promise<Answers> {
  const isConfirming = ({ about }: Answers['rows'][number]) => about !== undefined && barredRows[about] !== undefined;
  if (!answers.rows.some(isConfirming)) return answers;
  const withheld = await unitsWithheld(tx, batch);
  const places = await placesOf(tx, [...withheld.values(), ...answers.rows.flatMap(({ of }) => of ?? [])]);
  const rows = answers.rows.flatMap((said) => {
    const [each, permission] = [withheldBy(said, said.about)[0], said.about && barredRows[said.about]];
    if (each === undefined || permission === undefined) return [said];
    const unitId = withheld.get(each) ?? said.of ?? '';
    const lo = unitId === '' ? batch.unit_pos : places.get(unitId);
    return mayConfirm(may, permission, lo) ? [{ ...said, of: unitId }] : [];
  });
  return { ...answers, rows };
}

/** Whether the page would let somebody do this at a place, if the file may speak of that place at all. */
export function mayConfirm(may: May, permission: UnitPermission, lo: number | undefined): boolean {
  return lo !== undefined && may('imports.run', lo) && may(permission, lo);
}

/** Names what is withheld of a row. */
export function withheldAs(row: Source, permission: UnitPermission): string {
  return `${rowKey(row)} ${permission}`;
}

function withheldBy(row: Source, code: Answers['rows'][number]['about']): readonly string[] {
  const permission = code === undefined ? undefined : barredRows[code];
  return permission === undefined ? [] : [withheldAs(row, permission)];
}

/** What was left out when the file was last judged, and at which unit somebody may confirm it. */
async function unitsWithheld(tx: Tx, batch: Batch): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('import_rows')
    .select(['sheet', 'row', 'detail'])
    .where('batch_id', '=', batch.id)
    .where('verdict', '=', 'wrong')
    .execute();
  const withheld = rows.flatMap(({ detail, ...row }) =>
    (detail.problems ?? []).flatMap((problem): [string, string][] => {
      const awaited = confirmationOf(problem);
      return awaited === null ? [] : [[withheldAs(row, awaited.permission), awaited.unitId]];
    }),
  );
  return new Map(withheld);
}

/** Where these units lie, as far as they are open and in sight; what is no unit lies nowhere. */
export async function placesOf(tx: Tx, named: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(named)].filter((each) => id.safeParse(each).success);
  if (ids.length === 0) return new Map();
  const units = await tx.selectFrom('units').select(['id', 'lo']).where('id', 'in', ids).where('closed_on', 'is', null).execute();
  return new Map(units.map((unit) => [unit.id, unit.lo]));
}
