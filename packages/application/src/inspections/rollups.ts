import { monthOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command } from '../context.ts';

const nothing = z.strictObject({});
/** So many at a time that a fold takes about a second. */
const most = 10_000;

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

/** Counts this month and the last anew. What differs is a fault of the program: it is put right, and headquarters is told. */
export const recountInspections = command({
  permission: 'inspections.sweep',
  name: 'inspections.recount',
  input: nothing,
  async run(work) {
    const { tx, today, trail, enqueue } = work;
    const month = `${monthOf(today)}-01`;
    const { rows } = await sql<{ differing: number }>`
      select house.recount_inspections((${month}::date - interval '1 month')::date, (${month}::date + interval '1 month')::date) as differing`.execute(
      tx,
    );
    const differing = rows[0]?.differing ?? 0;
    if (differing === 0) return trail([], { differing });
    const root = await tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const once = `inspections.recount:${today}`;
    const to = { posts: ['safetyDirector', 'safetyOfficer'] };
    const facts = { count: differing };
    const told = { about: 'inspections.recounted', subjectId: root.id, unitId: root.id, to, facts, link: '/inspections/coverage', once };
    await enqueue('notices.deliver', told, once);
    return trail({ subjectId: root.id, unitId: root.id, before: { differing }, after: { differing: 0 } }, { differing });
  },
});
