import { defaultLightsOutParentMinutes, lightsOutChased, type LightsOutTarget, shiftRoundKinds } from '@changming/domain/inspections';
import { addDays } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { ruleBook } from '../standards/index.ts';
import { holdersNear } from '../workforce/index.ts';
import { personsExpected } from './expected.ts';

const atOnce = 500;

/** What one plan's shift in one unit has not confirmed. */
type Dark = {
  readonly planId: string;
  readonly plan: string;
  readonly kind: (typeof shiftRoundKinds)[number];
  readonly unitId: string;
  readonly unit: string;
  readonly unitPos: number;
  readonly parentPos: number | null;
  readonly onDay: string;
  readonly shift: string;
  readonly missesAt: Date;
  readonly count: number;
  /** How many were told already: each in his turn. */
  readonly rungs: number;
  readonly occurrenceIds: string[];
};

/**
 * 班后催办: within the hour after a shift that nobody confirmed, whoever was expected and the leader on duty are told at once, the head above
 * as many minutes later as the rules set. A confirmation that comes after the miss ends it. Each telling is written down, so it is told once, and who calls again
 * while there is `more` comes to the end.
 */
export const chaseLightsOut = command({
  permission: 'inspections.sweep',
  name: 'inspections.chaseLightsOut',
  input: z.strictObject({}),
  async run(work) {
    const owed = await unconfirmed(work);
    const book = await ruleBook(work.tx);
    const count = { told: 0, rungs: 0 };
    for (const dark of owed) {
      const minutes = (await book({ unitId: dark.unitId, on: dark.onDay })).number(parentMinutes) ?? defaultLightsOutParentMinutes;
      for (const target of lightsOutChased(dark.missesAt, work.now, minutes).slice(dark.rungs)) {
        count.told += await tell(work, dark, target);
        count.rungs += 1;
      }
    }
    return work.trail([], { told: count.told, more: owed.length === atOnce && count.rungs > 0 });
  },
});

const parentMinutes = 'inspections.chaseParentMinutes';

/** The fewest minutes that anybody ever set, and the product's own: nobody above is told before. */
const fewestMinutes = sql`least(${defaultLightsOutParentMinutes}::int,
  (select min((value #>> '{}')::numeric)::int from rules where rule_id = ${parentMinutes}))`;

/** Those of whom somebody may still have to be told by now, whom nobody was told of yet first: two at the miss, the third when it climbs. */
async function unconfirmed({ tx, now, today }: Writing): Promise<Dark[]> {
  const { rows } = await sql<Dark>`
    select dark.*, told.rungs from (
      select o.plan_id as "planId", plan.name as plan, plan.kind, o.unit_id as "unitId", u.name as unit, u.lo as "unitPos", above.lo as "parentPos",
        o.on_day as "onDay", coalesce(o.shift, '') as shift, max(o.misses_at) as "missesAt", count(*)::integer as count,
        (array_agg(o.id order by o.id))[1:200] as "occurrenceIds"
      from inspection_occurrences o join inspection_plans plan on plan.id = o.plan_id join units u on u.id = o.unit_id
        left join units above on above.id = u.parent_id
      where o.on_day >= ${addDays(today, -2)}::date and o.kind = any(${[...shiftRoundKinds]}::text[]) and o.state in ('open', 'missed')
        and o.result_id is null and o.miss_reason is null and o.misses_at <= ${now}::timestamptz
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9) dark
    cross join lateral (
      select count(*)::integer as rungs from inspection_chases c where c.plan_id = dark."planId" and c.unit_id = dark."unitId"
        and c.on_day = dark."onDay" and c.shift = dark.shift) told
    where told.rungs < case when dark."missesAt" <= ${now}::timestamptz - ${fewestMinutes} * interval '1 minute' then 3 else 2 end
    order by told.rungs, "missesAt", "planId", "unitId", shift limit ${atOnce}`.execute(tx);
  return rows;
}

async function tell(work: Writing, dark: Dark, target: LightsOutTarget): Promise<number> {
  const { planId, unitId, onDay, shift } = dark;
  const key = { plan_id: planId, unit_id: unitId, on_day: onDay, shift: shift as '', target };
  const written = await work.tx
    .insertInto('inspection_chases')
    .values({ ...key, told_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return 0;
  const personIds = await receivers[target](work, dark);
  if (personIds.length === 0) return 0;
  const about = target === 'person' ? 'inspections.lightsOutOwed' : 'inspections.lightsOutMissed';
  const once = `${planId}:${unitId}:${onDay}:${shift}:${target}`;
  const facts = { unit: dark.unit, plan: dark.plan, on: onDay, count: dark.count };
  const link = `/inspections/lights-out?kind=${dark.kind}&unitId=${unitId}&on=${onDay}`;
  await work.enqueue('notices.deliver', { about, subjectId: planId, unitId, to: { personIds }, facts, link, once }, `${about}:${once}`);
  return personIds.length;
}

const duty = ['workshopHead', 'unitHead', 'firstResponsible'] as const;

const receivers: Readonly<Record<LightsOutTarget, (work: Writing, dark: Dark) => Promise<string[]>>> = {
  person: (work, { occurrenceIds }) => personsExpected(work, occurrenceIds),
  unitHead: (work, { unitPos }) => holdersNear(work.tx, { on: work.today, unitPos, posts: duty }),
  parent: async (work, { parentPos }) =>
    parentPos === null ? [] : holdersNear(work.tx, { on: work.today, unitPos: parentPos, posts: duty }),
};
