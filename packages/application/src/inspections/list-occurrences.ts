import { toPage, type Tables, within } from '@changming/database';
import type { OccurrenceFilter } from '@changming/domain/inspections';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { occurrences, withDoers } from './occurrence-store.ts';

/** 应查台账, by the day owed. */
export const listOccurrences = query({
  permission: 'inspections.read',
  async run(work, filter: OccurrenceFilter) {
    const rows = await (await selected(work, filter))
      .orderBy('o.on_day')
      .orderBy('o.id')
      .limit(filter.limit + 1)
      .execute();
    const { items, next } = toPage(
      rows,
      filter.limit,
      ({ on, id }) => `${on}~${id}`,
      (row) => row,
    );
    return { items: await withDoers(work, items), next };
  },
});

/** Everything that the query bar picks. */
export async function selected(work: Reading, filter: Omit<OccurrenceFilter, 'limit'>) {
  const branch = filter.unitId === undefined ? null : await unitInScope(work.tx, work.scope, filter.unitId);
  return occurrences(work)
    .where((eb) => eb.and(conditions(eb as unknown as Seen, filter)))
    .$if(branch !== null && filter.withBelow, (each) => each.where((eb) => within(eb.ref('o.unit_pos'), branch === null ? [] : [branch])))
    .$if(branch !== null && !filter.withBelow, (each) => each.where('o.unit_id', '=', branch?.id ?? ''));
}

type Seen = ExpressionBuilder<Tables & { o: Tables['inspection_occurrences'] }, 'o'>;

function conditions(eb: Seen, filter: Omit<OccurrenceFilter, 'limit'>): Expression<SqlBool>[] {
  const { from, to, state, kind, shift, planId, pointId, after } = filter;
  return [
    eb('o.on_day', '>=', from),
    eb('o.on_day', '<=', to),
    ...(state === undefined ? [] : [eb('o.state', 'in', state)]),
    ...(kind === undefined ? [] : [eb('o.kind', 'in', kind)]),
    ...(shift === undefined ? [] : [eb('o.shift', 'in', shift)]),
    ...(planId === undefined ? [] : [eb('o.plan_id', '=', planId)]),
    ...(pointId === undefined ? [] : [eb('o.point_id', '=', pointId)]),
    ...flagged(eb, filter),
    ...(after === undefined ? [] : [eb(eb.refTuple('o.on_day', 'o.id'), '>', eb.tuple(after[0], after[1]))]),
  ];
}

function flagged(eb: Seen, { unexplained, failed, late, byHand }: Omit<OccurrenceFilter, 'limit'>): Expression<SqlBool>[] {
  return [
    ...(unexplained === true ? [eb('o.state', '=', 'missed'), eb('o.miss_reason', 'is', null)] : []),
    ...(failed === true ? [eb('o.failed', '>', 0)] : []),
    ...(late === true ? [sql<SqlBool>`o.timing in ('late', 'afterMiss')`] : []),
    ...(byHand === true ? [eb('o.by_hand', '=', true)] : []),
  ];
}
