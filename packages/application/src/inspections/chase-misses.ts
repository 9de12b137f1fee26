import { type ChaseDays, type ChaseTarget, chasedBy, defaultChase } from '@changming/domain/inspections';
import { addDays, dayIn } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { ruleBook, type RulesInForce } from '../standards/index.ts';
import { holdersNear } from '../workforce/index.ts';
import { personsExpected } from './expected.ts';

/** How far back a miss is still chased, in days. */
const reach = 31;
const atOnce = 500;

/** Misses of one plan in one unit on one day that nobody has explained. One notice speaks of them all. */
type Missed = {
  readonly key: string;
  readonly planId: string;
  readonly plan: string;
  readonly unitId: string;
  readonly unit: string;
  readonly unitPos: number;
  readonly onDay: string;
  readonly shift: string;
  readonly missedAt: Date;
  readonly count: number;
  readonly occurrenceIds: string[];
};

const input = z.strictObject({ after: z.string().max(200).nullable().default(null) });

/**
 * 催办: tells of what was missed and not explained, first whoever was expected, then the head of the unit, then the head of the unit above,
 * by the days that the rules set. Each telling is written down in the transaction that hands it over, so it is told once. Answers where to
 * go on, null when nothing is left.
 */
export const chaseMisses = command({
  permission: 'inspections.sweep',
  name: 'inspections.chase',
  input,
  async run(work, { after }) {
    const missed = await unexplained(work, after);
    const book = await ruleBook(work.tx);
    let told = 0;
    for (const each of missed) {
      const days = daysIn(await book({ unitId: each.unitId, on: each.onDay }));
      for (const target of chasedBy(dayIn(each.missedAt), work.today, days)) told += await tell(work, each, target);
    }
    return work.trail([], { told, next: missed.length < atOnce ? null : (missed.at(-1)?.key ?? null) });
  },
});

function daysIn({ number }: RulesInForce): ChaseDays {
  return {
    unitHead: number('inspections.chaseUnitHeadDays') ?? defaultChase.unitHead,
    parent: number('inspections.chaseParentDays') ?? defaultChase.parent,
  };
}

/** The strictest value that any jurisdiction ever set for a rule, and the product's own: nothing is owed before it. */
const strictest = (ruleId: string, own: number) => sql`
  least(${own}::int, (select min((value #>> '{}')::numeric)::int from rules where rule_id = ${ruleId}))`;

/** Only what may have somebody left to tell today: each rung is told in its turn, so their number says which comes next. */
async function unexplained({ tx, today }: Writing, after: string | null): Promise<Missed[]> {
  const day = sql`${today}::date`;
  const missedOn = sql`(m."missedAt" at time zone 'Asia/Shanghai')::date`;
  const { rows } = await sql<Missed>`
    select m.*, plan.name as plan, u.name as unit, u.lo as "unitPos" from (
      select concat_ws('~', o.plan_id, o.unit_id, o.on_day, o.shift) as key, o.plan_id as "planId", o.unit_id as "unitId",
        o.on_day as "onDay", coalesce(o.shift, '') as shift, min(o.missed_at) as "missedAt", count(*)::integer as count,
        (array_agg(o.id order by o.id))[1:200] as "occurrenceIds"
      from inspection_occurrences o
      where o.state = 'missed' and o.miss_reason is null and o.on_day >= ${addDays(today, -reach)}::date
      group by 1, 2, 3, 4, 5) as m
    join inspection_plans plan on plan.id = m."planId" join units u on u.id = m."unitId"
    cross join lateral (
      select count(*) as rungs from inspection_chases c
      where c.plan_id = m."planId" and c.unit_id = m."unitId" and c.on_day = m."onDay" and c.shift = m.shift) as told
    where (told.rungs = 0
        or (told.rungs = 1 and ${missedOn} + ${strictest('inspections.chaseUnitHeadDays', defaultChase.unitHead)} <= ${day})
        or (told.rungs = 2 and ${missedOn} + ${strictest('inspections.chaseParentDays', defaultChase.parent)} <= ${day}))
      and (${after}::text is null or m.key > ${after}::text)
    order by m.key limit ${atOnce}`.execute(tx);
  return rows;
}

/** Told once under (plan, unit, day, shift, target), also when nobody holds the post: the next rung then comes in its time. */
async function tell(work: Writing, missed: Missed, target: ChaseTarget): Promise<number> {
  const { tx, now, enqueue } = work;
  const { planId, unitId, onDay, shift } = missed;
  const key = { plan_id: planId, unit_id: unitId, on_day: onDay, shift: shift as '', target };
  const written = await tx
    .insertInto('inspection_chases')
    .values({ ...key, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return 0;
  const personIds = await receivers[target](work, missed);
  if (personIds.length === 0) return 0;
  const about = target === 'person' ? 'inspections.missed' : 'inspections.missedBelow';
  const once = `${planId}:${unitId}:${onDay}:${shift}:${target}`;
  await enqueue(
    'notices.deliver',
    {
      about,
      subjectId: planId,
      unitId,
      to: { personIds },
      facts: { unit: missed.unit, plan: missed.plan, on: onDay, count: missed.count },
      link: `/inspections?unitId=${unitId}&planId=${planId}&state=missed&from=${onDay}&to=${onDay}`,
      once,
    },
    `${about}:${once}`,
  );
  return personIds.length;
}

const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const;

const receivers: Readonly<Record<ChaseTarget, (work: Writing, missed: Missed) => Promise<string[]>>> = {
  person: (work, { occurrenceIds }) => personsExpected(work, occurrenceIds),
  unitHead: (work, { unitPos }) => holdersNear(work.tx, { on: work.today, unitPos, posts: heads }),
  parent: async (work, { unitId }) => {
    const above = await work.tx
      .selectFrom('units as u')
      .innerJoin('units as above', 'above.id', 'u.parent_id')
      .select('above.lo')
      .where('u.id', '=', unitId)
      .executeTakeFirst();
    return above === undefined ? [] : holdersNear(work.tx, { on: work.today, unitPos: above.lo, posts: heads });
  },
};
