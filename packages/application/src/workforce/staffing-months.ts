import { within } from '@changming/database';
import { addDays } from '@changming/domain/kernel';
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { type StaffingFound, staffedUnits, staffingOn } from './staffing.ts';

/** How many month-ends are made up for at most when nobody looked. */
const furthestBack = 24;
const atOnce = 500;

/**
 * 每月末的机构和人员配备: one occurrence a unit and month-end, made as soon as the month is over and never again; what was missed is made up
 * for from the first month-end on that any unit has, or from the last one.
 */
export const settleStaffing = command({
  permission: 'workforce.sweep',
  name: 'workforce.settleStaffing',
  input: z.strictObject({}),
  async run(work) {
    let made = 0;
    for (const end of await endsOwed(work)) made += await settle(work, end);
    return work.trail([], { made });
  },
});

/** Month-ends that have passed and lack a row of some unit, the earliest first. */
async function endsOwed({ tx, today }: Writing): Promise<string[]> {
  const latest = addDays(`${today.slice(0, 7)}-01`, -1);
  const { rows } = await sql<{ last: string | null }>`select max(month_end) as last from staffing_months`.execute(tx);
  const last = rows[0]?.last ?? null;
  const ends: string[] = [];
  for (let end = latest; ends.length < furthestBack && (last === null ? ends.length === 0 : end >= last); end = endBefore(end))
    ends.push(end);
  return ends.toReversed();
}

function endBefore(end: string): string {
  return addDays(`${end.slice(0, 7)}-01`, -1);
}

async function settle(work: Writing, end: string): Promise<number> {
  const { tx, scope, now } = work;
  const units = await staffedUnits(
    tx,
    end,
    sql<SqlBool>`${within(sql.ref<number>('u.lo'), scope)} and not exists (
      select from staffing_months m where m.unit_id = u.id and m.month_end = ${end}::date)`,
  );
  const rows = (await staffingOn(tx, end, units)).map((found) => ({ ...rowOf(found), id: work.newId(), month_end: end, recorded_at: now }));
  for (let at = 0; at < rows.length; at += atOnce) {
    await tx
      .insertInto('staffing_months')
      .values(rows.slice(at, at + atOnce))
      .onConflict((conflict) => conflict.columns(['unit_id', 'month_end']).doNothing())
      .execute();
  }
  return rows.length;
}

function rowOf({ unit, highRisk, staff, required, failures, vacantSince, compliant }: StaffingFound) {
  return {
    unit_id: unit.id,
    headcount: unit.headcount,
    high_risk: highRisk,
    full_time: staff.fullTime,
    part_time: staff.partTime,
    organisation: staff.organisation,
    director: staff.director,
    committee: staff.committee,
    required: JSON.stringify(required),
    failures: [...failures],
    vacant_since: vacantSince,
    compliant,
  };
}
