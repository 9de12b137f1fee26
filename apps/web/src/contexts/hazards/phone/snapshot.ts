import type { HazardDetail, HazardSummary, OwnTask } from '@changming/contract/hazards';
import { listHazards, listOwnTasks, readHazard } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { rememberPictures } from '../../../phone/photos/kept-pictures.ts';
import { fetchPicture } from '../../../phone/photos/fetch-picture.ts';
import type { Reading, SnapshotPart } from '../../../phone/snapshot/part.ts';

/** What was put into one's own hands, each with its record and the small photo before, so that it can be worked on without a network. */
export type KeptTasks = {
  readonly tasks: readonly OwnTask[];
  readonly details: readonly HazardDetail[];
  /** Data addresses by the id of the photo. */
  readonly pictures: Readonly<Record<string, string>>;
};

/** As many tasks are held with everything; the most urgent come first. */
const most = 40;

export const hazardTasks: SnapshotPart<KeptTasks> = {
  name: 'hazards.tasks',
  wanted: (me) => mayAnywhere(me, 'hazards.follow'),
  async read({ before, signal }) {
    const { items } = await call(listOwnTasks, signal === undefined ? {} : { signal });
    const held = [...new Map(items.map((task) => [task.id, task])).values()].slice(0, most);
    const details: HazardDetail[] = [];
    const pictures: Record<string, string> = {};
    for (const { id } of held)
      details.push(await call(readHazard, { params: { hazardId: id }, ...(signal === undefined ? {} : { signal }) }));
    for (const detail of details) {
      const evidenceId = photoBefore(detail);
      if (evidenceId === null) continue;
      const picture = before?.pictures[evidenceId] ?? (await fetchPicture({ evidenceId, subject: detail.id, size: 'thumb' }));
      if (picture !== null) pictures[evidenceId] = picture;
    }
    rememberPictures(pictures);
    return { tasks: items, details, pictures };
  },
};

/** The photo before that has arrived, or none. */
export function photoBefore({ photos }: HazardDetail): string | null {
  return photos.find(({ kind, evidenceId }) => kind === 'before' && evidenceId !== null)?.evidenceId ?? null;
}

const openStages = ['reported', 'registered', 'assigned', 'rectifying', 'submitted'] as const;

/** 未销号 of the own scope, the most urgent first. */
export const openHazards: SnapshotPart<readonly HazardSummary[]> = {
  name: 'hazards.open',
  wanted: (me) => mayAnywhere(me, 'hazards.read'),
  async read({ signal }: Reading<readonly HazardSummary[]>) {
    const query = { stage: [...openStages], sort: 'dueSoonest', limit: 100 } as const;
    return (await call(listHazards, { query, ...(signal === undefined ? {} : { signal }) })).items;
  },
};
