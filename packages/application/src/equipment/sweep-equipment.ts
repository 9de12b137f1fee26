import { dueKinds, type EquipmentRung, type ReminderDays, rungsOf, rungsReached } from '@changming/domain/equipment';
import { daysBetween } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { receiversOf } from './receivers.ts';
import { noticeOf, type Owing, owingUnder, type ReminderRule, spotCheckDays } from './reminder-rules.ts';
import { equipmentRuleBook } from './rules.ts';

const batch = 500;
const input = z.strictObject({ rule: z.enum(dueKinds), after: z.string().max(100).nullable().default(null) });

/**
 * Looks for tellings of one rule that are owed by now and were not yet told. Each is written down in the transaction that hands it over,
 * so that it is told once however often this runs, and a worker that was down for a week finds what it missed. Of several rungs reached
 * only the highest is told; the rest is written down as passed. What is long overdue when it first comes into the ledger is told once.
 */
export const sweepEquipment = command({
  permission: 'equipment.sweep',
  input,
  async run(work, { rule, after }) {
    const book = await equipmentRuleBook(work.tx);
    const owing = await owingNow(work, rule, after);
    let told = 0;
    for (const each of owing) {
      const { reminders } = await book({ unitId: each.unitId, on: each.dueOn < work.today ? each.dueOn : work.today });
      if (await remind(work, rule, each, rungsOf(daysOf(rule, reminders)))) told += 1;
    }
    const last = owing.at(-1);
    return work.trail([], { told, next: owing.length < batch || last === undefined ? null : keyOf(last) });
  },
});

function daysOf(rule: ReminderRule, days: ReminderDays): ReminderDays {
  return rule === 'spotCheck' ? { ...days, ...spotCheckDays } : days;
}

function keyOf({ subjectId, dueOn }: Owing): string {
  return `${subjectId}:${dueOn}`;
}

/** Only what is due within the reach of the longest reminder. */
async function owingNow({ tx, today }: Writing, rule: ReminderRule, after: string | null): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    select subject_id as "subjectId", unit_id as "unitId", keepers as "keeperIds", since_on as "sinceOn", due_on as "dueOn", no, name, count
    from (${owingUnder[rule]}) as o (subject_id, unit_id, keepers, since_on, due_on, no, name, count)
    where due_on <= ${today}::date + 400 and (${after}::text is null or subject_id || ':' || due_on > ${after})
    order by subject_id || ':' || due_on limit ${batch}`.execute(tx);
  return rows;
}

/** What was overdue before it came into the ledger is told at its last rung, or nobody would ever hear of it. */
async function remind(work: Writing, rule: ReminderRule, owing: Owing, rungs: readonly EquipmentRung[]): Promise<boolean> {
  const { today } = work;
  const reached = rungsReached(rungs, owing, today);
  const late = reached.length === 0 && owing.dueOn < today ? rungs.filter(({ days }) => days === 1 || days === 0).slice(-1) : [];
  const fresh = await notedNow(work, rule, owing, [...reached, ...late]);
  const highest = fresh.toSorted((a, b) => a.days - b.days).at(-1);
  if (highest === undefined) return false;
  await tell(work, rule, owing, highest);
  return true;
}

/** (subject, rule, due day, rung) is the key under which a telling happens once. */
async function notedNow(
  { tx, now }: Writing,
  rule: ReminderRule,
  { subjectId, dueOn }: Owing,
  rungs: readonly EquipmentRung[],
): Promise<EquipmentRung[]> {
  if (rungs.length === 0) return [];
  const rows = rungs.map(({ days }) => ({ subject_id: subjectId, rule, due_on: dueOn, days, told_at: now }));
  const written = await tx
    .insertInto('equipment_reminders')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .execute();
  const days = new Set(written.map((row) => row.days));
  return rungs.filter((rung) => days.has(rung.days));
}

async function tell(work: Writing, rule: ReminderRule, owing: Owing, { days, tells }: EquipmentRung): Promise<void> {
  const { subjectId, unitId, dueOn, no, name, count, keeperIds } = owing;
  const personIds = await receiversOf(work, { tells, unitId, keeperIds });
  if (personIds.length === 0) return;
  const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
  const about = noticeOf(rule, days);
  const once = `${subjectId}:${rule}:${dueOn}:${days}`;
  const facts = { unit, no, name, count, due: dueOn, days: Math.max(0, daysBetween(dueOn, work.today)) };
  const payload = { about, subjectId, unitId, to: { personIds }, facts, link: linkOf(rule, owing), once };
  await work.enqueue('notices.deliver', payload, `${about}:${once}`);
}

function linkOf(rule: ReminderRule, { subjectId, unitId }: Owing): string {
  return rule === 'inspection' ? `/equipment/special?equipment=${subjectId}` : `/equipment/due?unitId=${unitId}&kind=${rule}`;
}
