import { sql } from 'kysely';
import { z } from 'zod';

import { command } from '../context.ts';

const nothing = z.strictObject({});
/** So many at a time that a fold takes about a second. */
const most = 50_000;

/** Folds what changed in the counts into those of every unit. Nothing is told of it: the counts that people read are the same before and after. */
export const foldHazards = command({
  permission: 'hazards.sweep',
  name: 'hazards.fold',
  input: nothing,
  async run(work) {
    const { rows } = await sql<{ folded: number }>`select house.fold_hazards(${most}) as folded`.execute(work.tx);
    const folded = rows[0]?.folded ?? 0;
    return work.trail([], { folded, more: folded === most });
  },
});

/** Between the parts of a ledger: folds what they changed in the counts, and where the table has `grown` has the server look at it again. */
export const settleHazards = command({
  permission: 'hazards.import',
  name: 'hazards.settle',
  input: z.strictObject({ grown: z.boolean() }),
  async run(work, { grown }) {
    await sql`select house.fold_hazards(${most})`.execute(work.tx);
    if (grown) await sql`select house.analyze_hazards()`.execute(work.tx);
    return work.trail([], null);
  },
});

/** Counts all hazards anew against the roll-ups. What differs is a fault of the program: it is put right, and headquarters is told. */
export const recountHazards = command({
  permission: 'hazards.sweep',
  name: 'hazards.recount',
  input: nothing,
  async run(work) {
    const { rows } = await sql<{ differing: number }>`select house.recount_hazards() as differing`.execute(work.tx);
    const differing = rows[0]?.differing ?? 0;
    if (differing === 0) return work.trail([], { differing });
    const root = await work.tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const once = `hazards.recount:${work.today}`;
    const to = { posts: ['safetyDirector', 'safetyOfficer'] };
    const told = {
      about: 'hazards.recounted',
      subjectId: root.id,
      unitId: root.id,
      to,
      facts: { count: differing },
      link: '/hazards',
      once,
    };
    await work.enqueue('notices.deliver', told, once);
    return work.trail({ subjectId: root.id, unitId: root.id, before: { differing }, after: { differing: 0 } }, { differing });
  },
});
