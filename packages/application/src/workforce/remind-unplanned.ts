import type { Post } from '@changming/database';
import { addDays, id, monthsLater } from '@changming/domain/kernel';
import { defaultWatchPlanDays, monthsToPlan } from '@changming/domain/workforce';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { ruleBook } from '../standards/index.ts';
import { holdersNear } from './holders-near.ts';
import { schemeOf, slotsIn } from './watch-slots.ts';

const batch = 200;
const planners = ['safetyOfficer', 'safetyDirector', 'unitHead'] as const satisfies readonly Post[];
export const noticeOfUnplanned = 'workforce.watchUnplanned';

/**
 * 排班催办: some days before a month begins whoever plans the watch of a unit hears that nobody is on its roster yet; a worker that was down then
 * tells it in the month itself. Once a unit and month.
 */
export const remindUnplanned = command({
  permission: 'workforce.sweepWatch',
  name: 'workforce.remindUnplanned',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const schemes = await work.tx
      .selectFrom('watch_schemes as w')
      .innerJoin('units as u', 'u.id', 'w.unit_id')
      .selectAll('w')
      .select('u.name as unit')
      .where(sql<SqlBool>`cardinality(w.watched) > 0`)
      .where('u.closed_on', 'is', null)
      .$if(after !== null, (each) => each.where('w.id', '>', after ?? ''))
      .orderBy('w.id')
      .limit(batch)
      .execute();
    const book = await ruleBook(work.tx);
    let told = 0;
    for (const scheme of schemes) {
      const { number } = await book({ unitId: scheme.unit_id, on: work.today });
      const days = number('workforce.watchPlanDays') ?? defaultWatchPlanDays;
      for (const month of monthsToPlan(work.today, { days, since: scheme.from_on })) told += await remind(work, scheme, month);
    }
    return work.trail([], { told, next: schemes.length < batch ? null : (schemes.at(-1)?.id ?? null) });
  },
});

type Scheme = Parameters<typeof schemeOf>[0] & { readonly unit: string };

async function remind(work: Writing, scheme: Scheme, month: string): Promise<number> {
  if (!(await isUnplanned(work, scheme, month)) || !(await noted(work, scheme.unit_id, month))) return 0;
  return tell(work, scheme, month);
}

/** The scheme asks for somebody on a day that is still to come, and nobody is named on any. */
async function isUnplanned({ tx, today }: Writing, scheme: Scheme, month: string): Promise<boolean> {
  const first = month < today ? today : month;
  const last = addDays(monthsLater(month, 1), -1);
  const planned = await tx
    .selectFrom('watch_shifts')
    .select('id')
    .where('unit_id', '=', scheme.unit_id)
    .where('on_day', '>=', first)
    .where('on_day', '<=', last)
    .where('person_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return planned === undefined && (await slotsIn(tx, schemeOf(scheme), { first, last })).length > 0;
}

async function noted({ tx, now }: Writing, unitId: string, month: string): Promise<boolean> {
  const written = await tx
    .insertInto('watch_plan_reminders')
    .values({ unit_id: unitId, month, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

async function tell(work: Writing, { unit_id: unitId, unit_pos: unitPos, unit }: Scheme, first: string): Promise<number> {
  const personIds = await holdersNear(work.tx, { unitPos, on: work.today, posts: planners });
  if (personIds.length === 0) return 0;
  const month = first.slice(0, 7);
  const once = `${unitId}:${month}`;
  const link = `/workforce/watch?unit=${unitId}&month=${month}`;
  const payload = { about: noticeOfUnplanned, subjectId: unitId, unitId, to: { personIds }, facts: { unit, month }, link, once };
  await work.enqueue('notices.deliver', payload, `${noticeOfUnplanned}:${once}`);
  return 1;
}
