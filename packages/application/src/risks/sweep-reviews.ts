import type { Tx } from '@changming/database';
import { id } from '@changming/domain/kernel';
import { defaultRemindDays, lateAfterDays, objection, type ReviewTelling, reviewTellings } from '@changming/domain/risks';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { noteAsked } from './regradings.ts';
import { type ReviewRules, reviewRules } from './rules.ts';
import { noteEvent, riskInScope, saveRisk, type StoredRisk } from './store.ts';
import { tellOfRisk } from './tell.ts';

const batch = 300;
/** No rule reminds earlier than this before the day. */
const earliest = 180;
const input = z.strictObject({ after: id.nullable().default(null) });

/**
 * 复评提醒: before the day, on it, and when it is late. Each is written down in the transaction that hands it over, so it is told once however
 * often this runs, and a worker that was down finds what it missed; of several owed only the latest is told. On the day the risk becomes
 * due for review.
 */
export const sweepReviews = command({
  permission: 'risks.sweep',
  input,
  async run(work, { after }) {
    const owing = await owingReview(work, after);
    const rules = await reviewRules(work.tx);
    const changes: Changed[] = [];
    let told = 0;
    for (const riskId of owing) {
      const reminded = await remind(work, riskId, rules);
      told += reminded.told;
      changes.push(...reminded.changes);
    }
    return work.trail(changes, { told, next: owing.length < batch ? null : (owing.at(-1) ?? null) });
  },
});

/** The earliest reminder that any jurisdiction ever asked for: nothing is owed before it. */
const soonest = sql`least(${earliest}::int, greatest(${defaultRemindDays}::int,
  (select max((value #>> '{}')::numeric)::int from rules where rule_id = 'risks.remindDays')))`;

/** Only what may have a rung left to tell today: each is told in its turn, so their number says which comes next. */
async function owingReview({ tx, today }: Writing, after: string | null): Promise<string[]> {
  const day = sql`${today}::date`;
  const { rows } = await sql<{ id: string }>`
    select r.id from risks r
    cross join lateral (select count(*) as rungs from risk_reminders t where t.risk_id = r.id and t.due_on = r.review_due_on) as told
    where r.stage in ('published', 'dueForReview') and r.review_due_on <= ${day} + ${soonest}
      and (told.rungs = 0 or (told.rungs = 1 and r.review_due_on <= ${day})
        or (told.rungs = 2 and r.review_due_on + ${lateAfterDays}::int <= ${day}))
      and (${after}::uuid is null or r.id > ${after}::uuid)
    order by r.id limit ${batch}`.execute(tx);
  return rows.map((row) => row.id);
}

type Rules = (bound: { unitId: string; on: string }) => Promise<ReviewRules>;

type Reminded = { readonly told: number; readonly changes: readonly Changed[] };

async function remind(work: Writing, riskId: string, rules: Rules): Promise<Reminded> {
  const stored = await riskInScope(work.tx, work.scope, riskId);
  const dueOn = stored.row.review_due_on ?? work.today;
  const { remindDays } = await rules({ unitId: stored.row.unit_id, on: dueOn < work.today ? dueOn : work.today });
  const owed = reviewTellings(dueOn, work.today, Math.min(remindDays, earliest));
  const fresh = await notedNow(work.tx, { riskId, dueOn, owed, at: work.now });
  const changes = fresh.some(({ rung }) => rung === 'due') ? await fallDue(work, stored) : [];
  const latest = fresh.at(-1);
  if (latest === undefined) return { told: 0, changes };
  const about = { soon: 'risks.reviewSoon', due: 'risks.reviewDue', late: 'risks.reviewLate' }[latest.rung];
  await tellOfRisk(work, stored, { about, once: `${dueOn}:${latest.rung}`, to: latest.rung === 'late' ? 'head' : 'owner' });
  return { told: 1, changes };
}

async function fallDue(work: Writing, stored: StoredRisk): Promise<Changed[]> {
  if (stored.risk.stage !== 'published' || objection(stored.risk, 'askRegrading', null) !== null) return [];
  await saveRisk(work.tx, stored.row, { stage: 'dueForReview' });
  await noteAsked(work, stored, { cause: 'periodic', note: null, measureId: null, subjectId: null, on: work.today });
  await noteEvent(work, { riskId: stored.row.id, round: stored.row.round, step: 'fallDue', note: null });
  const { id: subjectId, unit_id: unitId } = stored.row;
  return [{ subjectId, unitId, before: { stage: 'published' }, after: { stage: 'dueForReview' } }];
}

type Noting = { readonly riskId: string; readonly dueOn: string; readonly owed: readonly ReviewTelling[]; readonly at: Date };

async function notedNow(tx: Tx, { riskId, dueOn, owed, at }: Noting): Promise<readonly ReviewTelling[]> {
  if (owed.length === 0) return [];
  const written = await tx
    .insertInto('risk_reminders')
    .values(owed.map(({ rung }) => ({ risk_id: riskId, due_on: dueOn, rung, told_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('rung')
    .execute();
  const rungs = new Set(written.map(({ rung }) => rung));
  return owed.filter(({ rung }) => rungs.has(rung));
}
