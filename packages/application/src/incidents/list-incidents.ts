import { toPage, when, within } from '@changming/database';
import type { IncidentFilter } from '@changming/domain/incidents';
import { keyOf } from '@changming/domain/kernel';
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { Tables } from '@changming/database';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

export const shownColumns = [
  'i.id',
  'i.number',
  'i.unit_id as unitId',
  'u.name as unit',
  'i.place',
  'i.text',
  'i.state',
  'i.event_class as eventClass',
  'i.accident_type as accidentType',
  'i.grade',
  'i.occurred_at as occurredAt',
  'i.occurred_on as occurredOn',
  'i.deaths',
  'i.serious',
  'i.minor',
  'i.missing',
  'i.loss_fen as lossFen',
  'i.responsibility',
  'i.closed_on as closedOn',
] as const;

/** When the earliest clock that is still open runs out. */
const nextDue = sql<Date | null>`(select min(c.due_at) from incident_clocks c
  where c.incident_id = i.id and c.met_at is null and c.dropped_at is null)`;

/** How many clocks ran out unmet or were met too late. */
export function lateClocks(now: Date) {
  return sql<number>`(select count(*)::integer from incident_clocks c where c.incident_id = i.id
    and (c.met_at > c.due_at or (c.met_at is null and c.dropped_at is null and c.due_at < ${now})))`;
}

type Asked = Omit<IncidentFilter, 'limit'>;
type Seen = ExpressionBuilder<Tables & { i: Tables['incidents'] }, 'i'>;

/** The incidents that a filter picks, in the caller's branches or in one unit, newest first. */
export async function picked(work: Reading, filter: Asked) {
  const { tx, now } = work;
  const ranges = await rangesOf(work, filter);
  return tx
    .selectFrom('incidents as i')
    .innerJoin('units as u', 'u.id', 'i.unit_id')
    .select([...shownColumns, nextDue.as('nextDueAt'), lateClocks(now).as('lateClocks')])
    .where((eb) => within(eb.ref('i.unit_pos'), ranges))
    .where((eb) => eb.and(conditions(eb as never, filter, now)))
    .orderBy('i.occurred_on', 'desc')
    .orderBy('i.id', 'desc');
}

const ended = ['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'] as const;

function conditions(eb: Seen, { state, eventClass, grade, unfinished, ungraded, overdue, from, to, q, after }: Asked, now: Date) {
  return [
    ...when(state, (is) => eb('i.state', 'in', is)),
    ...when(eventClass, (is) => eb('i.event_class', 'in', is)),
    ...when(grade, (is) => eb('i.grade', 'in', is)),
    ...when(unfinished, (is) => eb('i.state', is ? 'not in' : 'in', ended)),
    ...when(ungraded, (is) => sql<SqlBool>`(${awaitsGrade}) = ${is}`),
    ...when(overdue, (is) => sql<SqlBool>`(${lateOpen(now)}) = ${is}`),
    ...when(from, (day) => eb('i.occurred_on', '>=', day)),
    ...when(to, (day) => eb('i.occurred_on', '<=', day)),
    ...when(q, (typed) => carries(typed)),
    ...when(after, ([day, id]) => eb(eb.refTuple('i.occurred_on', 'i.id'), '<', eb.tuple(day, id))),
  ];
}

const awaitsGrade = sql`i.grade is null and i.state not in ('reported', 'cancelledDuplicate', 'reclassifiedNonProduction')`;

/** With a clock that has run out unmet, and not ended: what is over is chased no more. */
function lateOpen(now: Date) {
  return sql`i.state not in ('closed', 'cancelledDuplicate', 'reclassifiedNonProduction') and exists (select from incident_clocks c where c.incident_id = i.id and c.met_at is null and c.dropped_at is null and c.due_at < ${now})`;
}

function carries(typed: string) {
  const pattern = `%${keyOf(typed).replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`regexp_replace(lower(i.number || ' ' || i.text || ' ' || coalesce(i.place, '')), '\\s', '', 'g') like ${pattern}`;
}

/** 事件台账, newest first. */
export const listIncidents = query({
  permission: 'incidents.read',
  async run(work, { limit, ...filter }: IncidentFilter) {
    const rows = await (await picked(work, filter)).limit(limit + 1).execute();
    return toPage(
      rows,
      limit,
      ({ occurredOn, id }) => `${occurredOn}~${id}`,
      (row) => row,
    );
  },
});

/** How many cases run, await a confirmation, await a grade or an approval, and have let a clock run out: the cards of the first page. */
export const countIncidents = query({
  permission: 'incidents.read',
  async run(work, asked: { readonly unitId?: string | undefined }) {
    const { tx, now } = work;
    const ranges = await rangesOf(work, { unitId: asked.unitId, withBelow: true });
    const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::integer`;
    return tx
      .selectFrom('incidents as i')
      .select([
        count(sql`i.state not in ('closed', 'cancelledDuplicate', 'reclassifiedNonProduction')`).as('unfinished'),
        count(sql`i.state = 'reported'`).as('toConfirm'),
        count(sql`i.state = 'reportSubmitted'`).as('toApprove'),
        count(awaitsGrade).as('toGrade'),
        count(lateOpen(now)).as('overdue'),
      ])
      .where((eb) => within(eb.ref('i.unit_pos'), ranges))
      .executeTakeFirstOrThrow();
  },
});
