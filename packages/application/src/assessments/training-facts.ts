import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { yearRows } from './training-year-rows.ts';

/** What learning and violations bring: E1 to E3 and E5. */
export const trainingFacts = {
  newcomers: newcomerRows,
  transfers: transferRows,
  trainingYears: yearRows,
  violations: violationRows,
} satisfies Record<string, Source>;

/** Class hours of the three levels together that the law asks of everybody (生产经营单位安全培训规定第十三条). */
const threeLevelHours = 24;

/**
 * What each person owed before work, its levels gathered: passed when all of them were, on the last of their days. What is void because the
 * person has left since was owed for all that; what turned out to have no cause was not.
 */
function owedRows(wanted: Wanted, causes: readonly string[]): RawBuilder<unknown> {
  return sql`
    select md5(o.person_id::text || o.cause || o.cause_on)::uuid as id, o.home_id as unit_id, o.person_id, o.cause, o.cause_on,
      max(o.due_on) as due_on, sum(o.hours_owed) as hours, case when bool_and(o.met_on is not null) then max(o.met_on) end as met_on
    from (select h.*, ${home('training_owed_history', wanted)} as home_id from ${known('training_owed_history', wanted)} h
      where h.cause = any(${[...causes]}::text[]) and (h.void_on is null
        or exists (select from ${known('persons_history', wanted)} p where p.id = h.person_id and p.left_on is not null))) o
    group by o.home_id, o.person_id, o.cause, o.cause_on`;
}

function newcomerRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    joinedOn: sql`h.cause_on`,
    startedOn: sql`h.due_on`,
    passedOn: sql`h.met_on`,
    hoursMet: sql`(h.hours >= ${sql.lit(threeLevelHours)} and h.met_on is not null)`,
    leftAtOnce: sql`coalesce(p.left_on <= h.cause_on + 3, false)`,
  };
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id, h.person_id ${named(expressions, wanted.columns)} from (${owedRows(wanted, ['joined'])}) h
      left join ${known('persons_history', wanted)} p on p.id = h.person_id`,
  );
}

function transferRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { kind: sql`h.cause`, startedOn: sql`h.due_on`, passedOn: sql`h.met_on` };
  return ofUnits(
    wanted,
    sql`select h.id, h.unit_id, h.person_id ${named(expressions, wanted.columns)} from (${owedRows(wanted, ['moved', 'returned'])}) h`,
  );
}

/**
 * Whoever has left since, or works elsewhere now, counts where he belonged when it was found. What was found when he had left already was no
 * longer an act of the unit's people.
 */
function violationRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    kind: sql`h.kind`,
    foundOn: sql`h.found_on`,
    handledOn: sql`h.handled_on`,
    educatedOn: sql`h.re_educated_on`,
  };
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('violations_history', wanted)} as unit_id ${named(expressions, wanted.columns)}
    from ${known('violations_history', wanted)} h where h.voided_at is null and not exists (
      select from violation_doubts d where d.violation_id = h.id and 'afterLeaving' = any(d.doubts) and d.recorded_at <= ${wanted.knownAt})`,
  );
}
