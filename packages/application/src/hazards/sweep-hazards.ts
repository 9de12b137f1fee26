import { earliestRung, type Ladder, reminders, type Telling, tellingsOwed } from '@changming/domain/hazards';
import { addDays, id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { ladderBook } from './ladder-rules.ts';
import { recordRung } from './record-rung.ts';
import { rules } from './reminder-rules.ts';

const batch = 500;
const input = z.strictObject({ rule: z.enum(reminders), after: id.nullable().default(null) });
type Rule = z.output<typeof input>['rule'];

/**
 * Looks for tellings of one rule that are owed by now and were not yet told. Each is written down in the transaction that hands it over,
 * so that it is told once however often this runs, and a worker that was down for a week finds what it missed. Of several owed to the
 * same receiver only the latest is told; the rest is written down as passed. Answers where to go on, null when nothing is left.
 */
export const sweepHazards = command({
  permission: 'hazards.sweep',
  input,
  async run(work, { rule, after }) {
    const owing = await owingUnder(work, rule, after);
    const climbing = await ladders(work, rule);
    let told = 0;
    for (const each of owing) told += await remind(work, rule, await climbing(each));
    const last = owing.at(-1);
    return work.trail([], { told, next: owing.length < batch || last === undefined ? null : last.hazardId });
  },
});

type Owing = { readonly hazardId: string; readonly unitId: string; readonly sinceOn: string; readonly dueOn: string };

type Climbing = Owing & { readonly ladder: Ladder };

/** The ladder is that of the hazard's unit, as its rules stood on the day it was due: no rule reaches back. */
async function ladders({ tx, today }: Writing, rule: Rule): Promise<(owing: Owing) => Promise<Climbing>> {
  const book = await ladderBook(tx, rule);
  return async (owing) => {
    const { unitId, sinceOn } = owing;
    const dueOn = rule === 'triage' ? addDays(sinceOn, await book.triageDays({ unitId, on: sinceOn })) : owing.dueOn;
    return { ...owing, dueOn, ladder: await book.ladder({ unitId, on: dueOn < today ? dueOn : today }) };
  };
}

/** Only what is due within the ladder's reach: the first rung may lie before the deadline. */
async function owingUnder({ tx, today }: Writing, rule: Rule, after: string | null): Promise<Owing[]> {
  const { owing } = rules[rule];
  const { rows } = await sql<Owing>`
    select "hazardId", h.unit_id as "unitId", "sinceOn", "dueOn" from (${owing}) as o join hazards h on h.id = o."hazardId"
    where "dueOn" + ${earliestRung(rule)}::int <= ${today}::date and (${after}::uuid is null or "hazardId" > ${after}::uuid)
    order by "hazardId" limit ${batch}`.execute(tx);
  return rows;
}

async function remind(work: Writing, rule: Rule, { hazardId, sinceOn, dueOn, ladder }: Climbing): Promise<number> {
  const owed = tellingsOwed({ sinceOn, dueOn }, work.today, ladder);
  const fresh = await notedNow(work, rule, { hazardId, dueOn, owed });
  const latest = new Map<Ladder[number]['tells'], Telling>(fresh.map((telling) => [telling.tells, telling]));
  for (const telling of latest.values()) await handOver(work, rule, { hazardId, dueOn, telling });
  return latest.size;
}

type Noting = { readonly hazardId: string; readonly dueOn: string; readonly owed: readonly Telling[] };

/** (hazard, rule and deadline, day) is the key under which a telling happens once. */
async function notedNow({ tx, now }: Writing, rule: Rule, { hazardId, dueOn, owed }: Noting): Promise<Telling[]> {
  if (owed.length === 0) return [];
  const rows = owed.map(({ on }) => ({ hazard_id: hazardId, rule: `${rule}:${dueOn}`, on_day: on, told_at: now }));
  const written = await tx
    .insertInto('hazard_reminders')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('on_day')
    .execute();
  const days = new Set(written.map(({ on_day }) => on_day));
  return owed.filter(({ on }) => days.has(on));
}

type Handing = { readonly hazardId: string; readonly dueOn: string; readonly telling: Telling };

async function handOver(work: Writing, rule: Rule, { hazardId, dueOn, telling }: Handing): Promise<void> {
  const { to, notice } = rules[rule];
  const personIds = await recordRung(work, { hazardId, rule, dueOn, telling }, to[telling.tells]);
  const once = `${rule}:${dueOn}:${telling.days}`;
  const known = personIds === undefined ? {} : { personIds };
  const payload = { hazardId, about: rule, once, byId: null, to: [...to[telling.tells]], notice: notice(telling), ...known };
  await work.enqueue('hazards.tell', payload, `${hazardId}:${once}`);
}
