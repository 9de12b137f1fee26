import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';

/**
 * 漏查: what is open though its time has passed. Owed no more, if its point, its unit or its plan ended before it was due; missed otherwise.
 * One statement each over the times of one day, the earliest first, so that a night's misses of the whole group are settled at once and
 * whoever catches up does it in steps.
 */
export const settleMisses = command({
  permission: 'inspections.sweep',
  name: 'inspections.settleMisses',
  input: z.strictObject({}),
  async run(work) {
    const until = await firstDayPassed(work);
    if (until === null) return work.trail([], { waived: 0, missed: 0, more: false });
    const waived = await waive(work, until);
    const missed = await miss(work, until);
    return work.trail([], { waived, missed, more: true });
  },
});

const day = 24 * 60 * 60_000;

/** The end of the day that begins with the earliest time passed, or now; null when nothing is left. */
async function firstDayPassed({ tx, now }: Writing): Promise<Date | null> {
  const { earliest } = await tx
    .selectFrom('inspection_occurrences')
    .select((eb) => eb.fn.min('misses_at').as('earliest'))
    .where('state', '=', 'open')
    .where('misses_at', '<=', now)
    .executeTakeFirstOrThrow();
  return earliest === null ? null : new Date(Math.min(now.getTime(), earliest.getTime() + day));
}

const ended = {
  pointClosed: sql`exists (select from points p where p.id = o.point_id and p.closed_on <= o.on_day)`,
  unitClosed: sql`exists (select from units u where u.id = o.unit_id and u.closed_on <= o.on_day)`,
  planEnded: sql`exists (select from inspection_plans plan where plan.id = o.plan_id and plan.to_on <= o.on_day)`,
};

async function waive({ tx }: Writing, until: Date): Promise<number> {
  const { pointClosed, unitClosed, planEnded } = ended;
  const result = await sql`
    update inspection_occurrences o set state = 'waived',
      waived_why = case when ${pointClosed} then 'pointClosed' when ${unitClosed} then 'unitClosed' else 'planEnded' end
    where o.state = 'open' and o.misses_at <= ${until}::timestamptz and (${pointClosed} or ${unitClosed} or ${planEnded})`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

async function miss({ tx, now }: Writing, until: Date): Promise<number> {
  const result = await sql`
    update inspection_occurrences o set state = 'missed', missed_at = ${now}::timestamptz
    where o.state = 'open' and o.misses_at <= ${until}::timestamptz`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
