import type { HazardCategory, HazardFilter, HazardLevel, HazardStage, KeyArea, QueueFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { type Counted, countsAmong, countsWithin } from './counts.ts';
import { idsWith, ledgerPage } from './ledger.ts';
import { lastOf } from '@changming/database';

/** 隐患台账 */
export const listHazards = query({
  permission: 'hazards.read',
  run: (work, filter: HazardFilter) => ledgerPage(work, filter),
});

/** 待定级: reported and not yet assigned, where the caller does triage. */
export const listToTriage = query({
  permission: 'hazards.triage',
  run: (work, filter: QueueFilter) => ledgerPage(work, filter, 'triage'),
});

/** 待验收: handed in, where the caller accepts, and not rectified by the caller himself. */
export const listToAccept = query({
  permission: 'hazards.accept',
  run: (work, filter: QueueFilter) => ledgerPage(work, filter, 'accept'),
});

/** 我上报的 */
export const listOwnReports = query({
  permission: 'hazards.follow',
  run: (work, filter: HazardFilter) => ledgerPage(work, filter, 'own'),
});

export type OwnTask = {
  readonly id: string;
  readonly number: string;
  readonly stage: HazardStage;
  readonly level: HazardLevel | null;
  readonly category: HazardCategory;
  readonly keyArea: KeyArea;
  readonly unit: string;
  readonly place: string | null;
  readonly text: string | null;
  readonly foundOn: string;
  readonly dueOn: string | null;
  readonly verb: 'hazards.rectify' | 'hazards.lookBack';
  /** The photo before, once it has arrived. */
  readonly photoId: string | null;
};

/** 我的任务: what was assigned to the caller, to rectify or to look back on, from whatever branch; the most urgent first. */
export const listOwnTasks = query({
  permission: 'hazards.follow',
  async run({ tx, today }): Promise<{ items: OwnTask[] }> {
    const { rows } = await sql<OwnTask>`
      select id, number, stage, level, category, key_area as "keyArea", unit_name as unit, place, text, found_on as "foundOn",
        coalesce(look_back_to_on, due_on) as "dueOn", verb, photo_id as "photoId" from house.assigned_hazards(${today}::date)`.execute(tx);
    return { items: rows };
  },
});

/** How many hazards stand in each stage and level within the branch, and how many are late; with words, of those that carry them, and of a thousand at most. */
export const countHazards = query({
  permission: 'hazards.read',
  async run({ tx, scope, today }, filter: Pick<HazardFilter, 'unitId' | 'withBelow' | 'text'>) {
    const ranges = await rangesOf({ tx, scope }, filter);
    const found = filter.text === undefined ? null : await idsWith(tx, ranges, filter.text);
    const asked = { facets: ['level', 'due'], today } as const;
    const told = await lastOf<Counted>(
      tx,
      found === null ? countsWithin(ranges, asked) : countsAmong(ranges, { ...asked, ids: found.ids }),
    );
    const overdue = told.filter(({ facet }) => facet === 'due').reduce((sum, { count }) => sum + count, 0);
    const counts = told
      .filter(({ facet }) => facet === 'level')
      .map(({ stage, value, count }) => ({ stage, level: levelOf(value), count }));
    return { counts, overdue, tooMany: found?.tooMany ?? false };
  },
});

function levelOf(value: string): HazardLevel | null {
  return value === '' ? null : (value as HazardLevel);
}
