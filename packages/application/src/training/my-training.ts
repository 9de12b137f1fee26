import type { TrainingCategory, TrainingCause, TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { dedicatedOf } from './list-dedicated.ts';

/** 我的培训: to which sessions the caller is expected, what he was given hours for this year, what he owes before work, and how he stands. */
export const readMyTraining = query({
  permission: 'training.follow',
  async run(work, _input: object) {
    const { today } = work;
    const year = Number(today.slice(0, 4));
    return {
      today,
      upcoming: await upcomingOf(work),
      held: await heldFor(work, year),
      owed: await owedBy(work),
      dedicated: (await dedicatedOf(work, work.actor.personId)).filter(({ metOn }) => metOn === null),
      standing: await standingOf(work, year),
    };
  },
});

const me = ({ actor }: Reading) => sql`${actor.personId}::uuid`;

type Upcoming = {
  readonly id: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly dueOn: string | null;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly unit: string;
  readonly signedInAt: Date | null;
  readonly signedOutAt: Date | null;
};

async function upcomingOf(work: Reading): Promise<Upcoming[]> {
  const { rows } = await sql<Upcoming>`
    select s.id, s.title, s.category, s.level, s.starts_at as "startsAt", s.ends_at as "endsAt", s.due_on as "dueOn", s.place, s.trainer,
      u.name as unit, a.signed_in_at as "signedInAt", a.signed_out_at as "signedOutAt"
    from training_attendance a join training_sessions s on s.id = a.session_id join units u on u.id = s.unit_id
    where a.person_id = ${me(work)} and s.state = 'planned' and (a.expected or a.way is not null)
    order by coalesce(s.starts_at, s.due_on::timestamptz), s.id limit 100`.execute(work.tx);
  return rows;
}

type HeldFor = {
  readonly sessionId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly on: string;
  readonly attended: boolean;
  readonly classHours: number;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
};

async function heldFor(work: Reading, year: number): Promise<HeldFor[]> {
  const { rows } = await sql<HeldFor>`
    select c.session_id as "sessionId", coalesce(s.title, '') as title, c.category, c.level, c.on_day as on, c.attended,
      c.class_hours as "classHours", c.result, c.score
    from training_counting c left join training_sessions s on s.id = c.session_id
    where c.person_id = ${me(work)} and c.on_day >= make_date(${year}, 1, 1)
    order by c.on_day desc, c.id desc limit 200`.execute(work.tx);
  return rows;
}

type Owes = {
  readonly cause: TrainingCause;
  readonly causeOn: string;
  readonly level: TrainingLevel;
  readonly hoursOwed: number;
  readonly dueOn: string;
};

async function owedBy(work: Reading): Promise<Owes[]> {
  const { rows } = await sql<Owes>`
    select o.cause, o.cause_on as "causeOn", o.level, o.hours_owed as "hoursOwed", o.due_on as "dueOn" from training_owed o
    where o.person_id = ${me(work)} and o.met_on is null and o.void_on is null
    order by o.cause_on, array_position(array['company', 'workshop', 'team'], o.level)`.execute(work.tx);
  return rows;
}

type Stands = {
  readonly year: number;
  readonly hoursOwed: number;
  readonly hours: number;
  readonly months: number;
  readonly span: 'first' | 'again';
  readonly met: boolean;
};

async function standingOf(work: Reading, year: number): Promise<Stands | null> {
  const { rows } = await sql<Stands>`
    select year, hours_owed as "hoursOwed", hours, months, span, met from training_standings
    where person_id = ${me(work)} and year = ${year}`.execute(work.tx);
  return rows[0] ?? null;
}
