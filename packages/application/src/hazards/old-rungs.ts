import { type Ladder, type Reminder, reminders } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { type LadderBook, ladderBook } from './ladder-rules.ts';
import { rungFacts } from './record-rung.ts';
import { nobodyMay } from './tellings.ts';

const batch = 200;

type OldRung = {
  readonly hazardId: string;
  readonly unitId: string;
  readonly rule: string;
  readonly onDay: string;
  readonly dueOn: string;
  readonly days: number;
  /** When the first of them was told; null when nobody was. */
  readonly at: Date | null;
  readonly names: readonly string[];
};

/**
 * Rungs that were told before the course of a hazard kept them, written down from the notices that were delivered: when, whom by the name of
 * that day, and which level, by the rules of the day it was due. What reached nobody, or was passed over for a later one, left no notice
 * and is not made up.
 */
export const recordOldRungs = command({
  permission: 'hazards.sweep',
  name: 'hazards.recordOldRungs',
  input: z.strictObject({}),
  async run(work) {
    const old = await oldRungs(work);
    const books = new Map<Reminder, LadderBook>();
    let written = 0;
    for (const rung of old) {
      if (rung.at !== null && (await wroteDown(work, rung, books))) written += 1;
      await settled(work, rung);
    }
    return work.trail([], { written, more: old.length === batch });
  },
});

/** What another worker has in hand is left to it. */
async function oldRungs({ tx }: Writing): Promise<OldRung[]> {
  const { rows } = await sql<OldRung>`
    with old as (
      select r.hazard_id, h.unit_id, r.rule, r.on_day, split_part(r.rule, ':', 2) as due_on, r.on_day - split_part(r.rule, ':', 2)::date as days
      from hazard_reminders r join hazards h on h.id = r.hazard_id
      where r.unwritten order by r.hazard_id, r.rule, r.on_day limit ${batch} for update of r skip locked),
    told as (
      select o.hazard_id, o.rule, o.on_day, n.person_id, min(n.created_at) as at
      from old o join notices n on n.subject_id = o.hazard_id and n.once = o.hazard_id || ':' || o.rule || ':' || o.days and n.about <> ${nobodyMay}
      group by 1, 2, 3, 4)
    select o.hazard_id as "hazardId", o.unit_id as "unitId", o.rule, o.on_day as "onDay", o.due_on as "dueOn", o.days, min(t.at) as at,
      coalesce(array_agg(coalesce(
        (select h.name from persons_history h where h.id = p.id and h.known_from <= t.at and h.known_to > t.at limit 1), p.name)
        order by p.id) filter (where p.id is not null), '{}') as names
    from old o left join told t using (hazard_id, rule, on_day) left join persons p on p.id = t.person_id
    group by o.hazard_id, o.unit_id, o.rule, o.on_day, o.due_on, o.days`.execute(tx);
  return rows;
}

async function wroteDown(work: Writing, rung: OldRung, books: Map<Reminder, LadderBook>): Promise<boolean> {
  const rule = reminders.find((each) => rung.rule.startsWith(`${each}:`));
  if (rule === undefined) return false;
  const book = books.get(rule) ?? (await ladderBook(work.tx, rule));
  books.set(rule, book);
  const tells = levelOf(await book.ladder({ unitId: rung.unitId, on: rung.dueOn }), rung.days);
  if (tells === null) return false;
  const { hazardId, days, dueOn, at, names } = rung;
  const row = { id: work.newId(), hazard_id: hazardId, step: tells === 'person' ? 'remind' : 'escalate', by_id: null, at: at ?? work.now };
  const round = sql<number>`coalesce((select e.round from hazard_events e where e.hazard_id = ${hazardId} and e.at <= ${at}
    order by e.seq desc limit 1), 0)`;
  await work.tx
    .insertInto('hazard_events')
    .values({ ...row, round, note: null, facts: JSON.stringify(rungFacts({ rule, dueOn, telling: { days, tells } }, names)) })
    .execute();
  return true;
}

/** Whom the ladder tells so many days after; null where it has no such rung. */
function levelOf(ladder: Ladder, days: number) {
  return ladder.find((rung) => rung.days === days)?.tells ?? null;
}

async function settled({ tx }: Writing, { hazardId, rule, onDay }: OldRung): Promise<void> {
  await tx
    .updateTable('hazard_reminders')
    .set({ unwritten: false })
    .where('hazard_id', '=', hazardId)
    .where('rule', '=', rule)
    .where('on_day', '=', onDay)
    .execute();
}
