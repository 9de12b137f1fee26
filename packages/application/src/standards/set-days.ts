import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { setDaysInput, yearOf } from '@changming/domain/standards';
import type { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { refuseUnlessHeadquarters } from './store.ts';

type Wanted = z.output<typeof setDaysInput>;

/** Says which days of a year are worked. With the name of the official notice the year is settled; without, the days are the group's own. */
export const setDays = command({
  permission: 'standards.edit',
  name: 'standards.setDay',
  input: setDaysInput,
  async run(work, wanted) {
    refuseUnlessHeadquarters(work);
    refuseOddDays(wanted);
    const said = sayingWhy(wanted);
    const changed: Changed[] = [];
    for (const each of wanted.days) changed.push(await setDay(work, each, said));
    if (wanted.notice !== null) changed.push(await settleYear(work, wanted.year, wanted.notice));
    return work.trail(changed, { days: wanted.days.length });
  },
});

type Said = { readonly source: 'notice' | 'headquarters'; readonly reason: string };

/** Who says so, and why: the official notice, or the group with a reason of its own. */
function sayingWhy({ notice, reason }: Wanted): Said {
  if (notice !== null) return { source: 'notice', reason: reason ?? notice };
  return { source: 'headquarters', reason: reason ?? refuse('invalid', 'standards.reason_missing') };
}

function refuseOddDays({ year, days }: Wanted): void {
  const stray = days.find(({ day }) => yearOf(day) !== year);
  if (stray !== undefined) refuse('invalid', 'standards.not_in_year', { day: stray.day, year });
  const twice = days.find(({ day }, at) => days.findIndex((other) => other.day === day) !== at);
  if (twice !== undefined) refuse('invalid', 'standards.day_twice', { day: twice.day });
}

async function setDay({ tx, newId }: Writing, wanted: Wanted['days'][number], { source, reason }: Said): Promise<Changed> {
  const before = await dayBefore(tx, wanted.day);
  const id = before?.id ?? newId();
  const { kind, name } = wanted;
  await tx
    .insertInto('work_calendar')
    .values({ id, ...wanted, source })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ kind, name, source }))
    .execute();
  return { subjectId: id, before: before && { day: wanted.day, kind: before.kind }, after: { day: wanted.day, kind, reason } };
}

async function dayBefore(tx: Tx, day: string) {
  const found = await tx.selectFrom('work_calendar').select(['id', 'kind']).where('day', '=', day).executeTakeFirst();
  return found ?? null;
}

async function settleYear({ tx, newId }: Writing, year: number, notice: string): Promise<Changed> {
  const before = await tx.selectFrom('work_years').select(['id', 'notice']).where('year', '=', year).executeTakeFirst();
  const id = before?.id ?? newId();
  await tx
    .insertInto('work_years')
    .values({ id, year, notice })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ notice }))
    .execute();
  return { subjectId: id, before: before ? { year, notice: before.notice } : null, after: { year, notice } };
}
