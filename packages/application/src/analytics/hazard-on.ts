import type { HazardStage } from '@changming/domain/hazards';
import type { Day } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { literal, viewColumn } from './literal.ts';

/** When each step was taken, the last one first. A submission that was sent back has left the work where it was. */
const steps = [
  ['void', sql`v.voided_on`],
  ['closed', sql`v.closed_on`],
  ['submitted', sql`case when v.stage <> 'rectifying' then v.submitted_on end`],
  ['rectifying', sql`least(v.started_on, v.submitted_on)`],
  ['assigned', sql`v.assigned_on`],
  ['registered', sql`v.registered_on`],
] as const satisfies readonly (readonly [HazardStage, RawBuilder<unknown>])[];

const dayColumns = ['registeredOn', 'assignedOn', 'startedOn', 'submittedOn', 'closedOn', 'voidedOn'] as const;

/** A hazard as it stood at the end of a day: what its steps of later days wrote is not there yet. */
export function hazardOn(on: Day): Readonly<Record<string, RawBuilder<unknown>>> {
  const day = sql`${literal(on)}::date`;
  const taken = steps.map(([stage, at]) => sql`when ${at} <= ${day} then ${literal(stage)}`);
  const until = (name: string) => {
    const column = sql.ref(`v.${viewColumn(name)}`);
    return sql`case when ${column} <= ${day} then ${column} end`;
  };
  return {
    ...Object.fromEntries(dayColumns.map((column) => [column, until(column)])),
    stage: sql`case ${undated} ${sql.join(taken, sql` `)} ${openBefore} else 'reported' end`,
    onTime: sql`case when v.closed_on <= ${day} then v.on_time end`,
  };
}

/** An old ledger often tells a stage and not since when. Such a hazard stands where it stands now. */
const undated = sql`when v.origin = 'opening' and case v.stage when 'reported' then true ${sql.join(
  steps.map(([stage, at]) => sql`when ${literal(stage)} then ${at} is null`),
  sql` `,
)} end then v.stage`;

/** Before its first dated step a hazard of an old ledger was assigned, if the ledger gave it a deadline, and at least registered. */
const openBefore = sql`when v.origin = 'opening' then case when v.assigned_on is null and v.due_on is not null then 'assigned' else 'registered' end`;
