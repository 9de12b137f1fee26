import { addWorkdays as addTo, daysOfYear } from '@changming/domain/standards';

import { query } from '../context.ts';
import { calendarAround, calendarBetween } from './calendar-in.ts';

/** Every day of a year, and by which notice it stands; without a notice the days are the plain week and may change. */
export const readCalendar = query({
  permission: 'standards.read',
  async run({ tx }, { year }: { year: number }) {
    const said = await tx.selectFrom('work_years').select('notice').where('year', '=', year).executeTakeFirst();
    const calendar = await calendarBetween(tx, `${year}-01-01`, `${year}-12-31`);
    const named = await tx
      .selectFrom('work_calendar')
      .select(['day', 'name', 'source'])
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<=', `${year}-12-31`)
      .execute();
    const byDay = new Map(named.map((each) => [each.day, each]));
    const days = daysOfYear(calendar, year).map(({ day, kind }) => ({
      day,
      kind,
      name: byDay.get(day)?.name ?? null,
      source: byDay.get(day)?.source ?? null,
    }));
    return { year, notice: said?.notice ?? null, days };
  },
});

/** The last day of a limit of 工作日 that begins on `from`; `certain` is false where a year has no official notice. */
export const addWorkdays = query({
  permission: 'standards.read',
  async run({ tx }, { from, workdays }: { from: string; workdays: number }) {
    return addTo(await calendarAround(tx, from), from, workdays);
  },
});
