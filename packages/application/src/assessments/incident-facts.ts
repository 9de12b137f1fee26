import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { scopeRows } from './scope-rows.ts';

/** What events bring: A1 to A3, and what a person should look at for a veto. */
export const incidentFacts = {
  incidents: incidentRows,
  accidentsBelow: belowRows,
} satisfies Record<string, Source>;

/** Losses, in 分, from which a fire counts, a loss of property counts, and a fire is grave (rule book 11.4 A1, 11.6 V6). */
const [fireLoss, propertyLoss, graveLoss] = [10_000_00, 100_000_00, 1_000_000_00] as const;

const hurt = sql`(h.deaths + h.serious + h.minor > 0)`;
const fire = sql`(h.fire and (h.fire_brigade_called or h.loss_fen >= ${sql.lit(fireLoss)}))`;

/** Who has to be told by when: the county and what stands above it, and headquarters (rule book 2.4 R1, R2, R8, R9). */
const reportClocks = ['county', 'province', 'marketRegulator', 'hqPhone', 'hqRecord', 'hqWritten'] as const;
/** What makes 迟报 by law. */
const statutoryClocks = ['county', 'province', 'marketRegulator', 'casualtyChange'] as const;

/**
 * 事故事件 as known at the cut-off, in the unit that had them when the period ended. Whether each was reported in time is told by its clocks: met by
 * their time, or that time not over yet. What a person found of 迟报 stands above what the clocks tell.
 */
function incidentRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    kind: sql`h.event_class`,
    stage: sql`h.state`,
    occurredOn: sql`h.occurred_on`,
    responsibility: sql`h.responsibility`,
    grade: sql`h.grade`,
    production: sql`(h.state <> 'reclassifiedNonProduction')`,
    minor: sql`h.minor`,
    serious: sql`h.serious`,
    deaths: sql`h.deaths`,
    hurt,
    fatal: sql`(h.deaths > 0)`,
    fire,
    property: sql`(h.loss_fen >= ${sql.lit(propertyLoss)} and not ${fire} and not ${hurt})`,
    graveFire: sql`(h.fire and (${hurt} or h.loss_fen >= ${sql.lit(graveLoss)}))`,
    reportable: sql`(h.state <> 'reported')`,
    reportedInTime: sql`(clocks.late is not true)`,
    falsified: sql`(coalesce(found.false, false) or coalesce(found.concealed, false))`,
    misreported: sql`(coalesce(found.late, clocks.statutory, false) or coalesce(found.omitted, false)
      or coalesce(found.false, false) or coalesce(found.concealed, false))`,
    unlicensed: sql`(h.uncertified_operation or h.unpermitted_work)`,
  };
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('incidents_history', wanted)} as unit_id ${named(expressions, wanted.columns)}
    from ${known('incidents_history', wanted)} h
      left join (${lateClocks(wanted)}) clocks on clocks.incident_id = h.id
      left join (${findings(wanted)}) found on found.incident_id = h.id
    where h.state <> 'cancelledDuplicate'`,
  );
}

function lateClocks(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff } = wanted;
  const late = sql`(c.dropped_at is null or c.dropped_at > c.due_at) and coalesce(c.met_at, ${cutOff}) > c.due_at`;
  const of = (codes: readonly string[]) => sql`bool_or(c.code = any(${[...codes]}::text[]) and ${late})`;
  return sql`
    select c.incident_id, ${of(reportClocks)} as late, ${of(statutoryClocks)} as statutory
    from ${known('incident_clocks_history', wanted)} c group by c.incident_id`;
}

/** Of each kind what was found last. */
function findings({ knownAt: cutOff }: Wanted): RawBuilder<unknown> {
  const last = (finding: string) => sql`bool_or(f.found) filter (where f.finding = ${finding}) as ${sql.ref(finding)}`;
  return sql`
    select f.incident_id, ${sql.join(['late', 'omitted', 'false', 'concealed'].map(last))}
    from (select distinct on (incident_id, finding) incident_id, finding, found from incident_findings
      where recorded_at <= ${cutOff} order by incident_id, finding, recorded_at desc) f
    group by f.incident_id`;
}

/** Fatal accidents for which a scope answers, and those of 较大 and above, at the scope next above it. */
function belowRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { occurredOn: sql`h.occurred_on` };
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id ${named(expressions, wanted.columns)} from (
      select i.id, s.above_id as unit_id, i.occurred_on
      from (select h.id, h.occurred_on, ${home('incidents_history', wanted)} as unit_id from ${known('incidents_history', wanted)} h
          where h.state not in ('cancelledDuplicate', 'reclassifiedNonProduction')
            and ((h.deaths > 0 and h.responsibility in ('unit', 'shared')) or h.grade in ('larger', 'major', 'extraordinary'))) i
        join ${scopeRows(wanted)} s on s.unit_id = i.unit_id
      where s.above_id is not null) h`,
  );
}
