import { sql } from 'kysely';
import { z } from 'zod';

import { type Changed, command } from '../context.ts';

/** A check of the past at which everything was good: who, from when until when, and what gauges showed. */
const pastCheck = z.strictObject({
  id: z.uuidv7(),
  occurrenceId: z.uuid(),
  personId: z.uuid(),
  startedAt: z.date(),
  doneAt: z.date(),
  readings: z.record(z.string(), z.number()).nullable().default(null),
});
export type PastCheck = z.input<typeof pastCheck>;

/**
 * 期初检查: many checks of the past at once, as they stand in the books a group had before. Each counts as known when it was done. What is
 * settled already stays as it is. Each is the act of whoever checked; the trail tells who entered it.
 */
export const recordChecks = command({
  permission: 'inspections.sweep',
  name: 'inspections.recordChecks',
  input: z.strictObject({ checks: z.array(pastCheck).max(20_000) }),
  async run({ tx, trail }, { checks }) {
    const given = sql`jsonb_to_recordset(${JSON.stringify(checks)}::jsonb)
      as g (id uuid, "occurrenceId" uuid, "personId" uuid, "startedAt" timestamptz, "doneAt" timestamptz, readings jsonb)`;
    const done = sql`
      select g.*, o.on_day, o.plan_id, o.point_id, o.unit_id,
        case when g."doneAt" <= o.due_at then 'onTime' when g."doneAt" < o.misses_at then 'late' else 'afterMiss' end as timing
      from ${given} join inspection_occurrences o on o.id = g."occurrenceId" where o.state = 'open' and o.result_id is null`;
    await sql`
      insert into inspection_results (id, on_day, occurrence_id, plan_id, checklist_version_id, point_id, unit_id, by_id, started_at, done_at,
        claimed_at, clock_suspect, recorded_at, timing, verdicts, readings, failed)
      select d.id, d.on_day, d."occurrenceId", d.plan_id, v.id, d.point_id, d.unit_id, d."personId", d."startedAt", d."doneAt",
        d."doneAt", false, d."doneAt", d.timing, repeat('p', jsonb_array_length(v.items)), d.readings, 0
      from (${done}) as d join inspection_plans plan on plan.id = d.plan_id
      cross join lateral (
        select v.id, v.items from inspection_checklist_versions v where v.checklist_id = plan.checklist_id order by v.number desc limit 1) as v`.execute(
      tx,
    );
    const { rows } = await sql<Settled>`
      update inspection_occurrences o set state = case when d.timing = 'afterMiss' then 'missed' else 'done' end, result_id = d.id,
        timing = d.timing, done_at = d."doneAt", done_by_id = d."personId", recorded_at = d."doneAt",
        missed_at = case when d.timing = 'afterMiss' then o.misses_at end
      from (${done}) as d where o.id = d."occurrenceId" and o.on_day = d.on_day
      returning o.id as "subjectId", o.unit_id as "unitId", d."personId", d."doneAt", d.timing, d.id as "resultId"`.execute(tx);
    return trail(rows.map(toldCheck), { recorded: rows.length });
  },
});

type Settled = {
  readonly subjectId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly doneAt: Date;
  readonly timing: string;
  readonly resultId: string;
};

function toldCheck({ subjectId, unitId, personId, doneAt, ...result }: Settled): Changed {
  const did = { verb: 'inspections.perform', personId, at: doneAt };
  return { subjectId, unitId, before: { state: 'open' }, after: { ...result, doneAt, failed: 0 }, did };
}
