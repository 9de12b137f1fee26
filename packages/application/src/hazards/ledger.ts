import { perRange, toPage, type Tx, within } from '@changming/database';
import { type HazardFilter, noDeadline } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { type Asked, conditions, type Extra, type Hazards } from './ledger-conditions.ts';
import { namesOn } from './names.ts';

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

/** 隐患台账: one page of it, with a total that is counted no further than 10,000. */
export async function ledgerPage(work: Reading, filter: HazardFilter, extra?: Extra) {
  const { tx, scope, today } = work;
  const ranges = await rangesOf(tx, scope, filter);
  const found = filter.text === undefined ? everything : await idsWith(tx, ranges, filter.text);
  const asked = { filter, today, found: found.ids, extra };
  const rows = await pageOf(tx, ranges, asked);
  const { items, next } = toPage(
    rows,
    filter.limit,
    (row) => `${dayOf(row, filter.sort)}~${row.id}`,
    (row) => row,
  );
  return { items: await withNames(tx, items, today), next, total: await cappedTotal(tx, ranges, asked), tooMany: found.tooMany };
}

const everything = { ids: null, tooMany: false };

function dayOf({ foundOn, dueOn }: Row, sort: HazardFilter['sort']): string {
  return sorts[sort].column === 'found_on' ? foundOn : (dueOn ?? noDeadline);
}

const sorts = {
  newest: { column: 'found_on', direction: 'desc', beyond: '<' },
  oldest: { column: 'found_on', direction: 'asc', beyond: '>' },
  dueSoonest: { column: 'due_key', direction: 'asc', beyond: '>' },
} as const;

/** One branch query a range, each walking its own index; they yield ids alone. */
function branchOf(tx: Tx, asked: Asked) {
  const { sort, after, limit } = asked.filter;
  const { column, direction, beyond } = sorts[sort];
  return (one: readonly UnitRange[]) =>
    tx
      .selectFrom(
        tx
          .selectFrom('hazards as h')
          .select(['h.id', `h.${column} as day`])
          .where((eb) => within(eb.ref('h.unit_pos'), one))
          .where((eb) => eb.and(conditions(eb as unknown as Hazards, asked)))
          .$if(after !== undefined, (each) =>
            each.where((eb) => eb(eb.refTuple(`h.${column}`, 'h.id'), beyond, eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
          )
          .orderBy(`h.${column}`, direction)
          .orderBy('h.id', direction)
          .limit(limit + 1)
          .as('branch'),
      )
      .selectAll();
}

/** The page's ids first; the rest of each row is fetched for the page alone. */
async function pageOf(tx: Tx, ranges: readonly UnitRange[], asked: Asked) {
  const { direction } = sorts[asked.filter.sort];
  const page = tx
    .selectFrom(perRange(ranges, branchOf(tx, asked)).as('all'))
    .selectAll()
    .orderBy('day', direction)
    .orderBy('id', direction)
    .limit(asked.filter.limit + 1);
  return tx
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('hazards as h', 'h.id', 'page.id')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .leftJoin('points as p', 'p.id', 'h.point_id')
    .select(['h.id', 'h.number', 'h.unit_id as unitId', 'u.name as unit', 'h.point_id as pointId', 'p.name as point', 'h.place'])
    .select([
      'h.stage',
      'h.level',
      'h.category',
      'h.source',
      'h.key_area as keyArea',
      'h.text',
      'h.suggestion',
      'h.supervised',
      'h.anonymous',
    ])
    .select(['h.found_on as foundOn', 'h.due_on as dueOn', 'h.closed_on as closedOn', 'h.acceptance_due_on as acceptanceDueOn'])
    .select(['h.responsible_id as responsibleId', 'h.recurrences', 'h.send_backs as sendBacks', 'h.reopenings', 'h.version'])
    .select(firstPhoto.as('photoId'))
    .orderBy('page.day', direction)
    .orderBy('page.id', direction)
    .execute();
}

/** The photo that stands for the hazard in a list. */
const firstPhoto = sql<string | null>`(
  select e.id from hazard_photos photo join evidence e on e.subject_id = photo.hazard_id and e.sha256 = photo.sha256
  where photo.hazard_id = h.id and photo.kind = 'before' and e.arrived_at is not null order by photo.at limit 1)`;

type Row = Awaited<ReturnType<typeof pageOf>>[number];

async function withNames(tx: Tx, rows: readonly Row[], today: string) {
  const names = await namesOn(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ responsibleId, ...row }) => ({
    ...row,
    responsibleId,
    responsible: responsibleId === null ? null : (names.get(responsibleId)?.name ?? null),
    overdue: (row.stage === 'assigned' || row.stage === 'rectifying') && row.dueOn !== null && row.dueOn < today,
  }));
}

async function cappedTotal(tx: Tx, ranges: readonly UnitRange[], asked: Asked): Promise<{ count: number; capped: boolean }> {
  const branch = (one: readonly UnitRange[]) =>
    tx
      .selectFrom(
        tx
          .selectFrom('hazards as h')
          .select('h.id')
          .where((eb) => within(eb.ref('h.unit_pos'), one))
          .where((eb) => eb.and(conditions(eb as unknown as Hazards, asked)))
          .limit(mostCounted + 1)
          .as('branch'),
      )
      .selectAll();
  const { count } = await tx
    .selectFrom(
      tx
        .selectFrom(perRange(ranges, branch).as('all'))
        .select('id')
        .limit(mostCounted + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { count: Math.min(count, mostCounted), capped: count > mostCounted };
}

/** By the one function that may look for words; a number is looked up as it is. */
async function idsWith(tx: Tx, ranges: readonly UnitRange[], text: string): Promise<{ ids: string[]; tooMany: boolean }> {
  if (/^h-\d{4}-\d{1,12}$/i.test(text)) {
    const rows = await tx.selectFrom('hazards').select('id').where('number', '=', text.toUpperCase()).execute();
    return { ids: rows.map(({ id }) => id), tooMany: false };
  }
  const [los, his] = [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)];
  const { rows } = await sql<{ id: string }>`
    select id from house.search_hazards(${text}, ${los}::bigint[], ${his}::bigint[], ${mostFound})`.execute(tx);
  return { ids: rows.map(({ id }) => id), tooMany: rows.length >= mostFound };
}
