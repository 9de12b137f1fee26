import { within } from '@changming/database';
import {
  boardDay,
  isOnBoard,
  lightsOutStanding,
  type LightsOutFilter,
  type LightsOutStanding,
  lightsOutStandings,
  mostOnBoard,
  type Shift,
  worstStanding,
} from '@changming/domain/inspections';
import { type Day, refuse } from '@changming/domain/kernel';
import { isWorkday } from '@changming/domain/standards';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { calendarBetween } from '../standards/index.ts';
import { unitInScope } from '../units/index.ts';
import { linesShown } from './lights-out-lines.ts';

export type Branch = UnitRange & { readonly id: string; readonly name: string };

/** One workshop's shift: how many areas it has, and how they stand. */
export type ShiftStanding = {
  readonly unitId: string;
  readonly lo: number;
  readonly shift: Shift | null;
  readonly standing: LightsOutStanding;
  readonly areas: number;
  readonly done: number;
  readonly opensAt: Date;
  readonly dueAt: Date;
};

export type BoardAsked = { readonly top: Branch; readonly on: Day; readonly kind: LightsOutFilter['kind'] };

/**
 * 班后看板: which workshops of a branch have confirmed the end of their shift, which have not, and who was chased; of the whole branch in counts,
 * of each unit directly below in counts, and workshop by workshop with the worst first.
 */
export const readLightsOut = query({
  permission: 'inspections.read',
  async run(work, { kind, unitId, on = boardDay(work.now) }: LightsOutFilter) {
    if (!isOnBoard(on, work.today)) refuse('invalid', 'inspections.period_too_long', { most: 400 });
    const top = await topOf(work, unitId);
    const asked: BoardAsked = { top, on, kind };
    const shifts = await standings(work, asked);
    const worst = shifts.toSorted((a, b) => rank(a) - rank(b) || a.dueAt.getTime() - b.dueAt.getTime() || a.lo - b.lo);
    const calendar = await calendarBetween(work.tx, on, on);
    return {
      kind,
      on,
      at: work.now,
      unitId: top.id,
      unit: top.name,
      restDay: !isWorkday(calendar, on),
      total: counted(shifts),
      branches: await branchesOf(work, top, shifts),
      lines: await linesShown(work, asked, worst.slice(0, mostOnBoard)),
      more: Math.max(0, worst.length - mostOnBoard),
      unplanned: kind === 'lightsOut' ? await unplannedIn(work, asked) : 0,
    };
  },
});

function rank({ standing }: ShiftStanding): number {
  return lightsOutStandings.indexOf(standing);
}

async function topOf({ tx, scope }: Reading, unitId: string | undefined): Promise<Branch> {
  if (unitId !== undefined) return unitInScope(tx, scope, unitId);
  const head = await tx
    .selectFrom('units')
    .select(['id', 'name', 'lo', 'hi'])
    .where('lo', '=', scope[0]?.lo ?? 0)
    .executeTakeFirst();
  return head ?? refuse('missing', 'units.not_found', {});
}

type Area = Pick<ShiftStanding, 'unitId' | 'lo' | 'shift' | 'opensAt' | 'dueAt'> & { readonly doneAt: Date | null };

/** Every shift of every workshop of the branch: it is as dark as its worst area. */
async function standings({ tx, now, scope }: Reading, { top, on, kind }: BoardAsked): Promise<ShiftStanding[]> {
  const { rows } = await sql<Area>`
    select o.unit_id as "unitId", o.unit_pos as lo, o.shift, o.opens_at as "opensAt", o.due_at as "dueAt", o.done_at as "doneAt"
    from inspection_occurrences o
    where o.on_day = ${on}::date and o.kind = ${kind} and o.state <> 'waived'
      and ${within(sql.ref('o.unit_pos'), scope)} and ${within(sql.ref('o.unit_pos'), [top])}
    order by o.due_at`.execute(tx);
  const shifts = Map.groupBy(rows, ({ unitId, shift }) => `${unitId} ${shift ?? ''}`);
  return [...shifts.values()].flatMap((areas) => {
    const last = areas.at(-1);
    if (last === undefined) return [];
    const { unitId, lo, shift, opensAt, dueAt } = last;
    const standing = worstStanding(areas.map((area) => lightsOutStanding(area, now)));
    const done = areas.filter(({ doneAt }) => doneAt !== null).length;
    return [{ unitId, lo, shift, standing, areas: areas.length, done, opensAt, dueAt }];
  });
}

/** How many shifts stand how. */
function counted(shifts: readonly ShiftStanding[]) {
  const of = (wanted: LightsOutStanding) => shifts.filter(({ standing }) => standing === wanted).length;
  return {
    owed: shifts.length,
    confirmed: of('confirmed'),
    late: of('late'),
    waiting: of('waiting'),
    ahead: of('ahead'),
    unconfirmed: of('unconfirmed'),
  };
}

/** The unit itself where a shift of its own is owed, and each unit directly below that has any, with its branch. */
async function branchesOf({ tx }: Reading, top: Branch, shifts: readonly ShiftStanding[]) {
  const children = await tx
    .selectFrom('units')
    .select(['id', 'name', 'lo', 'hi'])
    .select((eb) => eb.exists(eb.selectFrom('units as c').select('c.id').whereRef('c.parent_id', '=', 'units.id')).as('hasBelow'))
    .where('parent_id', '=', top.id)
    .orderBy('lo')
    .execute();
  const own = shifts.filter(({ lo }) => lo === top.lo);
  const below = children.map(({ id, name, hasBelow, lo, hi }) => ({
    unitId: id,
    unit: name,
    hasBelow: Boolean(hasBelow),
    ...counted(shifts.filter((each) => lo <= each.lo && each.lo <= hi)),
  }));
  const itself = own.length === 0 ? [] : [{ unitId: top.id, unit: top.name, hasBelow: false, ...counted(own) }];
  return [...itself, ...below].filter(({ owed }) => owed > 0);
}

/** 车间 of the branch that have owed nothing for a fortnight: nobody planned the end of their shifts. */
async function unplannedIn({ tx, scope }: Reading, { top, on, kind }: BoardAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from units u
    where u.kind = 'workshop' and u.opened_on <= ${on}::date and (u.closed_on is null or u.closed_on > ${on}::date)
      and ${within(sql.ref('u.lo'), scope)} and ${within(sql.ref('u.lo'), [top])}
      and not exists (select from inspection_occurrences o where o.unit_pos between u.lo and u.hi and o.kind = ${kind}
        and o.on_day between ${on}::date - 13 and ${on}::date)`.execute(tx);
  return rows[0]?.count ?? 0;
}
