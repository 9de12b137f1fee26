import { defaultEscalation, type EscalationTarget, ladderOf, type Reminder, reminders, type Rung } from '@changming/domain/hazards';
import { sql } from 'kysely';

import type { Receiver } from './receivers.ts';
import { nobodyMay, tellings } from './tellings.ts';

/** Which notice a rung sends, and to whom. */
type Rule = {
  readonly to: Readonly<Record<EscalationTarget, readonly Receiver[]>>;
  readonly notice: (rung: Rung) => `hazards.${string}`;
  /** (hazard_id, since_on, due_on) of everything that may be owed a telling, in the order of the ids. */
  readonly owing: ReturnType<typeof sql<{ hazardId: string; sinceOn: string; dueOn: string }>>;
};

const upwards = { unitHead: ['unitHead'], parent: ['parent'], headquarters: ['headquarters'] } as const;
const localDay = (instant: string) => sql.raw(`(${instant} at time zone 'Asia/Shanghai')::date`);

/** Reminders before the deadline and the ladder after it; what waits for triage, acceptance, an answer, a look-back, a progress report. */
export const rules: Readonly<Record<Reminder, Rule>> = {
  deadline: {
    to: { person: ['responsible'], ...upwards },
    notice: ({ days, tells }) => (days <= 0 ? 'hazards.dueSoon' : tells === 'person' ? 'hazards.overdue' : 'hazards.escalated'),
    owing: sql`select id as "hazardId", assigned_on as "sinceOn", due_on as "dueOn" from hazards
      where stage in ('assigned', 'rectifying') and due_on is not null`,
  },
  /** Due so many days after the report as the rules say. */
  triage: {
    to: { person: ['triage'], ...upwards },
    notice: ({ tells }) => (tells === 'person' ? 'hazards.triageOverdue' : 'hazards.triageLate'),
    owing: sql`select id as "hazardId", ${localDay('reported_at')} as "sinceOn", ${localDay('reported_at')} as "dueOn" from hazards
      where stage = 'reported'`,
  },
  acceptance: {
    to: { person: ['acceptance'], ...upwards },
    notice: ({ days, tells }) =>
      days <= 0 ? 'hazards.submitted' : tells === 'person' ? 'hazards.acceptanceOverdue' : 'hazards.acceptanceLate',
    owing: sql`select id as "hazardId", submitted_on as "sinceOn", acceptance_due_on as "dueOn" from hazards
      where stage = 'submitted' and acceptance_due_on is not null`,
  },
  majorUnanswered: {
    to: { person: ['confirmation'], ...upwards },
    notice: ({ tells }) => (tells === 'person' ? 'hazards.majorUnconfirmed' : 'hazards.majorLate'),
    owing: sql`select s.hazard_id as "hazardId", ${localDay('s.suggested_at')} as "sinceOn", ${localDay('s.answer_due_at')} as "dueOn"
      from hazard_suggestions s join hazards h on h.id = s.hazard_id
      where s.decided_on is null and h.suggestion in ('open', 'denialProposed') and h.stage not in ('closed', 'void')`,
  },
  lookBack: {
    to: { person: ['inspector'], ...upwards },
    notice: ({ days }) => (days <= 0 ? 'hazards.lookBackAssigned' : 'hazards.lookBackOverdue'),
    owing: sql`select l.hazard_id as "hazardId", l.from_on as "sinceOn", l.to_on as "dueOn"
      from hazard_look_backs l join hazards h on h.id = l.hazard_id and h.reopenings = l.round
      where l.result is null and h.stage = 'closed'`,
  },
  progress: {
    to: { person: ['progress'], ...upwards },
    notice: () => 'hazards.progressDue',
    owing: sql`select hazard_id as "hazardId", min(listed_on) as "sinceOn", min(progress_due_on) as "dueOn" from hazard_supervisions
      where stage <> 'delisted' and progress_due_on is not null group by hazard_id`,
  },
};

/** Every notice that a hazard can send: each needs its sentence. */
export const noticesOfHazards: readonly string[] = [
  ...new Set([
    ...Object.values(tellings).flatMap(({ notice, knowing }) => (knowing === undefined ? [notice] : [notice, knowing.notice])),
    nobodyMay,
    ...reminders.flatMap((each) => ladderOf(each, defaultEscalation[each]).map((rung) => rules[each].notice(rung))),
  ]),
];
