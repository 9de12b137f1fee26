import type { HazardDetail, HazardSummary, OwnTask } from '@changming/contract/hazards';
import { listHazards, listOwnTasks, listRequests, listToAccept, listToTriage, readHazard } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { fetchPicture } from '../../../phone/photos/fetch-picture.ts';
import type { Reading, SnapshotPart } from '../../../phone/snapshot/part.ts';

/** 待整改 and 回头看: what was put into one's own hands, the most urgent first. */
export const hazardTasks: SnapshotPart<readonly OwnTask[]> = {
  name: 'hazards.tasks',
  wanted: (me) => mayAnywhere(me, 'hazards.follow'),
  async read({ signal }: Reading<readonly OwnTask[]>) {
    return (await call(listOwnTasks, signal === undefined ? {} : { signal })).items;
  },
};

/** 待验收: how many wait for one's own acceptance. */
export const hazardsToAccept = waiting('hazards.toAccept', 'hazards.accept', (asking) =>
  call(listToAccept, { query: { sort: 'urgent', limit: 1 }, ...asking }),
);

/** 待核实: how many reports wait for one's own verdict. */
export const hazardsToTriage = waiting('hazards.toTriage', 'hazards.triage', (asking) =>
  call(listToTriage, { query: { sort: 'urgent', limit: 1 }, ...asking }),
);

/** 待我审批: how many requests wait for one's own decision. */
export const hazardsToDecide = waiting('hazards.toDecide', 'hazards.decideExtension', (asking) =>
  call(listRequests, { query: { limit: 1 }, ...asking }),
);

type Asking = { readonly signal?: AbortSignal };
type First = (asking: Asking) => Promise<{ readonly total: { readonly count: number } }>;
type May = Parameters<typeof mayAnywhere>[1];

/** How many wait in a list, for whoever holds the permission; `first` asks for its first page. */
function waiting(name: SnapshotPart<number>['name'], permission: May, first: First): SnapshotPart<number> {
  return {
    name,
    wanted: (me) => mayAnywhere(me, permission),
    async read({ signal }) {
      const { total } = await first(signal === undefined ? {} : { signal });
      return total.count;
    },
  };
}

/** Each of these with its whole record and the small photo before, so that it can be worked on without a network. */
export type KeptRecords = {
  readonly details: readonly HazardDetail[];
  /** Data addresses by the id of the photo. */
  readonly pictures: Readonly<Record<string, string>>;
};

/** As many records are held whole. */
const most = 40;

export const hazardRecords: SnapshotPart<KeptRecords> = {
  name: 'hazards.records',
  wanted: (me) => mayAnywhere(me, 'hazards.follow'),
  async read({ before }) {
    const { items } = await call(listOwnTasks);
    const details: HazardDetail[] = [];
    for (const hazardId of [...new Set(items.map(({ id }) => id))].slice(0, most))
      details.push(await call(readHazard, { params: { hazardId } }));
    return { details, pictures: await picturesOf(details, before?.pictures ?? {}) };
  },
};

async function picturesOf(details: readonly HazardDetail[], known: KeptRecords['pictures']): Promise<KeptRecords['pictures']> {
  const pictures: Record<string, string> = {};
  for (const detail of details) {
    const evidenceId = photoBefore(detail);
    if (evidenceId === null) continue;
    const picture = known[evidenceId] ?? (await fetchPicture({ evidenceId, subject: detail.id, size: 'thumb' }));
    if (picture !== null) pictures[evidenceId] = picture;
  }
  return pictures;
}

/** The photo before that has arrived, or none. */
export function photoBefore({ photos }: HazardDetail): string | null {
  return photos.find(({ kind, evidenceId }) => kind === 'before' && evidenceId !== null)?.evidenceId ?? null;
}

const openStages = ['reported', 'registered', 'assigned', 'rectifying', 'submitted'] as const;

/** As many open hazards as one phone holds. */
export const mostOpen = 300;

/** 未销号 of the own scope, the most urgent first. */
export const openHazards: SnapshotPart<readonly HazardSummary[]> = {
  name: 'hazards.open',
  wanted: (me) => mayAnywhere(me, 'hazards.read'),
  async read({ signal }: Reading<readonly HazardSummary[]>) {
    const kept: HazardSummary[] = [];
    for (let after: string | null | undefined; after !== null && kept.length < mostOpen; ) {
      const query = { stage: [...openStages], sort: 'dueSoonest', limit: 100, ...(after === undefined ? {} : { after }) } as const;
      const page = await call(listHazards, { query, ...(signal === undefined ? {} : { signal }) });
      kept.push(...page.items);
      after = page.next;
    }
    return kept;
  },
};
