import { type CoverageCounts, type CoverageFilter, longestRange, nothingOwed, openOf } from '@changming/domain/inspections';
import { type Day, daysBetween, lastDayOf, periodNamed, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Counts = CoverageCounts & { readonly madeUp: number };
const nothing: Counts = { ...nothingOwed, madeUp: 0 };

/**
 * 排查覆盖: owed, done and missed of a period, of a unit and of each unit below it with its branch. A month, quarter, half-year or year is
 * read from the counts of its units; single days, up to a month of them, from those of each day.
 */
export const readCoverage = query({ permission: 'inspections.read', run: coverageOf });

export async function coverageOf(work: Reading, filter: CoverageFilter) {
  const { tx } = work;
  const top = await topOf(work, filter.unitId);
  const range = rangeOf(filter, work.today);
  const counts = await countsByUnit(work, { branch: top, range, kinds: filter.kind });
  const children = await tx
    .selectFrom('units')
    .select(['id', 'name', 'lo', 'hi'])
    .select((eb) => eb.exists(eb.selectFrom('units as c').select('c.id').whereRef('c.parent_id', '=', 'units.id')).as('hasBelow'))
    .where('parent_id', '=', top.id)
    .orderBy('lo')
    .execute();
  const own = counts.filter(({ lo }) => lo === top.lo);
  const units = children.map(({ id, name, hasBelow, ...branch }) => ({
    unitId: id,
    unit: name,
    hasBelow: Boolean(hasBelow),
    withBelow: true,
    ...summed(counts.filter(({ lo }) => branch.lo <= lo && lo <= branch.hi)),
  }));
  const itself = own.length > 0 ? [{ unitId: top.id, unit: top.name, hasBelow: false, withBelow: false, ...summed(own) }] : [];
  return { from: range.from, to: range.to, unitId: top.id, unit: top.name, total: summed(counts), units: [...itself, ...units] };
}

/** The unit asked for, or the head of the caller's first branch. */
async function topOf({ tx, scope }: Reading, unitId: string | undefined) {
  if (unitId !== undefined) return unitInScope(tx, scope, unitId);
  const head = await tx
    .selectFrom('units')
    .select(['id', 'name', 'lo', 'hi'])
    .where('lo', '=', scope[0]?.lo ?? 0)
    .executeTakeFirst();
  return head ?? refuse('missing', 'units.not_found', {});
}

type Range = {
  readonly from: Day;
  readonly to: Day;
  /** Which counts to read; null reads single days. */
  readonly grain: 'month' | 'quarter' | 'half' | 'year' | null;
};

/** A named period, else the days from..to, else this month. */
function rangeOf({ period, from, to }: CoverageFilter, today: Day): Range {
  if (period === undefined && from !== undefined && to !== undefined) return singleDays(from, to);
  const found = periodNamed(period ?? today.slice(0, 7));
  if (found === null) return refuse('invalid', 'inspections.period_too_long', { most: longestRange });
  const months = Math.round(daysBetween(found.from, found.until) / 30.4);
  return { from: found.from, to: lastDayOf(found), grain: grains[months] ?? 'year' };
}

/** By months of the period. */
const grains: Readonly<Record<number, NonNullable<Range['grain']>>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' };

function singleDays(from: Day, to: Day): Range {
  if (from > to || daysBetween(from, to) >= longestRange) refuse('invalid', 'inspections.period_too_long', { most: longestRange });
  return { from, to, grain: null };
}

type Asked = { readonly branch: UnitRange; readonly range: Range; readonly kinds: readonly string[] | undefined };

async function countsByUnit({ tx }: Reading, { branch, range, kinds = [] }: Asked): Promise<(Counts & { lo: number })[]> {
  const [los, his] = [[branch.lo], [branch.hi]];
  const wanted = kinds.length === 0 ? null : [...kinds];
  const read =
    range.grain === null
      ? sql`house.inspection_coverage_of_days(${los}::bigint[], ${his}::bigint[], ${range.from}::date, ${range.to}::date, ${wanted}::text[])`
      : sql`house.inspection_coverage(${los}::bigint[], ${his}::bigint[], ${range.grain}, ${range.from}::date, ${wanted}::text[])`;
  const { rows } = await sql<Counts & { lo: number }>`
    select u.lo, c.owed, c.done, c.late, c.missed, c.made_up as "madeUp", c.failed, c.points_owed as "pointsOwed",
      c.points_checked as "pointsChecked"
    from ${read} as c join units u on u.id = c.unit_id`.execute(tx);
  return rows;
}

const names = Object.keys(nothing) as (keyof Counts)[];

function summed(rows: readonly Counts[]) {
  const sum = (name: keyof Counts) => rows.reduce((total, row) => total + row[name], 0);
  const total = Object.fromEntries(names.map((name) => [name, sum(name)])) as Counts;
  return { ...total, open: openOf(total) };
}
