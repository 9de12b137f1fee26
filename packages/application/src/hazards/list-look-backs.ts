import { within } from '@changming/database';
import type { LookBackResult } from '@changming/domain/hazards';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { namesOn } from './names.ts';

export type LookBackFilter = {
  readonly unitId?: string | undefined;
  readonly withBelow: boolean;
  readonly state: 'owed' | 'overdue' | LookBackResult | 'all';
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
};

/** 回头看台账 of a branch, the most urgent first. One is owed only while its round stands closed: reopened or void, there is nothing to see. */
export const listLookBacks = query({
  permission: 'hazards.read',
  async run({ tx, scope, today }, filter: LookBackFilter) {
    const ranges = await rangesOf({ tx, scope }, filter);
    const { state, after, limit } = filter;
    const rows = await tx
      .selectFrom('hazard_look_backs as l')
      .innerJoin('hazards as h', 'h.id', 'l.hazard_id')
      .innerJoin('units as u', 'u.id', 'l.unit_id')
      .select(['l.id', 'l.hazard_id as hazardId', 'l.round', 'l.reason', 'l.from_on as fromOn', 'l.to_on as toOn', 'l.result'])
      .select(['l.looked_on as lookedOn', 'l.inspector_id as inspectorId', 'l.note', 'h.number', 'h.text', 'h.category', 'u.name as unit'])
      .where((eb) => within(eb.ref('l.unit_pos'), ranges))
      .where((eb) =>
        eb.or([eb('l.result', 'is not', null), eb.and([eb('h.stage', '=', 'closed'), eb('h.reopenings', '=', eb.ref('l.round'))])]),
      )
      .$if(state === 'owed' || state === 'overdue', (each) => each.where('l.result', 'is', null))
      .$if(state === 'overdue', (each) => each.where('l.to_on', '<', today))
      .$if(state === 'held' || state === 'relapsed', (each) => each.where('l.result', '=', state as LookBackResult))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('l.to_on', 'l.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('l.to_on')
      .orderBy('l.id')
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const names = await namesOn(tx, [...new Set(shown.map(({ hazardId }) => hazardId))]);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        ...row,
        inspector: row.inspectorId === null ? null : (names.get(row.inspectorId)?.name ?? null),
        overdue: row.result === null && row.toOn < today,
      })),
      next: rows.length > limit && last !== undefined ? `${last.toOn}~${last.id}` : null,
    };
  },
});
