import { within } from '@changming/database';
import { addDays, monthsLater, refuse } from '@changming/domain/kernel';
import {
  arrangeWatchInput,
  orderOf,
  planWatchInput,
  rotate,
  seatIn,
  watchOf,
  type WatchPost,
  watchPosts,
  type WatchSlot,
} from '@changming/domain/workforce';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { refuseUnpermitted } from '../permitted.ts';
import { unitInScope } from '../units/index.ts';
import { assignSeats } from './watch-assignments.ts';
import { columnsOf, schemeOf, slotsIn } from './watch-slots.ts';
import { withdrawUnowed } from './withdraw-watch.ts';

/** 值班安排: which watches a unit keeps from today on. Seats ahead that it no longer asks for are withdrawn. */
export const arrangeWatch = command({
  permission: 'workforce.planWatch',
  name: 'workforce.arrangeWatch',
  input: arrangeWatchInput,
  async run(work, { unitId, reason, ...set }) {
    const { tx, scope, today, newId, trail } = work;
    await unitInScope(tx, scope, unitId);
    const { dayFrom, nightFrom, ...asked } = set;
    const columns = { day_from: dayFrom, night_from: nightFrom, ...asked };
    const fresh = await tx
      .insertInto('watch_schemes')
      .values({ id: newId(), unit_id: unitId, from_on: today, ...columns })
      .onConflict((conflict) => conflict.column('unit_id').doNothing())
      .returning('id')
      .executeTakeFirst();
    const kept = await tx.selectFrom('watch_schemes').selectAll().where('unit_id', '=', unitId).forUpdate().executeTakeFirstOrThrow();
    const { id } = kept;
    if (fresh === undefined)
      await tx
        .updateTable('watch_schemes')
        .set({ ...columns, from_on: today, version: kept.version + 1 })
        .where('id', '=', id)
        .execute();
    const was = fresh === undefined ? schemeOf(kept) : null;
    const withdrawn = await withdrawUnowed(work, { unitId, scheme: set, reason });
    return trail([{ subjectId: id, unitId, before: was, after: set }, ...withdrawn], { id, withdrawn: withdrawn.length });
  },
});

type Month = { readonly first: string; readonly last: string };

function monthOf(month: string): Month {
  const first = `${month}-01`;
  return { first, last: addDays(monthsLater(first, 1), -1) };
}

/** The unit, where the caller may plan the watch. */
async function unitToPlan({ tx, scope, may }: Writing, unitId: string): Promise<void> {
  const { lo } = await unitInScope(tx, scope, unitId);
  if (!may('workforce.planWatch', lo)) refuseUnpermitted('workforce.planWatch');
}

/**
 * 排班: makes the seats of a month and fills those that have not begun, by lists in turn or going on with last month's order. What has
 * begun or is signed in for stays as it was.
 */
export const planWatch = command({
  permission: 'workforce.planWatch',
  input: planWatchInput,
  async run(work, { unitId, month, ...lists }) {
    const { tx, today, trail } = work;
    await unitToPlan(work, unitId);
    const days = monthOf(month);
    if (days.last < today) refuse('conflict', 'workforce.watch_month_over', { month });
    const scheme = await schemeKept(work, unitId);
    const first = days.first < today ? today : days.first;
    const slots = await slotsIn(tx, schemeOf(scheme), { first, last: days.last });
    const seats: { readonly slot: WatchSlot; readonly personId: string | null }[] = [];
    for (const post of watchPosts) {
      const ofPost = slots.filter((slot) => slot.post === post);
      const order = await orderFor(work, { unitId, post, first: days.first, given: lists[post === 'leader' ? 'leaders' : 'keepers'] });
      if (ofPost.length > 0 && order.list.length === 0) refuse('invalid', 'workforce.watch_list_missing', { post });
      const taken = seats.flatMap(({ slot, personId }) => (personId === null ? [] : [seatIn(watchOf(slot), personId)]));
      const people = rotate(ofPost, order.list, { begun: order.begun, taken });
      seats.push(...ofPost.map((slot, at) => ({ slot, personId: people[at] ?? null })));
    }
    const filled = await fill(work, unitId, seats);
    return trail({ subjectId: scheme.id, unitId, before: null, after: { month, seats: filled } }, { seats: filled });
  },
});

type Ordering = {
  readonly unitId: string;
  readonly post: WatchPost;
  readonly first: string;
  readonly given: readonly string[] | undefined;
};

async function orderFor(work: Writing, { unitId, post, first, given }: Ordering) {
  if (given !== undefined) {
    await refuseStrangers(work, given);
    return { list: [...given], begun: 0 };
  }
  const stood = await work.tx
    .selectFrom('watch_shifts as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .select('s.person_id')
    .where('s.unit_id', '=', unitId)
    .where('s.post', '=', post)
    .where('s.on_day', '>=', monthsLater(first, -1))
    .where('s.on_day', '<', first)
    .where('p.left_on', 'is', null)
    .orderBy('s.from_at')
    .orderBy('s.seat')
    .execute();
  return orderOf(stood.map(({ person_id }) => person_id));
}

/** Everybody works here today and lies in the scope. */
export async function refuseStrangers({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', [...ids])
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
  if (found.length < new Set(ids).size) refuse('missing', 'workforce.person_not_found');
}

/** The scheme of a unit that keeps a watch, held while it is followed; one that watches nothing any more is none. */
async function schemeKept({ tx }: Writing, unitId: string) {
  const scheme = await tx.selectFrom('watch_schemes').selectAll().where('unit_id', '=', unitId).forUpdate().executeTakeFirst();
  return scheme === undefined || scheme.watched.length === 0 ? refuse('conflict', 'workforce.watch_not_arranged', { unitId }) : scheme;
}

const seatWords = ['person_id', 'rest_day', 'from_at', 'until_at'] as const;
const filledBefore = sql.join([...seatWords, 'withdrawn_at'].map((word) => sql.ref(`watch_shifts.${word}`)));
const filledNow = sql.join([...seatWords.map((word) => sql.ref(`excluded.${word}`)), sql`null::timestamptz`]);

/**
 * How many seats were filled. A seat keeps its id, and its version where nothing changes, so that what was told of it stays told; its hours are
 * those of the scheme as it is now.
 */
async function fill(work: Writing, unitId: string, seats: readonly { slot: WatchSlot; personId: string | null }[]): Promise<number> {
  const { tx, now, newId } = work;
  if (seats.length === 0) return 0;
  const rows = seats
    .filter(({ slot }) => slot.fromAt > now)
    .map(({ slot, personId }) => ({ id: newId(), unit_id: unitId, ...columnsOf(slot), person_id: personId }));
  if (rows.length === 0) return 0;
  const written = await tx
    .insertInto('watch_shifts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'on_day', 'part', 'post', 'seat'])
        .doUpdateSet((eb) => ({
          person_id: eb.ref('excluded.person_id'),
          rest_day: eb.ref('excluded.rest_day'),
          from_at: eb.ref('excluded.from_at'),
          until_at: eb.ref('excluded.until_at'),
          withdrawn_at: null,
          withdrawn_why: null,
          version: sql`watch_shifts.version + case when (${filledBefore}) is distinct from (${filledNow}) then 1 else 0 end`,
        }))
        .where('watch_shifts.checked_in_at', 'is', null)
        .where('watch_shifts.from_at', '>', now),
    )
    .returning(['id', 'on_day', 'person_id'])
    .execute();
  await assignSeats(
    work,
    written.map(({ id, on_day, person_id }) => ({ id, unitId, onDay: on_day, personId: person_id })),
  );
  return written.length;
}
