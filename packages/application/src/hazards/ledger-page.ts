import { blueprint, type Branches, compiledOnce, perRange, type Slots, type Travelling, within } from '@changming/database';
import { lesserRisk } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { conditions, type LedgerShape, type LedgerValues } from './ledger-conditions.ts';

/** `urgencyOf` in the words of the database; the index `hazards_by_urgency` is of this very expression. */
const urgency = sql`((case when h.level = 'major' or h.suggestion in ('open', 'denialProposed') then 0 else ${sql.lit(lesserRisk)} end)
  + ((case when h.stage in ('reported', 'registered') then h.found_on when h.stage = 'submitted' then coalesce(h.acceptance_due_on, h.found_on)
    else h.due_key end) - date '2000-01-01'))`;

const sorts = {
  newest: { key: sql.ref('h.found_on'), direction: 'desc', beyond: '<' },
  oldest: { key: sql.ref('h.found_on'), direction: 'asc', beyond: '>' },
  dueSoonest: { key: sql.ref('h.due_key'), direction: 'asc', beyond: '>' },
  urgent: { key: urgency, direction: 'asc', beyond: '>' },
} as const;

/** Further than this nothing is counted one by one. */
export const mostCounted = 10_000;

type Given = Slots<LedgerValues>;
export type Listed = { readonly id: string; readonly day: string; readonly total: number };

/** The first hazards of the page in its order, of whatever branch. */
function firstOf(given: Given, shape: LedgerShape) {
  const { key, direction, beyond } = sorts[shape.sort];
  return blueprint
    .selectFrom('hazards as h')
    .select(['h.id', sql<string>`${key}`.as('day')])
    .where((eb) => eb.and(conditions(eb as never, given, shape)))
    .$if(given['afterDay'] !== undefined, (each) =>
      each.where(sql<boolean>`(${key}, h.id) ${sql.raw(beyond)} (${given['afterDay']}, ${given['afterId']})`),
    )
    .orderBy(key, direction)
    .orderBy('h.id', direction)
    .limit(sql.lit(shape.limit + 1));
}

/** One branch query a range, each walking its own index; they yield ids alone. */
function branchOf(given: Given, shape: LedgerShape) {
  return (one: Branches) =>
    blueprint
      .selectFrom(
        firstOf(given, shape)
          .where((eb) => within(eb.ref('h.unit_pos'), one))
          .as('branch'),
      )
      .selectAll();
}

/** Of each branch no more is counted than of all. */
function countedOf(given: Given, shape: LedgerShape) {
  return (one: Branches) =>
    blueprint
      .selectFrom(
        blueprint
          .selectFrom('hazards as h')
          .select('h.id')
          .where((eb) => within(eb.ref('h.unit_pos'), one))
          .where((eb) => eb.and(conditions(eb as never, given, shape)))
          .limit(sql.lit(mostCounted + 1))
          .as('branch'),
      )
      .selectAll();
}

/** How many the whole list holds: from the roll-ups where they know, or counted. */
function totalOf(ranges: Branches, given: Given, shape: LedgerShape) {
  if (given['los'] !== undefined) return rolledUp(given);
  return blueprint
    .selectFrom(
      blueprint
        .selectFrom(perRange(ranges, countedOf(given, shape)).as('all'))
        .select('id')
        .limit(sql.lit(mostCounted + 1))
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'));
}

function rolledUp({ los, his, facet, facetValues, stages, day }: Given) {
  return sql<number>`(
    select coalesce(sum(count), 0) from house.hazard_counts(${los}::bigint[], ${his}::bigint[], array[${facet}], ${stages ?? null}::text[], ${day}::date)
    ${facetValues === undefined ? sql`` : sql`where value = any(${facetValues}::text[])`})::bigint`;
}

/** The page's ids, each with the total. */
export function pageQuery(asked: Page): Travelling<Listed> {
  return isOfBranchByDue(asked) ? byDueQuery(asked) : anyPageQuery(asked);
}

type Page = { readonly ranges: readonly UnitRange[]; readonly given: LedgerValues; readonly fixed: LedgerShape };

/** Planned for its values each time: which index is the best depends on them. */
const anyPageQuery = compiledOnce(
  (ranges: Branches, given: Given, shape: LedgerShape) => {
    const { direction } = sorts[shape.sort];
    return blueprint
      .selectFrom(perRange(ranges, branchOf(given, shape)).as('all'))
      .selectAll()
      .select(totalOf(ranges, given, shape).as('total'))
      .orderBy('day', direction)
      .orderBy('id', direction)
      .limit(sql.lit(shape.limit + 1));
  },
  { prepared: false },
);

/** By deadline, in one stage of one branch, where the roll-ups know how many there are. */
function isOfBranchByDue({ ranges, given, fixed }: Page): boolean {
  const told = typeof given['stage'] === 'string' && given['los'] !== undefined && fixed.overdue === undefined;
  return told && fixed.sort === 'dueSoonest' && ranges.length === 1;
}

/**
 * There are two ways to such a page, and each is the worse by far where the other is right: the stage of the whole group walked by deadline
 * until the branch has shown enough, or the first of every unit of the branch, each from its own piece of the index. The statement decides by
 * how many there are (`house.sooner_by_unit`) and runs one of them, so that one plan fits any branch and is made once a connection.
 */
const byDueQuery = compiledOnce(([branch]: Branches, given: Given, shape: LedgerShape) => {
  const { lo, hi } = branch as Branches[number];
  const page = sql.lit(shape.limit + 1);
  const walked = firstOf(given, shape)
    .where(unguessed('>=', lo))
    .where(unguessed('<=', hi))
    .where(sql<boolean>`not (select by_unit from held)`);
  const byUnit = blueprint
    .selectFrom('units as u')
    .innerJoinLateral(firstOf(given, shape).where(sql<boolean>`h.unit_pos = u.lo`).as('first'), (join) => join.onTrue())
    .select(['first.id', 'first.day'])
    .where((eb) => within(eb.ref('u.lo'), [{ lo, hi }]))
    .where(sql<boolean>`(select by_unit from held)`)
    .orderBy('first.day')
    .orderBy('first.id')
    .limit(page);
  const either = blueprint
    .selectFrom(walked.as('walked'))
    .selectAll()
    .unionAll(blueprint.selectFrom(byUnit.as('picked')).selectAll());
  const sooner = sql<boolean>`house.sooner_by_unit(${lo}, ${hi}, ${given['stage']}, total, ${page})`;
  return blueprint
    .with(
      (as) => as('counted').materialized(),
      () => blueprint.selectNoFrom(rolledUp(given).as('total')),
    )
    .with(
      (as) => as('held').materialized(),
      (db) => db.selectFrom('counted').select(['total', sooner.as('by_unit')]),
    )
    .selectFrom(either.as('all'))
    .selectAll()
    .select(sql<number>`(select total from held)`.as('total'))
    .orderBy('day')
    .orderBy('id')
    .limit(page);
});

/** A bound of the branch of which the planner does not guess that hardly a row meets it: then it would collect and sort instead of walking. */
function unguessed(operator: '>=' | '<=', bound: Branches[number]['lo']) {
  return sql<boolean>`h.unit_pos ${sql.raw(operator)} any(array[${bound}::bigint])`;
}
