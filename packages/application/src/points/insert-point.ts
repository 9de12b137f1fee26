import { randomBytes } from 'node:crypto';

import { plateCode, type PointKind } from '@changming/domain/points';

import type { Changed, Writing } from '../context.ts';
import { keepDetails, newDetails, type PointDetails } from './details.ts';
import { pointSearchKey, savePoint, type StoredPoint } from './store.ts';

type NewPoint = PointDetails & {
  readonly id: string;
  /** One that a plate carries already; null: a new one. */
  readonly code: string | null;
  readonly unitId: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly openedOn: string;
  readonly closedOn: string | null;
};

/** Sets a point up; undefined when its id or its code is taken, by whomever. */
export async function insertPoint({ tx }: Pick<Writing, 'tx'>, told: NewPoint): Promise<StoredPoint | undefined> {
  const { id, unitId, name, kind, ownNo, openedOn, closedOn } = told;
  const code = told.code ?? plateCode(randomBytes(64));
  const search_key = pointSearchKey(name, code, ownNo);
  const point = await tx
    .insertInto('points')
    .values({ id, code, name, kind, unit_id: unitId, search_key, opened_on: openedOn, closed_on: closedOn })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (point !== undefined) await keepDetails(tx, id, newDetails({}), newDetails(told));
  return point;
}

type Rewriting = { readonly known: PointDetails; readonly name: string; readonly kind: PointKind; readonly details: PointDetails };

/** Another name, kind or detail; whoever wrote meanwhile is not overwritten. */
export async function rewritePoint(
  { tx }: Pick<Writing, 'tx'>,
  before: StoredPoint,
  { known, name, kind, details }: Rewriting,
): Promise<Changed> {
  await savePoint(tx, before, { name, kind, search_key: pointSearchKey(name, before.code, details.ownNo) });
  await keepDetails(tx, before.id, known, details);
  return {
    subjectId: before.id,
    unitId: before.unit_id,
    before: { name: before.name, kind: before.kind, ...known },
    after: { name, kind, ...details },
  };
}
