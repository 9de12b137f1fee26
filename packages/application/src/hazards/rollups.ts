import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';

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

/** The same within a command that changes so much that whoever counts meanwhile should not have to add it up: last, since others fold after it. */
export async function foldAlong({ tx }: Writing): Promise<void> {
  await sql`select house.fold_hazards(${most})`.execute(tx);
}

/** The table has grown much since the server looked at it: it looks again, so that its plans fit what is there. */
export const settleHazards = command({
  permission: 'hazards.import',
  name: 'hazards.settle',
  input: nothing,
  async run(work) {
    await sql`select house.analyze_hazards()`.execute(work.tx);
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
