import { addDays } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rulesFor } from '../standards/index.ts';
import { holdersNear } from '../workforce/index.ts';
import { tellAll } from '../tell-all.ts';

/** What is owed, and how telling it is called; each has its own list to be led to. */
const kinds = [
  { table: 'training_owed', soon: 'soon', overdue: 'overdue', about: 'training.owed', list: '/training/owed' },
  {
    table: 'training_dedicated',
    soon: 'dedicatedSoon',
    overdue: 'dedicatedOverdue',
    about: 'training.dedicated',
    list: '/training/dedicated',
  },
] as const;
type Kind = (typeof kinds)[number];

type Owing = {
  readonly unitId: string;
  readonly unit: string;
  readonly position: number;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly count: number;
  readonly personIds: readonly string[];
};

/**
 * 岗前培训、专项应训提醒: some days ahead and once it is overdue, those who owe it and whoever leads them nearest are told, one notice a unit and day.
 * What was told is written down with it, so that it is told once however often this runs.
 */
export const remindOwed = command({
  permission: 'training.sweep',
  name: 'training.remindOwed',
  input: z.strictObject({}),
  async run(work) {
    const { number } = await rulesFor(work.tx, { on: work.today });
    const until = addDays(work.today, number('training.remindDays') ?? 3);
    let told = 0;
    for (const kind of kinds)
      for (const each of await owingNow(work, kind, until)) if (await noted(work, kind, each)) told += await tell(work, kind, each);
    return work.trail([], { told });
  },
});

async function owingNow({ tx, today }: Writing, { table, soon, overdue }: Kind, until: string): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    select u.id as "unitId", u.name as unit, u.lo as position, o.due_on as "dueOn", o.due_on < ${today}::date as overdue,
      count(distinct o.person_id) as count, array_agg(distinct o.person_id) as "personIds"
    from ${sql.table(table)} o join units u on u.id = o.unit_id
    where o.met_on is null and o.void_on is null and o.due_on <= ${until}::date and o.due_on > ${today}::date - 60
      and not exists (select from training_reminders r where r.subject_id = o.unit_id and r.due_on = o.due_on
        and r.rule = case when o.due_on < ${today}::date then ${overdue} else ${soon} end)
    group by u.id, u.name, u.lo, o.due_on order by u.lo, o.due_on limit 500`.execute(tx);
  return rows;
}

async function noted({ tx, now }: Writing, kind: Kind, { unitId, dueOn, overdue }: Owing): Promise<boolean> {
  const written = await tx
    .insertInto('training_reminders')
    .values({ subject_id: unitId, rule: overdue ? kind.overdue : kind.soon, due_on: dueOn, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** Whoever leads them is led to the list of the unit, whoever owes it to what is his own. */
async function tell(work: Writing, kind: Kind, { unitId, unit, position, dueOn, overdue, count, personIds }: Owing): Promise<number> {
  const heads = await holdersNear(work.tx, { unitPos: position, on: work.today, posts: ['safetyOfficer', 'teamLeader', 'workshopHead'] });
  const about = `${kind.about}${overdue ? 'Overdue' : 'Soon'}`;
  const shared = { about, subjectId: unitId, unitId, facts: { unit, count, due: dueOn } };
  const once = `${unitId}:${dueOn}`;
  await tellAll(work, { ...shared, to: { personIds: heads }, link: `${kind.list}?unitId=${unitId}`, once });
  const own = overdue ? [] : personIds.filter((id) => !heads.includes(id));
  await tellAll(work, { ...shared, to: { personIds: own }, link: '/training/mine', once: `${once}:own` });
  return 1;
}
