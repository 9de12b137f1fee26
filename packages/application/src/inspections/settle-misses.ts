import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';

/** Rows that one transaction settles. */
const atOnce = 20_000;

/**
 * 漏查: what is open though its time has passed. Owed no more, if its point, its unit or its plan ended before it was due; missed otherwise.
 * One statement each, so that a night's misses of the whole group are settled in a second.
 */
export const settleMisses = command({
  permission: 'inspections.sweep',
  name: 'inspections.settleMisses',
  input: z.strictObject({}),
  async run(work) {
    const waived = await settle(work, sql`state = 'waived', waived_why = due.why`, sql`due.why is not null`);
    const missed = await settle(work, sql`state = 'missed', missed_at = ${work.now}::timestamptz`, sql`due.why is null`);
    return work.trail([], { waived, missed, more: waived + missed >= atOnce });
  },
});

async function settle({ tx, now }: Writing, set: RawBuilder<unknown>, which: RawBuilder<unknown>): Promise<number> {
  const result = await sql`
    with due as (
      select o.id, o.on_day, ${whyNotOwed} as why
      from inspection_occurrences o
      join inspection_plans plan on plan.id = o.plan_id
      join units u on u.id = o.unit_id
      left join points p on p.id = o.point_id
      where o.state = 'open' and o.misses_at <= ${now}::timestamptz order by o.misses_at limit ${atOnce})
    update inspection_occurrences o set ${set} from due
    where o.id = due.id and o.on_day = due.on_day and o.state = 'open' and ${which}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

const whyNotOwed = sql`
  case when p.closed_on <= o.on_day then 'pointClosed' when u.closed_on <= o.on_day then 'unitClosed' when plan.to_on <= o.on_day then 'planEnded' end`;
