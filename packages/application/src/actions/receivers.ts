import type { ActionRow, Post } from '@changming/database';
import { rootRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import type { Writing } from '../context.ts';
import { holdersNear } from '../workforce/index.ts';

/** Whom a telling is for, in the words of the trade. */
export const actionReceivers = ['owner', 'verifier', 'opener', 'unitHead', 'parent', 'decider'] as const;
export type ActionReceiverName = (typeof actionReceivers)[number];

const officers = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

type Row = Selectable<ActionRow>;
type Find = (work: Writing, row: Row) => Promise<(string | null)[]>;

/** The persons behind a receiver today. Asked by the clock, which sees the whole tree. */
export const receivers: Readonly<Record<ActionReceiverName, Find>> = {
  owner: async (_work, row) => [row.owner_id],
  verifier: async (work, row) => {
    if (row.verifier_id !== null) return [row.verifier_id];
    const found = await holders(work, row.unit_pos, officers);
    return found.filter((id) => id !== row.owner_id && !row.doer_ids.includes(id));
  },
  opener: async (_work, row) => [row.opened_by_id],
  unitHead: (work, row) => holders(work, row.unit_pos, heads),
  parent: async (work, row) => holders(work, await above(work, row.unit_id), heads),
  decider: async (work, row) => holders(work, await above(work, row.unit_id), officers),
};

function holders({ tx, today }: Writing, unitPos: number, posts: readonly Post[]): Promise<string[]> {
  return holdersNear(tx, { unitPos, on: today, posts });
}

async function above({ tx }: Writing, unitId: string): Promise<number> {
  const parent = await tx
    .selectFrom('units as u')
    .innerJoin('units as p', 'p.id', 'u.parent_id')
    .select('p.lo')
    .where('u.id', '=', unitId)
    .executeTakeFirst();
  return parent?.lo ?? rootRange.lo;
}
