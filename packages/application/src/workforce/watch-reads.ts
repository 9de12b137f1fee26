import { within } from '@changming/database';
import { addDays, monthsLater } from '@changming/domain/kernel';
import { watchMonth, watchStanding } from '@changming/domain/workforce';
import { sql } from 'kysely';

import { command, query, type Reading } from '../context.ts';
import { unitInScope, unitPaths } from '../units/index.ts';
import { schemeOf } from './watch-slots.ts';
import { shownShifts } from './watch-shown.ts';
import { shiftBefore } from './watch-steps.ts';
import { shiftInScope, type StoredShift, toShift, watchRules } from './watch-store.ts';

async function shiftsIn({ tx }: Pick<Reading, 'tx'>, { unitId, month }: { unitId: string; month: string }): Promise<StoredShift[]> {
  const first = `${month}-01`;
  return tx
    .selectFrom('watch_shifts')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('on_day', '>=', first)
    .where('on_day', '<', monthsLater(first, 1))
    .where('withdrawn_at', 'is', null)
    .orderBy('from_at')
    .orderBy(sql`post = 'keeper'`)
    .orderBy('seat')
    .execute();
}

/** 值班表 of a unit and a month. */
export const readRoster = query({
  permission: 'workforce.readWatch',
  async run(work, { unitId, month }: { unitId: string; month: string }) {
    const { tx, scope, now, may } = work;
    const unit = await unitInScope(tx, scope, unitId);
    const scheme = await tx.selectFrom('watch_schemes').selectAll().where('unit_id', '=', unitId).executeTakeFirst();
    return {
      unitId,
      unit: unit.name,
      month,
      now,
      scheme: scheme === undefined || scheme.watched.length === 0 ? null : schemeOf(scheme),
      shifts: await shownShifts(work, await shiftsIn(work, { unitId, month })),
      may: {
        plan: may('workforce.planWatch', unit.lo),
        check: may('workforce.checkWatch', unit.lo),
        unmask: may('workforce.unmask', unit.lo),
      },
    };
  },
});

/** 导出值班表. */
export const exportRoster = command({
  permission: 'workforce.readWatch',
  name: 'workforce.exportRoster',
  input: watchMonth,
  toldOnce: true,
  async run(work, { unitId, month }) {
    const { name } = await unitInScope(work.tx, work.scope, unitId);
    const rows = await shownShifts(work, await shiftsIn(work, { unitId, month }));
    const told = { subjectId: unitId, unitId, before: null, after: { month, rows: rows.length } };
    return work.trail(told, { rows, unit: name, month });
  },
});

/** 值班看板: every unit below that keeps a watch, who stands it now, and what is empty within a week. */
export const readWatchBoard = query({
  permission: 'workforce.readWatch',
  async run(work) {
    const { tx, scope, now, today } = work;
    const schemes = await tx
      .selectFrom('watch_schemes as w')
      .innerJoin('units as u', 'u.id', 'w.unit_id')
      .select(['w.unit_id as unitId', 'u.name as unit'])
      .where((eb) => within(eb.ref('w.unit_pos'), scope))
      .where(sql<boolean>`cardinality(w.watched) > 0`)
      .orderBy('w.unit_pos')
      .limit(500)
      .execute();
    const rows = await tx
      .selectFrom('watch_shifts')
      .selectAll()
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .where('until_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .where('on_day', '<=', addDays(today, 7))
      .where((eb) => eb.or([eb('from_at', '<=', now), eb('person_id', 'is', null)]))
      .orderBy('from_at')
      .orderBy(sql`post = 'keeper'`)
      .orderBy('seat')
      .limit(2000)
      .execute();
    const shown = await shownShifts(work, rows);
    const paths = await unitPaths(
      tx,
      schemes.map(({ unitId }) => unitId),
    );
    const units = schemes.map(({ unitId, unit }) => {
      const mine = shown.filter((shift) => shift.unitId === unitId);
      const running = mine.filter(({ fromAt }) => fromAt <= now);
      const empty = mine.filter(({ standing, fromAt }) => standing === 'uncovered' && fromAt > now);
      return { unitId, unit: paths.get(unitId) ?? unit, running, emptyAhead: empty.length, firstEmptyAt: empty[0]?.fromAt ?? null };
    });
    return { now, units };
  },
});

/** 我的值班: what one stood since yesterday and stands within two weeks, wherever that is. */
export const listOwnWatch = query({
  permission: 'workforce.standWatch',
  async run(work) {
    const { tx, now, today, actor } = work;
    const rows = await tx
      .selectFrom('watch_shifts as s')
      .selectAll('s')
      .where('s.person_id', '=', actor.personId ?? '00000000-0000-0000-0000-000000000000')
      .where('s.withdrawn_at', 'is', null)
      .where('s.until_at', '>', new Date(now.getTime() - 12 * 3_600_000))
      .where('s.on_day', '<=', addDays(today, 14))
      .orderBy('s.from_at')
      .limit(40)
      .execute();
    const rules = await watchRules(tx);
    const places = await placesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const items = [];
    for (const row of rows) {
      const { checkInMinutes } = await rules({ unitId: row.unit_id, on: row.on_day });
      const { id, part, post, from_at: fromAt, until_at: untilAt, checked_in_at: checkedInAt } = row;
      items.push({
        id,
        unit: places.get(id) ?? '',
        onDay: row.on_day,
        part,
        restDay: row.rest_day,
        post,
        fromAt,
        untilAt,
        checkedInAt,
        standing: watchStanding(toShift(row), now, checkInMinutes),
      });
    }
    return { now, items };
  },
});

/** The units of one's own watches, whether one sees them or not. */
async function placesOf(tx: Reading['tx'], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; unit: string }>`
    select shift_id as id, unit from house.places_of_own_watch(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

/** One's own watch with what the watch before has handed over and what one hands over oneself. */
export const readOwnWatch = query({
  permission: 'workforce.standWatch',
  assignedSubject: ({ shiftId }: { shiftId: string }) => shiftId,
  async run(work, { shiftId }) {
    const row = await shiftInScope(work.tx, work.scope, shiftId);
    const before = await shiftBefore(work.tx, row);
    const [shift, last] = await shownShifts(work, before === undefined ? [row] : [row, before]);
    if (shift === undefined) throw new Error(`shift ${shiftId} is not shown`);
    return { now: work.now, mine: row.person_id === work.actor.personId, shift, before: last ?? null };
  },
});
