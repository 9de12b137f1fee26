import type { Post } from '@changming/database';
import { rootRange } from '@changming/domain/units';

import type { Writing } from '../context.ts';
import { lastExtension } from './extensions.ts';
import { parentPosition } from './level-up.ts';
import { holdersNear } from './persons.ts';
import type { StoredHazard } from './store.ts';
import { voidAsked } from './voidings.ts';

/** Whom a telling is for, in the words of the trade. */
export const receiverNames = [
  'finder',
  'responsible',
  'triage',
  'acceptance',
  'unitHead',
  'parent',
  'headquarters',
  'extensionDecider',
  'voidDecider',
  'extensionAsker',
  'voidAsker',
  'drafter',
  'mainPerson',
  'lister',
  'delistingAsker',
  'inspector',
] as const;
export type Receiver = (typeof receiverNames)[number];

const officers = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
/** Whoever leads a unit of any kind: a workshop's head is its 车间主任. */
const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

type Find = (work: Writing, stored: StoredHazard) => Promise<(string | null)[]>;

/** 上一级的负责人 */
const parent: Find = async (work, { hazard }) => holders(work, await parentPosition(work.tx, hazard.unitId), heads);

/** The persons behind a receiver today. Asked by the clock, which sees the whole tree. */
export const receivers: Readonly<Record<Receiver, Find>> = {
  finder: async (_work, { row }) => [row.found_by_id],
  responsible: async (_work, { row }) => [row.responsible_id, row.leader_id],
  triage: (work, { row }) => holders(work, row.unit_pos, officers),
  acceptance: async (work, { row, hazard }) => {
    const place = row.level === 'major' ? rootRange.lo : row.unit_pos;
    const found = await holders(work, place, officers);
    return found.filter((id) => id !== row.responsible_id && !hazard.rectifierIds.includes(id));
  },
  unitHead: (work, { row }) => holders(work, row.unit_pos, heads),
  parent,
  headquarters: (work) => holders(work, rootRange.lo, officers),
  /** A request that was taken back meanwhile is nobody's to decide. */
  extensionDecider: async (work, stored) => ((await lastExtension(work.tx, stored.row.id))?.stage === 'asked' ? parent(work, stored) : []),
  voidDecider: async (work, stored) => ((await voidAsked(work.tx, stored.row.id)) ? parent(work, stored) : []),
  extensionAsker: (work, { row }) => latest(work, row.id, 'hazard_extensions'),
  voidAsker: (work, { row }) => latest(work, row.id, 'hazard_voidings'),
  drafter: async (_work, { hazard }) => [hazard.treatment?.draftedById ?? null],
  mainPerson: (work, { row }) => supervision(work, row.id, 'main_person_id'),
  lister: (work, { row }) => supervision(work, row.id, 'listed_by_id'),
  delistingAsker: (work, { row }) => supervision(work, row.id, 'delisting_asked_by_id'),
  inspector: async ({ tx }, { row }) => {
    const found = await tx
      .selectFrom('hazard_look_backs')
      .select('inspector_id')
      .where('hazard_id', '=', row.id)
      .where('round', '=', row.reopenings)
      .executeTakeFirst();
    return [found?.inspector_id ?? null];
  },
};

function holders({ tx, today }: Writing, unitPos: number, posts: readonly Post[]): Promise<string[]> {
  return holdersNear(tx, { unitPos, on: today, posts });
}

async function latest({ tx }: Writing, hazardId: string, table: 'hazard_extensions' | 'hazard_voidings'): Promise<(string | null)[]> {
  const found = await tx.selectFrom(table).select('asked_by_id').where('hazard_id', '=', hazardId).orderBy('id', 'desc').executeTakeFirst();
  return [found?.asked_by_id ?? null];
}

type Column = 'main_person_id' | 'listed_by_id' | 'delisting_asked_by_id';

async function supervision({ tx }: Writing, hazardId: string, column: Column): Promise<(string | null)[]> {
  const found = await tx
    .selectFrom('hazard_supervisions')
    .select(`${column} as person_id`)
    .where('hazard_id', '=', hazardId)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return [found?.person_id ?? null];
}
