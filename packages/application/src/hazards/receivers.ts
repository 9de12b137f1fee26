import type { Post } from '@changming/database';
import { rootRange } from '@changming/domain/units';

import type { Reading } from '../context.ts';
import { type Decider, deciderNames, decidersOf, groupSafety, isDecider } from './deciders.ts';
import { parentPosition } from './level-up.ts';
import { holdersNear } from './persons.ts';
import type { StoredHazard } from './store.ts';

/** Whom a telling is for, in the words of the trade. */
export const receiverNames = [
  'finder',
  'responsible',
  ...deciderNames,
  'unitHead',
  'parent',
  'headquarters',
  'extensionAsker',
  'voidAsker',
  'drafter',
  'mainPerson',
  'progress',
  'lister',
  'delistingAsker',
  'inspector',
] as const;
export type Receiver = (typeof receiverNames)[number];

const officers = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
/** Whoever leads a unit of any kind: a workshop's head is its 车间主任. */
const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

type Place = Pick<Reading, 'tx' | 'today'>;
type Find = (work: Place, stored: StoredHazard) => Promise<(string | null)[]>;

/** 上一级的负责人 */
const parent: Find = async (work, { hazard }) => holders(work, await parentPosition(work.tx, hazard.unitId), heads);

const deciders = Object.fromEntries(
  deciderNames.map((step): [Decider, Find] => [step, (work, stored) => decidersOf(work, stored, step)]),
) as Readonly<Record<Decider, Find>>;

/** The persons behind a receiver today. Asked by the clock, which sees the whole tree. */
const receivers: Readonly<Record<Receiver, Find>> = {
  finder: async (_work, { row }) => [row.found_by_id],
  responsible: async (_work, { row }) => [row.responsible_id, row.leader_id],
  ...deciders,
  unitHead: (work, { row }) => holders(work, row.unit_pos, heads),
  parent,
  /** 集团: its leaders and those of its safety department, who are to know. */
  headquarters: async (work) => [...(await holders(work, rootRange.lo, officers)), ...(await groupSafety(work))],
  extensionAsker: (work, { row }) => latest(work, row.id, 'hazard_extensions'),
  voidAsker: (work, { row }) => latest(work, row.id, 'hazard_voidings'),
  drafter: async (_work, { hazard }) => [hazard.treatment?.draftedById ?? null],
  mainPerson: (work, { row }) => supervision(work, row.id, 'main_person_id'),
  /** Whoever answers for the supervision reports on it; where he may not, those who may are told as well. */
  progress: async (work, stored) => {
    const named = await supervision(work, stored.row.id, 'main_person_id');
    return (await mayAny(work, stored, { step: 'treatment', named }))
      ? named
      : [...named, ...(await decidersOf(work, stored, 'treatment'))];
  },
  /** Whoever listed it takes it off the list, as long as he may; else whoever may. */
  lister: async (work, stored) => {
    const named = await supervision(work, stored.row.id, 'listed_by_id');
    return (await mayAny(work, stored, { step: 'delistingDecider', named })) ? named : decidersOf(work, stored, 'delistingDecider');
  },
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

/** A step that waits for somebody who may take it, as its receiver is called. */
export type Deciding = Decider | 'lister';

export function isDeciding(receiver: Receiver): receiver is Deciding {
  return receiver === 'lister' || (deciderNames as readonly string[]).includes(receiver);
}

/** Everybody behind these receivers, each once. */
export async function personsBehind(work: Place, stored: StoredHazard, to: readonly Receiver[]): Promise<string[]> {
  const found = new Set<string>();
  for (const receiver of to) for (const person of await receivers[receiver](work, stored)) if (person !== null) found.add(person);
  return [...found];
}

type Named = { readonly step: Decider; readonly named: readonly (string | null)[] };

async function mayAny(work: Place, stored: StoredHazard, { step, named }: Named): Promise<boolean> {
  for (const personId of named) if (personId !== null && (await isDecider(work, stored, { step, personId }))) return true;
  return false;
}

function holders({ tx, today }: Place, unitPos: number, posts: readonly Post[]): Promise<string[]> {
  return holdersNear(tx, { unitPos, on: today, posts });
}

async function latest({ tx }: Place, hazardId: string, table: 'hazard_extensions' | 'hazard_voidings'): Promise<(string | null)[]> {
  const found = await tx.selectFrom(table).select('asked_by_id').where('hazard_id', '=', hazardId).orderBy('id', 'desc').executeTakeFirst();
  return [found?.asked_by_id ?? null];
}

type Column = 'main_person_id' | 'listed_by_id' | 'delisting_asked_by_id';

async function supervision({ tx }: Place, hazardId: string, column: Column): Promise<(string | null)[]> {
  const found = await tx
    .selectFrom('hazard_supervisions')
    .select(`${column} as person_id`)
    .where('hazard_id', '=', hazardId)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return [found?.person_id ?? null];
}
