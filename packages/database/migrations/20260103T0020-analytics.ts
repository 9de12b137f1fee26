import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [masks, unitStates, hazardViews(), lookBackViews(), dueMonths, resultViews(), readable, reads]) await part.execute(db);
}

/**
 * What an analyst sees of persons: numbers without their middle, a name by its first sign. Each number is told by what stands before and
 * behind it, which is part of the match, so two that share a neighbour need a second pass; looking around without matching costs thirty
 * times as much.
 */
const masks = sql`
  create function house.masked_numbers(written text) returns text language sql immutable parallel safe as $$
    select regexp_replace(regexp_replace(regexp_replace(regexp_replace(written,
      '(^|[^0-9])([1-9][0-9]{2})[0-9]{11}([0-9]{3}[0-9Xx])([^0-9Xx]|$)', '\\1\\2***********\\3\\4', 'g'),
      '(^|[^0-9])([1-9][0-9]{2})[0-9]{11}([0-9]{3}[0-9Xx])([^0-9Xx]|$)', '\\1\\2***********\\3\\4', 'g'),
      '(^|[^0-9])(1[3-9][0-9])([ -]?)[0-9]{4}([ -]?)([0-9]{4})([^0-9]|$)', '\\1\\2\\3****\\4\\5\\6', 'g'),
      '(^|[^0-9])(1[3-9][0-9])([ -]?)[0-9]{4}([ -]?)([0-9]{4})([^0-9]|$)', '\\1\\2\\3****\\4\\5\\6', 'g') $$;
  create function house.masked_prose(written text) returns text language sql immutable parallel safe as $$
    select case when written ~ '[0-9][0-9 -]{9,}[0-9]' then house.masked_numbers(written) else written end $$;
  create function house.masked_name(name text) returns text language sql immutable parallel safe as $$
    select left(name, 1) || repeat('*', greatest(char_length(name) - 1, 1)) $$`;

/**
 * The governed views: what analysts may read of the tables, column by column. They run with the reader's own rights, so row-level security
 * holds below them; \`pos\` is where a row lies, for the explicit predicate.
 */
const unitStates = sql`
  create view analytics_unit_states with (security_invoker = true) as
    select s.id::text || '/' || to_char(greatest(s.known_from, u.known_from) at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as state_id,
      u.id as unit_id, u.code as unit_code, s.name as unit_name, s.kind, s.parent_id, u.opened_on, u.closed_on, u.headcount, u.province,
      u.industry, u.flags, s.from_on as valid_from, s.to_on as valid_to, greatest(s.known_from, u.known_from) as known_from,
      nullif(least(s.known_to, u.known_to), 'infinity') as known_to, today.lo as pos
    from unit_spans_history s
      join units_history u on u.id = s.unit_id and greatest(s.known_from, u.known_from) < least(s.known_to, u.known_to)
      join units today on today.id = s.unit_id
    where today.lo <@ (select house.read_scope())`;

/** The same columns over today's rows and over every version that was ever known. */
function hazardViews() {
  const view = (name: string, table: string, { pos, more }: { pos: string; more: string }) => `
    create view ${name} with (security_invoker = true) as
      select h.id as hazard_id, h.number, h.unit_id, u.code as unit_code, u.name as unit_name, h.point_id, h.stage, h.level, h.category,
        h.factor, h.key_area, h.kind, h.source, h.origin, house.masked_prose(h.text) as text, house.masked_prose(h.place) as place,
        house.masked_prose(h.measures) as measures, house.masked_name(p.name) as responsible, h.anonymous, h.found_on, h.reported_at,
        h.registered_on, h.assigned_on, h.due_on, h.started_on, h.submitted_on, h.closed_on, h.voided_on,
        case when h.stage = 'closed' then h.submitted_on <= h.due_on end as on_time, h.on_the_spot, h.supervised,
        h.recurrence_of_id is not null as recurrence, h.send_backs, h.reopenings, (h.funds / 100.0)::numeric(18, 2) as planned_funds,
        (h.spent / 100.0)::numeric(18, 2) as spent_funds, ${pos} as pos${more}
      from ${table} h join units u on u.id = h.unit_id left join persons p on p.id = h.responsible_id`;
  const now = view('analytics_hazards', 'hazards', { pos: 'h.unit_pos', more: '' });
  const known = view('analytics_hazards_known', 'hazards_history', { pos: 'u.lo', more: ', h.known_from, h.known_to' });
  return sql.raw(`${now}; ${known} where u.lo <@ (select house.read_scope())`);
}

function lookBackViews() {
  const view = (name: string, table: string, { pos, more }: { pos: string; more: string }) => `
    create view ${name} with (security_invoker = true) as
      select l.id as look_back_id, l.hazard_id, h.number as hazard_number, l.unit_id, u.code as unit_code, u.name as unit_name, h.level,
        l.round, l.reason, l.from_on, l.to_on as due_on, l.looked_on, l.result, l.looked_on <= l.to_on as on_time, ${pos} as pos${more}
      from ${table} l join units u on u.id = l.unit_id join hazards h on h.id = l.hazard_id`;
  const now = view('analytics_look_backs', 'hazard_look_backs', { pos: 'l.unit_pos', more: '' });
  const known = view('analytics_look_backs_known', 'hazard_look_backs_history', { pos: 'u.lo', more: ', l.known_from, l.known_to' });
  return sql.raw(`${now}; ${known} where u.lo <@ (select house.read_scope())`);
}

/**
 * What came due in a month, done, and done in time. Nothing due is no row, and what is not due yet is not counted, so that no rate stands on
 * nothing and nobody is late before his time. A look-back on what was reopened first has lapsed.
 */
const dueMonths = sql`
  create view analytics_due_months with (security_invoker = true) as
    select d.unit_id::text || '/' || d.duty || '/' || to_char(d.month_on, 'YYYY-MM') as month_id, d.unit_id, u.code as unit_code, u.name as unit_name,
      d.duty, d.month_on, d.expected, d.actual, d.in_time, round(100.0 * d.in_time / d.expected, 2) as in_time_rate, d.pos
    from (
      select h.unit_id, h.unit_pos as pos, 'rectification' as duty, date_trunc('month', h.due_on)::date as month_on, count(*) as expected,
        count(*) filter (where h.stage = 'closed') as actual,
        count(*) filter (where h.stage = 'closed' and h.submitted_on <= h.due_on) as in_time
      from hazards h where h.due_on < (house.at() at time zone 'Asia/Shanghai')::date and h.stage <> 'void' group by 1, 2, 4
      union all
      select l.unit_id, l.unit_pos, 'lookBack', date_trunc('month', l.to_on)::date, count(*), count(l.result),
        count(*) filter (where l.looked_on <= l.to_on)
      from hazard_look_backs l join hazards h on h.id = l.hazard_id
      where l.to_on < (house.at() at time zone 'Asia/Shanghai')::date and not (l.result is null and h.reopenings > l.round) group by 1, 2, 4) d
      join units u on u.id = d.unit_id`;

function resultViews() {
  const run = `g.id as run_id, s.code as scheme_code, s.version as scheme_version, g.period, g.from_on as period_from, g.until_on as period_until,
    g.kind as run_kind, g.stage as run_stage, g.superseded_by_id is null and (g.restates_id is null or g.stage in ('published', 'archived')) as current, g.known_at as cut_off_at, g.computed_at,
    r.unit_id, u.code as unit_code, r.name as unit_name, r.unit_pos as pos`;
  const from = `from assessment_results r join assessment_runs g on g.id = r.run_id join assessment_schemes s on s.id = g.scheme_id
    join units u on u.id = r.unit_id`;
  return sql.raw(`
    create view analytics_results with (security_invoker = true) as
      select r.run_id::text || '/' || r.unit_id::text as result_id, ${run}, r.kind, r.parent_id, r.status, r.base, r.bonus, r.malus, r.final, r.grade,
        r.grade_before_veto, r.place as ranking, r.applicable_weight
      ${from};
    create view analytics_indicators with (security_invoker = true) as
      select r.run_id::text || '/' || r.unit_id::text || '/' || (l.line ->> 'code') as line_id, ${run}, l.line ->> 'code' as indicator,
        l.line ->> 'dimension' as dimension, (l.line ->> 'weight')::numeric as weight, l.line ->> 'status' as line_status, l.line ->> 'reason' as reason,
        (l.line ->> 'denominator')::numeric as expected, (l.line ->> 'numerator')::numeric as actual, (l.line ->> 'value')::numeric as value,
        (l.line ->> 'score')::numeric as score, (l.line ->> 'adjusted')::numeric as adjusted
      ${from} cross join lateral jsonb_array_elements(r.result -> 'lines') as l (line)`);
}

const views = ['unit_states', 'hazards', 'hazards_known', 'look_backs', 'look_backs_known', 'due_months', 'results', 'indicators'];
const readable = sql.raw(views.map((view) => `call house.allow('select', 'analytics_${view}')`).join('; '));

/** Who read what, when, and how many rows; without an end while it runs, or when the program died over it. */
const reads = sql`
  create table analytics_reads (
    id uuid primary key,
    account_id uuid,
    person_id uuid,
    dataset text not null,
    format text not null,
    asked jsonb not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    rows bigint check (rows >= 0),
    outcome text check (outcome in ('complete', 'cut')),
    check ((ended_at is null) = (outcome is null))
  );
  create index analytics_reads_of on analytics_reads (person_id, began_at);
  alter table analytics_reads enable row level security;
  create policy own on analytics_reads for all using (
    person_id is not distinct from (select nullif(current_setting('app.person', true), '')::uuid));
  call house.allow('select, insert, update', 'analytics_reads')`;
