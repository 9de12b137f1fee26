import { addDays } from '@changming/domain/kernel';
import { type DutyKind, type DutyPeriod, standingOf } from '@changming/domain/responsibilities';
import type { Post } from '@changming/domain/workforce';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';

const recentDays = 60;

/**
 * 我的职责: what is owed now or overdue, the earliest first; what was settled lately; and what is owed at all times. Everything that is the
 * caller's own, wherever the post lies that owes it, and nothing else of that unit.
 */
export const listOwnDuties = query({
  permission: 'responsibilities.follow',
  async run(work, _input: object) {
    const since = addDays(work.today, -recentDays);
    return { items: await ownDuties(work, since), standing: await standingDuties(work), today: work.today };
  },
});

type OwnDuty = {
  readonly id: string;
  readonly code: string;
  readonly kind: DutyKind;
  readonly text: string;
  readonly textEn: string | null;
  readonly proof: string[];
  readonly unitId: string;
  readonly unit: string;
  readonly personId: string;
  readonly person: string;
  readonly post: Post;
  readonly deputy: boolean;
  readonly period: DutyPeriod;
  readonly periodOn: string;
  readonly fromOn: string;
  readonly dueOn: string;
  readonly lateUntil: string;
  readonly needed: number;
  readonly doneAt: Date | null;
  readonly timing: 'onTime' | 'late' | null;
  readonly waivedWhy: 'left' | 'away' | null;
  readonly waivedOn: string | null;
};
type OwnAct = { readonly occurrenceId: string; readonly id: string; readonly verb: string; readonly subjectId: string; readonly at: Date };

/** A machine has no duties of its own: its token reaches the units it was given for, and no further. */
async function ownDuties({ tx, today, actor }: Reading, since: string) {
  if (actor.only !== undefined) return [];
  const { rows } = await sql<OwnDuty>`
    select id, code, kind, text, text_en as "textEn", proof, unit_id as "unitId", unit, person_id as "personId", person, post, deputy, period,
      period_on as "periodOn", from_on as "fromOn", due_on as "dueOn", late_until as "lateUntil", needed, done_at as "doneAt", timing,
      waived_why as "waivedWhy", waived_on as "waivedOn"
    from house.own_duties(${since}::date)`.execute(tx);
  const acts = await sql<OwnAct>`
    select occurrence_id as "occurrenceId", id, verb, subject_id as "subjectId", at from house.own_duty_acts(${since}::date)`.execute(tx);
  const byOccurrence = Map.groupBy(acts.rows, ({ occurrenceId }) => occurrenceId);
  return rows.map((row) => ({
    ...row,
    state: standingOf(row, today),
    acts: (byOccurrence.get(row.id) ?? []).map(({ occurrenceId: _occurrenceId, ...act }) => act),
  }));
}

type Standing = {
  readonly code: string;
  readonly text: string;
  readonly textEn: string | null;
  readonly period: string;
  readonly awaited: string[];
};

async function standingDuties({ tx, today, actor }: Reading) {
  if (actor.only !== undefined) return [];
  const { rows } = await sql<Standing>`
    select code, text, text_en as "textEn", period, awaited from house.own_standing_duties(${today}::date)`.execute(tx);
  return rows;
}
