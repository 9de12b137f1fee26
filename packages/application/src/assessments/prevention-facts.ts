import { keyByNature } from '@changming/domain/assessments';
import { dayIn } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';

/** What inspections and the risk register bring: C1 to C3, D1, F5, F6. */
export const preventionFacts = {
  occurrences: occurrenceFacts,
  areas: areaFacts,
  risks: riskFacts,
  keyPositions: keyPositionFacts,
} satisfies Record<string, Source>;

/**
 * 应查 as known at the cut-off: made by then, and done only where that was recorded by then. Which points were 重点部位 and which risks grave is
 * told for the very day; the days of a point or a plan are one row each, so that an occurrence stays one row.
 */
function occurrenceFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, columns, unitIds } = wanted;
  const recorded = (value: RawBuilder<unknown>) => sql`case when o.recorded_at <= ${cutOff} then ${value} end`;
  const expressions: Expressions = {
    kind: sql`o.kind`,
    shift: sql`o.shift`,
    dueOn: sql`o.on_day`,
    doneOn: recorded(sql`(o.done_at at time zone 'Asia/Shanghai')::date`),
    timing: recorded(sql`o.timing`),
    keyPosition: sql`coalesce(key.days @> o.on_day, false)`,
    graveRisk: sql`(coalesce(here.days @> o.on_day, false) or coalesce(planned.days @> o.on_day, false))`,
  };
  const key = columns.has('keyPosition') ? sql`left join (${keyDays(wanted)}) key on key.point_id = o.point_id` : sql``;
  const grave = columns.has('graveRisk')
    ? sql`left join (${graveDaysOfPoints(wanted)}) here on here.point_id = o.point_id
        left join (${graveDaysOfPlans(wanted)}) planned on planned.plan_id = o.plan_id and planned.unit_id = o.unit_id`
    : sql``;
  return sql`
    select o.id, o.unit_id ${named(expressions, columns)} from inspection_occurrences o ${key} ${grave}
    where o.made_at <= ${cutOff} and (o.state <> 'waived' or coalesce(o.waived_at, o.misses_at) > ${cutOff})
      ${unitIds === undefined ? sql`` : sql`and o.unit_pos = any(array(select lo from units where id = any(${unitIds}::uuid[])))`}`;
}

/** The days on which each point was a 重点部位: from its determination until its end, or by its nature as long as it is open. */
function keyDays(wanted: Wanted): RawBuilder<unknown> {
  return sql`
    select point_id, range_agg(days) as days from (
      select point_id, daterange(from_on, to_on) as days from ${known('key_positions_history', wanted)} k
      union all
      select id, daterange(opened_on, closed_on) from ${known('points_history', wanted)} p where kind = any(${[...keyByNature]}::text[])) each
    group by point_id`;
}

/**
 * From when until when each level of a risk was in force: from the publication of its grading until that of the next, or until the risk was
 * archived. A risk belongs to the unit it had when the period ended.
 */
function levels(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff } = wanted;
  return sql`
    select h.id as risk_id, h.point_id, ${home('risks_history', wanted)} as unit_id, h.review_due_on, g.level, g.assessed_on,
      daterange(g.published_on, least(lead(g.published_on) over (partition by g.risk_id order by g.round), h.archived_on)) as days
    from ${known('risks_history', wanted)} h join risk_gradings g on g.risk_id = h.id
    where g.published_at <= ${cutOff} and g.published_on <= ${dayIn(new Date(cutOff.getTime() - 1))}::date
      and (h.archived_on is null or g.published_on <= h.archived_on)`;
}

const grave = sql`level in ('major', 'larger')`;

function graveDaysOfPoints(wanted: Wanted): RawBuilder<unknown> {
  return sql`select point_id, range_agg(days) as days from (${levels(wanted)}) l where ${grave} and point_id is not null group by point_id`;
}

/** Where an item of the plan's checklist names a measure of the risk, from the version's publication until the next one's. */
function graveDaysOfPlans(wanted: Wanted): RawBuilder<unknown> {
  return sql`
    select plan.id as plan_id, l.unit_id, range_agg(l.days * v.days) as days
    from inspection_plans plan
      join (select checklist_id, items, daterange((published_at at time zone 'Asia/Shanghai')::date,
          (lead(published_at) over (partition by checklist_id order by number) at time zone 'Asia/Shanghai')::date, '[]') as days
        from inspection_checklist_versions) v on v.checklist_id = plan.checklist_id
      cross join lateral jsonb_array_elements(v.items) item
      join risk_measures m on m.id = (item ->> 'measureId')::uuid
      join (${levels(wanted)}) l on l.risk_id = m.risk_id
    where ${grave} group by plan.id, l.unit_id`;
}

/** Whether something but the passing of time asks for the risk to be graded anew, unanswered on the last day, as known at the cut-off. */
function pending({ window, knownAt: cutOff }: Wanted): RawBuilder<unknown> {
  return sql`exists (select from risk_regradings q where q.risk_id = l.risk_id and q.cause <> 'periodic'
    and q.asked_on <= ${window.lastDay}::date and q.recorded_at <= ${cutOff}
    and (q.answered_on is null or q.answered_on > ${window.lastDay}::date or q.answered_at > ${cutOff}))`;
}

/** A risk has a level on the last day or none: one row each. */
function inForce(wanted: Wanted): RawBuilder<unknown> {
  return sql`select l.*, ${pending(wanted)} as pending from (${levels(wanted)}) l where l.days @> ${wanted.window.lastDay}::date`;
}

function riskFacts(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { level: sql`h.level`, reviewDueOn: sql`h.review_due_on`, changePending: sql`h.pending` };
  return ofUnits(wanted, sql`select h.risk_id as id, h.unit_id ${named(expressions, wanted.columns)} from (${inForce(wanted)}) h`);
}

/** Points open on the last day that are 重点部位 on it. */
function keyPoints(wanted: Wanted): RawBuilder<unknown> {
  const { lastDay } = wanted.window;
  return sql`
    select h.id as point_id, ${home('points_history', wanted)} as unit_id,
      (select lower(span) from unnest(k.days) span where span @> ${lastDay}::date) as from_on
    from ${known('points_history', wanted)} h join (${keyDays(wanted)}) k on k.point_id = h.id
    where k.days @> ${lastDay}::date and h.opened_on <= ${lastDay}::date and (h.closed_on is null or h.closed_on > ${lastDay}::date)`;
}

function keyPositionFacts(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { fromOn: sql`h.from_on` };
  return ofUnits(wanted, sql`select h.point_id as id, h.unit_id ${named(expressions, wanted.columns)} from (${keyPoints(wanted)}) h`);
}

/** Risks gathered by their point, or by their unit where they have none, and 重点部位 besides. An area is where its point is. */
function areaFacts(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    keyPosition: sql`h.key_position`,
    assessed: sql`h.assessed`,
    gradedOn: sql`h.graded_on`,
    goodUntil: sql`(h.graded_on + interval '12 months')::date`,
    changePending: sql`h.pending`,
  };
  const point = sql`(select h.id, ${home('points_history', wanted)} as unit_id from ${known('points_history', wanted)} h)`;
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id ${named(expressions, wanted.columns)} from (
      select coalesce(a.point_id, a.unit_id) as id, coalesce(p.unit_id, a.unit_id) as unit_id, bool_or(a.key_position) as key_position,
        bool_or(a.assessed_on is not null) as assessed, min(a.assessed_on) as graded_on, bool_or(a.pending) as pending
      from (
        select point_id, unit_id, assessed_on, pending, false as key_position from (${inForce(wanted)}) r
        union all
        select point_id, unit_id, null, false, true from (${keyPoints(wanted)}) k) a
        left join ${point} p on p.id = a.point_id
      group by 1, 2) h`,
  );
}
