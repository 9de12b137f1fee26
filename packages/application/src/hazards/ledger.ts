import { blueprint, compiledOnce, lastOf, perRange, type Slots, toPage, type Travelling, type Tx, within } from '@changming/database';
import { type HazardFilter, lesserRisk, noDeadline, type QueueFilter, type TreatmentStage, urgencyOf } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { type Expression, sql } from 'kysely';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { facetOf } from './counts.ts';
import { type Asked, conditions, type LedgerShape, type LedgerValues, type Queue, shapeOf, valuesOf } from './ledger-conditions.ts';

export const mostCounted = 10_000;
const mostFound = 1000;

/** The branches that the query bar asks for, within the scope. */
export async function rangesOf(
  tx: Tx,
  scope: readonly UnitRange[],
  { unitId, withBelow }: Pick<HazardFilter, 'unitId' | 'withBelow'>,
): Promise<readonly UnitRange[]> {
  if (unitId === undefined) return scope;
  const { lo, hi } = await unitInScope(tx, scope, unitId);
  return [{ lo, hi: withBelow ? hi : lo }];
}

/** 隐患台账: one page of it, with a total that is exact where the roll-ups know it and counted no further than 10,000 elsewhere. It is the last thing its transaction reads. */
export async function ledgerPage(work: Reading, filter: QueueFilter, queue?: Queue) {
  const { tx, scope, today, actor } = work;
  const ranges = await rangesOf(tx, scope, filter);
  const found = filter.text === undefined ? everything : await idsWith(tx, ranges, filter.text);
  const asked: Asked = { filter, today, found: found.ids, queue, personId: actor.personId };
  const { rows, total } = await pageOf(tx, ranges, asked);
  const { items, next } = toPage(
    rows,
    filter.limit,
    (row) => `${keyOf(row, filter.sort)}~${row.id}`,
    (row) => shownOf(row, today),
  );
  return { items, next, total, tooMany: found.tooMany };
}

const everything = { ids: null, tooMany: false };

function keyOf(row: Row, sort: QueueFilter['sort']): string {
  if (sort === 'urgent') return String(urgencyOf(row));
  return sort === 'dueSoonest' ? (row.dueOn ?? noDeadline) : row.foundOn;
}

function shownOf(row: Row, today: string) {
  const overdue = (row.stage === 'assigned' || row.stage === 'rectifying') && row.dueOn !== null && row.dueOn < today;
  return { ...row, overdue };
}

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

type Branches = readonly Slots<UnitRange>[];
type Given = Slots<LedgerValues>;

/** One branch query a range, each walking its own index; they yield ids alone. */
function branchOf(given: Given, shape: LedgerShape) {
  const { key, direction, beyond } = sorts[shape.sort];
  return (one: Branches) =>
    blueprint
      .selectFrom(
        blueprint
          .selectFrom('hazards as h')
          .select(['h.id', sql<string>`${key}`.as('day')])
          .where((eb) => within(eb.ref('h.unit_pos'), one))
          .where((eb) => eb.and(conditions(eb as never, given, shape)))
          .$if(given['afterDay'] !== undefined, (each) =>
            each.where(sql<boolean>`(${key}, h.id) ${sql.raw(beyond)} (${given['afterDay']}, ${given['afterId']})`),
          )
          .orderBy(key, direction)
          .orderBy('h.id', direction)
          .limit(sql.lit(shape.limit + 1))
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

/** The page's ids, each with the total. Planned for its values each time: which index is the best depends on them. */
const pageQuery = compiledOnce((ranges: Branches, given: Given, shape: LedgerShape) => {
  const { direction } = sorts[shape.sort];
  return blueprint
    .selectFrom(perRange(ranges, branchOf(given, shape)).as('all'))
    .selectAll()
    .select(totalOf(ranges, given, shape).as('total'))
    .orderBy('day', direction)
    .orderBy('id', direction)
    .limit(sql.lit(shape.limit + 1));
});

/** The rows of one page: always found by their ids, so it is prepared once. */
const rowsQuery = compiledOnce((_: Branches, { ids }: Slots<{ readonly ids: readonly string[] }>) =>
  blueprint
    .selectFrom('hazards as h')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .leftJoin('points as p', 'p.id', 'h.point_id')
    .leftJoin(named(ids).as('named'), 'named.hazard_id', 'h.id')
    .select(['h.id', 'h.number', 'h.unit_id as unitId', 'u.name as unit', 'h.point_id as pointId', 'p.name as point', 'h.place'])
    .select(['h.stage', 'h.level', 'h.category', 'h.source', 'h.key_area as keyArea', 'h.text', 'h.suggestion', 'h.supervised'])
    .select(['h.anonymous', 'h.found_on as foundOn', 'h.due_on as dueOn', 'h.closed_on as closedOn'])
    .select(['h.acceptance_due_on as acceptanceDueOn', 'h.recurrences', 'h.send_backs as sendBacks', 'h.reopenings', 'h.version'])
    .select(['h.responsible_id as responsibleId', 'named.name as responsible'])
    .select([firstPhoto.as('photoId'), treatmentStage.as('treatmentStage'), progressDueOn.as('progressDueOn')])
    .where(sql<boolean>`h.id = any(${ids}::uuid[])`),
);

/** Whoever is responsible is named wherever he belongs; nothing of a hazard outside of the scope. */
function named(ids: Expression<readonly string[]>) {
  return sql<{ hazard_id: string; name: string }>`(select hazard_id, name from house.responsible_for(${ids}::uuid[]))`;
}

/** The photo that stands for the hazard in a list. */
const firstPhoto = sql<string | null>`(
  select e.id from hazard_photos photo join evidence e on e.subject_id = photo.hazard_id and e.sha256 = photo.sha256
  where photo.hazard_id = h.id and photo.kind = 'before' and e.arrived_at is not null order by photo.at limit 1)`;

const treatmentStage = sql<TreatmentStage | null>`h.treatment ->> 'stage'`;

/** When the next progress of a running supervision is owed. */
const progressDueOn = sql<string | null>`(case when h.supervised then (
  select min(s.progress_due_on) from hazard_supervisions s where s.hazard_id = h.id and s.stage <> 'delisted') end)`;

type Row = ReturnType<typeof rowsQuery> extends Travelling<infer Told> ? Told : never;

type Found = { readonly rows: readonly Row[]; readonly total: { readonly count: number; readonly capped: boolean } };
type Listed = { readonly id: string; readonly day: string; readonly total: number };

async function pageOf(tx: Tx, ranges: readonly UnitRange[], asked: Asked): Promise<Found> {
  const counted = countedBy(ranges, asked);
  const statement = { ranges, given: { ...valuesOf(asked), ...counted }, fixed: shapeOf(asked) };
  const { name: _, ...page } = pageQuery(statement);
  const { rows: found } = await tx.executeQuery<Listed>(page);
  if (found.length === 0) return { rows: [], total: { count: 0, capped: false } };
  const ids = found.map(({ id }) => id);
  const told = new Map((await lastOf<Row>(tx, rowsQuery({ ranges: [], given: { ids }, fixed: {} }))).map((row) => [row.id, row]));
  const total = found[0]?.total ?? 0;
  const capped = counted === null && total > mostCounted;
  return { rows: ids.flatMap((id) => told.get(id) ?? []), total: { count: capped ? mostCounted : total, capped } };
}

/** What the roll-ups need to know to tell the total. */
function countedBy(ranges: readonly UnitRange[], { filter, today, found, queue }: Asked): LedgerValues | null {
  const counted = queue === undefined && found === null ? facetOf(filter) : null;
  if (counted === null) return null;
  const [los, his] = [ranges.map(({ lo }) => String(lo)), ranges.map(({ hi }) => String(hi))];
  return { los, his, facet: counted.facet, facetValues: counted.values ?? undefined, stages: filter.stage, day: today };
}

/** By the one function that may look for words; a number is looked up as it is. */
export async function idsWith(tx: Tx, ranges: readonly UnitRange[], text: string): Promise<{ ids: string[]; tooMany: boolean }> {
  if (/^h-\d{4}-\d{1,12}$/i.test(text)) {
    const rows = await tx.selectFrom('hazards').select('id').where('number', '=', text.toUpperCase()).execute();
    return { ids: rows.map(({ id }) => id), tooMany: false };
  }
  const [los, his] = [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)];
  const { rows } = await sql<{ id: string }>`
    select id from house.search_hazards(${text}, ${los}::bigint[], ${his}::bigint[], ${mostFound})`.execute(tx);
  return { ids: rows.map(({ id }) => id), tooMany: rows.length >= mostFound };
}
