import { laterOf } from '@changming/domain/kernel';
import type { PointKind } from '@changming/domain/points';

import type { Changed, Writing } from '../context.ts';
import { holdToGates, type TakenUp } from '../workforce/index.ts';
import { detailsOf, type PointDetails } from './details.ts';
import { insertPoint, rewritePoint } from './insert-point.ts';
import { giveToKeeper } from './keep-point.ts';
import { keeperOn, ledgerTerm, termsOfKeepers } from './keepers.ts';
import { markKey, unmarkKey } from './key-positions.ts';
import { openPoint, type StoredPoint } from './store.ts';

/** A point as a ledger tells it. What it leaves open is null. */
export type LedgerPoint = PointDetails & {
  readonly id: string;
  /** It is there already: the ledger adds to it, or takes the place of what it contradicts. */
  readonly isKnown: boolean;
  readonly code: string | null;
  readonly unitId: string;
  readonly name: string;
  /** Null: not told, and a known point keeps its own. */
  readonly kind: PointKind | null;
  readonly keeperId: string | null;
  readonly key: boolean | null;
  readonly keyReason: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** From which day whoever keeps it does, and it is a 重点部位: the ledger's own day, never one to come. */
  readonly from: string;
  /** 期初, with the days of the ledger; all others begin as they are recorded. */
  readonly origin: 'opening' | 'recorded';
};

type Entered = {
  readonly changes: readonly Changed[];
  /** Points that were left out, for their codes have gone to others meanwhile. */
  readonly taken: ReadonlySet<string>;
};

/** Who has become a keeper with the ledger: the gates are asked about all of them at once. */
type Entering = Writing & { readonly keepers: TakenUp[] };

/** Sets the points of a ledger up, with their keepers, as by hand. Whoever calls this holds `points.edit` in their units. */
export async function enterPoints(writing: Writing, points: readonly LedgerPoint[]): Promise<Entered> {
  const work: Entering = { ...writing, keepers: [] };
  const changes: Changed[] = [];
  const taken = new Set<string>();
  for (const point of points) {
    const changed = await (point.isKnown ? moveOn(work, point) : setUp(work, point));
    if (changed === null) taken.add(point.id);
    else changes.push(changed);
  }
  await holdToGates(work, work.keepers);
  return { changes, taken };
}

/** Null where its code is taken. */
async function setUp(work: Entering, told: LedgerPoint): Promise<Changed | null> {
  const { id, unitId, name, keeperId, ownNo, place, remark, openedOn, closedOn, from, origin } = told;
  const kind = told.kind ?? 'other';
  const point = await insertPoint(work, { ...told, kind });
  if (point === undefined) return null;
  const isOpen = closedOn === null;
  const keeper = isOpen && keeperId !== null ? { keeperId, from } : undefined;
  if (keeper !== undefined) work.keepers.push(await giveToKeeper(work, point, keeper));
  const key = isOpen && told.key === true ? await keySince(work, point, told) : nothing;
  const after = { name, kind, code: point.code, ownNo, place, remark, openedOn, closedOn, keeper, origin, ...key.after };
  return { subjectId: id, unitId, before: null, after };
}

async function moveOn(work: Entering, told: LedgerPoint): Promise<Changed> {
  const { tx, scope } = work;
  const point = await openPoint(tx, scope, told.id);
  const known = await detailsOf(tx, point.id);
  const details = { ownNo: told.ownNo ?? known.ownNo, place: told.place ?? known.place, remark: told.remark ?? known.remark };
  const changed = await rewritePoint(work, point, { known, name: told.name, kind: told.kind ?? point.kind, details });
  const keeper = await keptAnew(work, point, told);
  const key = await keyAnew(work, point, told);
  const before = { ...changed.before, ...keeper.before, ...key.before };
  return { ...changed, before, after: { ...changed.after, ...keeper.after, ...key.after } };
}

type Anew = { readonly before: object; readonly after: object };
const nothing: Anew = { before: {}, after: {} };

async function keptAnew(work: Entering, point: StoredPoint, { keeperId, from }: LedgerPoint): Promise<Anew> {
  const { tx, today } = work;
  const present = await keeperOn(tx, point.id, today);
  if (keeperId === null || present?.personId === keeperId) return nothing;
  const kept = (await termsOfKeepers(tx, [point.id])).get(point.id) ?? { openedOn: point.opened_on, terms: [] };
  const term = ledgerTerm(kept, from, today);
  work.keepers.push(await giveToKeeper(work, point, { keeperId, ...term }));
  return { before: { keeperId: present?.personId ?? null }, after: { keeperId, ...term } };
}

async function keyAnew(work: Writing, point: StoredPoint, told: LedgerPoint): Promise<Anew> {
  if (told.key === null) return nothing;
  const running = await work.tx
    .selectFrom('key_positions')
    .select('id')
    .where('point_id', '=', point.id)
    .where('to_on', 'is', null)
    .executeTakeFirst();
  const isKey = running !== undefined;
  if (isKey === told.key) return nothing;
  if (told.key) return keySince(work, point, told);
  await unmarkKey(work, point, told.keyReason);
  return { before: { keyPosition: true }, after: { keyPosition: false, reason: told.keyReason } };
}

async function keySince(work: Writing, point: StoredPoint, { from, keyReason: reason }: LedgerPoint): Promise<Anew> {
  await markKey(work, point, { from: laterOf(from, point.opened_on), reason });
  return { before: { keyPosition: false }, after: { keyPosition: true, reason } };
}
