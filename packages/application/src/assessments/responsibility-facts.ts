import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { scopeRows } from './scope-rows.ts';

/** What letters, duties and led inspections bring: B1 to B3. */
export const responsibilityFacts = {
  letters: letterRows,
  leaderDuties: dutyRows,
  ledInspections: ledRows,
} satisfies Record<string, Source>;

/** Days after joining or moving within which the letter is signed anew (rule book 1.5). */
const graceDays = 15;

/** Everybody at work on the last day, with the letter of the year that was in force for him then. */
function letterRows(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, window } = wanted;
  const { lastDay } = window;
  const expressions: Expressions = { post: sql`h.post`, requiredOn: sql`h.required_on`, signedOn: sql`h.signed_on` };
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id, h.id as person_id ${named(expressions, wanted.columns)} from (
      select h.id, ${home('persons_history', wanted)} as unit_id, l.post, l.signed_on,
        greatest(coalesce(h.hired_on, date '1900-01-01'), coalesce(l.moved_on, date '1900-01-01')) + ${sql.lit(graceDays)} as required_on
      from ${known('persons_history', wanted)} h
        left join (select distinct on (person_id) person_id, post, case when cause <> 'campaign' then owed_from end as moved_on,
            case when signed_at <= ${cutOff} then signed_on end as signed_on
          from letters
          where year = date_part('year', ${lastDay}::date)::integer and made_at <= ${cutOff} and owed_from <= ${lastDay}::date
            and (ended_at is null or ended_at > ${cutOff} or ended_on > ${lastDay}::date)
          order by person_id, owed_from desc, id) l on l.person_id = h.id
      where coalesce(h.hired_on, date '1900-01-01') <= ${lastDay}::date and (h.left_on is null or h.left_on > ${lastDay}::date)) h`,
  );
}

/** Who answers for others: 主要负责人 and 领导. */
const leaders = ['firstResponsible', 'unitHead', 'safetyDirector', 'workshopHead'] as const;
/** 一岗双责、三管三必须、五带头 and the duties of main persons; those of safety staff are no leader's. */
const kinds = ['mainPerson', 'onePost', 'threeMusts', 'lead'] as const;

function dutyRows({ knownAt: cutOff, columns, unitIds }: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    kind: sql`h.kind`,
    dueOn: sql`h.due_on`,
    doneOn: sql`case when h.recorded_at <= ${cutOff} then (h.done_at at time zone 'Asia/Shanghai')::date end`,
  };
  return sql`
    select h.id, h.unit_id, h.person_id ${named(expressions, columns)} from duty_occurrences h
    where h.made_at <= ${cutOff} and (h.waived_at is null or h.waived_at > ${cutOff})
      and h.post = any(${[...leaders]}::text[]) and h.kind = any(${[...kinds]}::text[])
      ${unitIds === undefined ? sql`` : sql`and h.unit_id = any(${unitIds}::uuid[])`}`;
}

const mainPersons = ['firstResponsible', 'unitHead'] as const;

/** Inspections that a main person of the scope did himself, once each. */
function ledRows(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, window } = wanted;
  const expressions: Expressions = { doneOn: sql`h.on_day`, photographed: sql`h.photographed` };
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id, h.occurrence_id, h.on_day ${named(expressions, wanted.columns)} from (
      select r.occurrence_id as id, r.occurrence_id, s.head_id as unit_id, min((r.done_at at time zone 'Asia/Shanghai')::date) as on_day,
        bool_or(exists (select from inspection_photos p where p.result_id = r.id)) as photographed
      from inspection_results r
        join ${scopeRows(wanted)} s on s.unit_id = r.unit_id
        join (select distinct person_id, unit_id, daterange(from_on, to_on) as days from ${known('appointments_history', wanted)} a
          where post = any(${[...mainPersons]}::text[])) main
          on main.person_id = r.by_id and main.unit_id = s.head_id and main.days @> (r.done_at at time zone 'Asia/Shanghai')::date
      where r.recorded_at <= ${cutOff} and r.on_day >= ${window.period.from}::date - 31 and r.on_day < ${window.period.until}::date + 31
      group by r.occurrence_id, s.head_id) h`,
  );
}
