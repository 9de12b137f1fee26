import type { Post } from '@changming/database';
import { rootRange } from '@changming/domain/units';

import type { Writing } from '../context.ts';
import { holdersNear } from '../workforce/index.ts';
import type { StoredIncident } from './store.ts';

/** Whom a telling is for, in the words of the trade. */
export const incidentReceivers = ['reporter', 'unitHead', 'safety', 'parent', 'headquarters'] as const;
export type IncidentReceiver = (typeof incidentReceivers)[number];

const officers = ['safetyOfficer', 'safetyDirector'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];
const unitHeads = ['unitHead', 'firstResponsible'] as const satisfies readonly Post[];

type Find = (work: Writing, row: StoredIncident) => Promise<(string | null)[]>;

/** The persons behind a receiver today. Asked by the clock, which sees the whole tree. */
export const receivers: Readonly<Record<IncidentReceiver, Find>> = {
  reporter: async (_work, row) => [row.reported_by_id],
  /** The head of the shop floor, and whoever heads the unit by law. */
  unitHead: async (work, row) => [...(await holders(work, row.unit_pos, heads)), ...(await holders(work, row.unit_pos, unitHeads))],
  safety: (work, row) => holders(work, row.unit_pos, officers),
  parent: async (work, row) => holders(work, await above(work, row.unit_id), [...heads, ...officers]),
  headquarters: (work) => holders(work, rootRange.lo, [...officers, ...unitHeads]),
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
