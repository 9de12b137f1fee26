import { within } from '@changming/database';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { namesOn } from './names.ts';

export type SupervisionFilter = {
  readonly unitId?: string | undefined;
  readonly withBelow: boolean;
  readonly state: 'running' | 'delisted' | 'all';
};

/** 挂牌督办台账 of a branch, the nearest deadline first. The group lists few at a time, so there is one page of 500. */
export const listSupervisions = query({
  permission: 'hazards.read',
  async run({ tx, scope, today }, filter: SupervisionFilter) {
    const ranges = await rangesOf({ tx, scope }, filter);
    const rows = await tx
      .selectFrom('hazard_supervisions as s')
      .innerJoin('hazards as h', 'h.id', 's.hazard_id')
      .innerJoin('units as u', 'u.id', 'h.unit_id')
      .select(['s.id', 's.hazard_id as hazardId', 's.seq', 's.stage', 's.level', 's.issuer', 's.main_person_id as mainPersonId'])
      .select([
        's.listed_on as listedOn',
        's.due_on as dueOn',
        's.last_progress_on as lastProgressOn',
        's.progress_due_on as progressDueOn',
      ])
      .select(['s.delisted_on as delistedOn', 'h.number as hazardNumber', 'h.text', 'h.stage as hazardStage', 'u.name as unit'])
      .where((eb) => within(eb.ref('h.unit_pos'), ranges))
      .$if(filter.state === 'running', (each) => each.where('s.stage', '!=', 'delisted'))
      .$if(filter.state === 'delisted', (each) => each.where('s.stage', '=', 'delisted'))
      .orderBy('s.due_on')
      .orderBy('s.id')
      .limit(500)
      .execute();
    const names = await namesOn(tx, [...new Set(rows.map(({ hazardId }) => hazardId))]);
    return {
      items: rows.map(({ seq, ...row }) => ({
        ...row,
        number: supervisionNumber(row.listedOn, seq),
        mainPerson: names.get(row.mainPersonId)?.name ?? null,
        progressOverdue: row.progressDueOn !== null && row.progressDueOn < today,
        overdue: row.stage !== 'delisted' && row.dueOn < today,
      })),
    };
  },
});

/** 督办编号 */
export function supervisionNumber(listedOn: string, seq: number): string {
  return `D-${listedOn.slice(0, 4)}-${String(seq).padStart(4, '0')}`;
}
