import { knownAt } from '@changming/database';
import type { FactTable } from '@changming/domain/assessments';
import { dayIn } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { besideAll, besideEach } from './beside-hazards.ts';
import { certificateFacts } from './certificate-facts.ts';
import { equipmentFacts } from './equipment-facts.ts';
import { candidates, type Expressions, home, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { incidentFacts } from './incident-facts.ts';
import { preventionFacts } from './prevention-facts.ts';
import { responsibilityFacts } from './responsibility-facts.ts';
import { scopeFacts } from './scope-facts.ts';
import { trainingFacts } from './training-facts.ts';

/** The fact tables as the product knew them at the cut-off: `id`, `unit_id` and the columns that are wanted. */
export const factSources: { readonly [Table in FactTable]: Source } = {
  hazards: hazardFacts,
  lookBacks: lookBackFacts,
  strata: stratumFacts,
  ...preventionFacts,
  ...equipmentFacts,
  ...scopeFacts,
  ...incidentFacts,
  ...responsibilityFacts,
  ...trainingFacts,
  ...certificateFacts,
};

/** Cases, since the planner takes `coalesce` to leak what it is given and asks whose row it is before it compares days. */
const plain: Expressions = {
  stage: sql`h.stage`,
  level: sql`h.level`,
  source: sql`h.source`,
  origin: sql`h.origin`,
  suggestion: sql`h.suggestion`,
  foundOn: sql`h.found_on`,
  registeredOn: sql`case when h.registered_on is not null then h.registered_on when h.origin = 'opening' then h.found_on end`,
  dueOn: sql`h.due_on`,
  submittedOn: sql`h.submitted_on`,
  closedOn: sql`h.closed_on`,
  recurrent: sql`(h.recurrence_of_id is not null)`,
  planComplete: sql`(h.responsible_id is not null and h.measures is not null and h.funds is not null and h.due_on is not null
    and h.contingency is not null and h.waived = '{}')`,
  /** A relapse reopens it in the same transaction. */
  everReopened: sql`(h.reopenings > 0)`,
};

/** An opening import that came after the cut-off, as its business dates say it stood on the last day that counts. */
function asOf(day: string): Expressions {
  const by = (column: string) => sql`case when h.${sql.raw(column)} <= ${day}::date then h.${sql.raw(column)} end`;
  return {
    ...plain,
    stage: sql`case when h.stage = 'void' then 'void' when h.closed_on <= ${day}::date then 'closed'
      when h.submitted_on <= ${day}::date then 'submitted' else 'assigned' end`,
    registeredOn: sql`case when h.registered_on <= ${day}::date then h.registered_on else h.found_on end`,
    submittedOn: by('submitted_on'),
    closedOn: by('closed_on'),
  };
}

function hazardFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, openingAt, columns, unitIds } = wanted;
  const day = dayIn(new Date(cutOff.getTime() - 1));
  const { told, joined } = beside(wanted);
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('hazards_history', wanted)} as unit_id ${named({ ...plain, ...told }, columns)} from hazards_history h ${joined}
    where h.known_from <= ${cutOff} and h.known_to > ${cutOff} ${candidates('hazards_history', wanted)}
    union all
    select h.id, h.unit_id ${named({ ...asOf(day), ...told }, columns)} from hazards_history h ${joined}
    where h.origin = 'opening' and h.known_from > ${cutOff} and h.known_from <= ${openingAt} and h.known_to > h.known_from
      and h.found_on <= ${day}::date
      and not exists (select from hazards_history e where e.id = h.id and e.known_from < h.known_from and e.known_to > e.known_from)
      ${unitIds === undefined ? sql`` : sql`and ((select house.sees_all()) or ${firstKnown})`}`,
  );
}

/** Nor was it known before in a branch that the reader does not see. */
const firstKnown = sql`not house.was_known('hazards_history', h.id, h.known_from - interval '1 microsecond')`;

/** What other tables tell of a hazard, and the joins for that: over everything when the whole group is asked for. */
function beside(wanted: Wanted): { told: Expressions; joined: RawBuilder<unknown> } {
  if (wanted.unitIds !== undefined) return { told: besideEach(wanted), joined: sql`` };
  const all = Object.entries(besideAll(wanted));
  const joins = all.flatMap(([column, { join }]) => (wanted.columns.has(column) ? [join] : []));
  return { told: Object.fromEntries(all.map(([column, { told }]) => [column, told])), joined: sql.join(joins, sql` `) };
}

function lookBackFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, columns } = wanted;
  const expressions: Expressions = {
    reason: sql`h.reason`,
    result: sql`h.result`,
    dueOn: sql`h.to_on`,
    lookedOn: sql`h.looked_on`,
    lapsed: sql`(h.result is null and reopened.id is not null)`,
  };
  const lapsing = columns.has('lapsed')
    ? sql`left join (select * from ${knownAt('hazards', cutOff)} k where reopenings > 0) reopened
        on reopened.id = h.hazard_id and reopened.reopenings > h.round`
    : sql``;
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('hazard_look_backs_history', wanted)} as unit_id, h.hazard_id ${named(expressions, columns)}
    from hazard_look_backs_history h ${lapsing}
    where h.known_from <= ${cutOff} and h.known_to > ${cutOff} ${candidates('hazard_look_backs_history', wanted)}`,
  );
}

/**
 * One row for each unit, month of closing and stratum of the twelve months: what T is reckoned from (rule book 3.6). They are made before
 * anything is asked of them: a condition on the month would be asked of every closing, and the planner guess that it leaves hardly any.
 */
function stratumFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, window, columns, unitIds } = wanted;
  const { from, until } = window.trailingYear;
  const expressions: Expressions = {
    stratum: sql`(array['major', 'authority', 'sampled'])[h.stratum]`,
    monthOn: sql`h.month_on`,
    seen: sql`(h.looked > 0)`,
    closures: sql`h.closures`,
    drawn: sql`h.drawn`,
    looked: sql`h.looked`,
    held: sql`h.held`,
    expectedTrue: sql`(case when h.looked = 0 then 0 else (2000000 * h.closures * h.held + h.looked) / (2 * h.looked) end)`,
  };
  return sql`
    select md5(h.unit_id::text || h.month_on || h.stratum)::uuid as id, h.unit_id ${named(expressions, columns)} from (
      select h.unit_id, h.closed_on - date_part('day', h.closed_on)::integer + 1 as month_on,
        case when h.level = 'major' then 1 when h.source = 'authority' then 2 else 3 end as stratum,
        count(*) as closures, count(l.id) as drawn, count(l.result) as looked, count(*) filter (where l.result = 'held') as held
      from hazard_closings h
        left join ${knownAt('hazard_look_backs', cutOff)} l on l.hazard_id = h.hazard_id and l.round = h.round
      where h.recorded_at <= ${cutOff} and h.origin = 'recorded' and h.closed_on >= ${from}::date and h.closed_on < ${until}::date
        ${unitIds === undefined ? sql`` : sql`and h.unit_id = any(${unitIds}::uuid[])`}
      group by 1, 2, 3 offset 0) h`;
}
