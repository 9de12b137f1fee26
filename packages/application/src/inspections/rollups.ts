import { periodsToRecount, type RecountedPeriod } from '@changming/domain/inspections';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';

const nothing = z.strictObject({});
/** So many at a time that a fold takes about a second. */
const most = 10_000;
/** A month of the largest house is a million and a half records. */
const patience = '300s';

/** Folds what changed in the counts into those of points, units and days. What people read is the same before and after. */
export const foldInspections = command({
  permission: 'inspections.sweep',
  name: 'inspections.fold',
  input: nothing,
  async run(work) {
    const { rows } = await sql<{ folded: number }>`select house.fold_inspections(${most}) as folded`.execute(work.tx);
    const folded = rows[0]?.folded ?? 0;
    return work.trail([], { folded, more: folded === most });
  },
});

/**
 * 复核, a period at a time: compares the counts of a month with the records, those of what is longer with its months, and the boards with
 * their points. What differs is a fault of the program: it is put right, and headquarters is told. `next` is which period to go on with.
 */
export const recountInspections = command({
  permission: 'inspections.sweep',
  name: 'inspections.recount',
  input: z.strictObject({ nth: z.int().min(0).default(0) }),
  async run(work, { nth }) {
    const periods = periodsToRecount(work.today);
    const period = periods[nth];
    if (period === undefined) return work.trail([], { differing: 0, next: null });
    const parts = await recounted(work, period);
    const differing = Object.values(parts).reduce((sum, count) => sum + count, 0);
    const result = { differing, next: nth + 1 < periods.length ? nth + 1 : null };
    if (differing === 0) return work.trail([], result);
    const root = await work.tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow();
    await tell(work, { rootId: root.id, period: period.name, differing });
    const found = { period: period.name, differing, ...parts };
    return work.trail({ subjectId: root.id, unitId: root.id, before: null, after: found }, result);
  },
});

/** How many differed of each part: months, days, marks, quarters, halves, years, boards. Parts in order are left out. */
async function recounted({ tx }: Writing, { grain, from }: RecountedPeriod): Promise<Readonly<Record<string, number>>> {
  await sql`select set_config('statement_timeout', ${patience}, true)`.execute(tx);
  const { rows } = await sql<{ part: string; differing: number }>`
    select part, differing from house.recount_inspections_of(${grain}, ${from}::date) where differing > 0`.execute(tx);
  return Object.fromEntries(rows.map(({ part, differing }) => [part, differing]));
}

type Found = { readonly rootId: string; readonly period: string; readonly differing: number };

async function tell({ enqueue, today }: Writing, { rootId, period, differing }: Found): Promise<void> {
  const once = `inspections.recount:${today}:${period}`;
  const to = { posts: ['safetyDirector', 'safetyOfficer'] };
  const facts = { count: differing, period };
  const link = `/inspections/coverage?period=${period}`;
  await enqueue('notices.deliver', { about: 'inspections.recounted', subjectId: rootId, unitId: rootId, to, facts, link, once }, once);
}
