import { blueprint, type Branches, compiledOnce, lastOf, type Slots, toPage, type Travelling, type Tx } from '@changming/database';
import { noDeadline, type QueueFilter, type TreatmentStage, urgencyOf } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { lackInRow } from './before-lack.ts';
import { facetOf } from './counts.ts';
import { type Asked, type LedgerValues, type Queue, shapeOf, valuesOf } from './ledger-conditions.ts';
import { type Listed, mostCounted, pageQuery } from './ledger-page.ts';

const mostFound = 1000;

/** 隐患台账: one page of it, with a total that is exact where the roll-ups know it and counted no further than 10,000 elsewhere. It is the last thing its transaction reads. */
export async function ledgerPage(work: Reading, filter: QueueFilter, queue?: Queue) {
  const { tx, today, actor } = work;
  const ranges = await rangesOf(work, filter);
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

/** The rows of one page: always found by their ids, so it is prepared once. */
const rowsQuery = compiledOnce((_: Branches, { ids }: Slots<{ readonly ids: readonly string[] }>) =>
  blueprint
    .selectFrom('hazards as h')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .leftJoin('points as p', 'p.id', 'h.point_id')
    .leftJoin('persons as responsible', 'responsible.id', 'h.responsible_id')
    .select(['h.id', 'h.number', 'h.unit_id as unitId', 'u.name as unit', 'h.point_id as pointId', 'p.name as point', 'h.place'])
    .select(['h.stage', 'h.level', 'h.category', 'h.source', 'h.key_area as keyArea', 'h.text', 'h.suggestion', 'h.supervised'])
    .select(['h.anonymous', 'h.found_on as foundOn', 'h.due_on as dueOn', 'h.closed_on as closedOn'])
    .select(['h.acceptance_due_on as acceptanceDueOn', 'h.recurrences', 'h.send_backs as sendBacks', 'h.reopenings', 'h.version'])
    .select(['h.responsible_id as responsibleId', responsible.as('responsible')])
    .select([firstPhoto.as('photoId'), lackInRow.as('beforeLack'), treatmentStage.as('treatmentStage'), progressDueOn.as('progressDueOn')])
    .where(sql<boolean>`h.id = any(${ids}::uuid[])`),
);

/** Whoever is responsible is named wherever he belongs: past the scope only where he is not in it, which costs more, and nothing of a hazard outside of it. */
const responsible = sql<string | null>`coalesce(responsible.name,
  case when h.responsible_id is not null and responsible.id is null then (select name from house.responsible_for(array[h.id])) end)`;

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

async function pageOf(tx: Tx, ranges: readonly UnitRange[], asked: Asked): Promise<Found> {
  const counted = countedBy(ranges, asked);
  const statement = { ranges, given: { ...valuesOf(asked), ...counted }, fixed: shapeOf(asked) };
  const { rows: found } = await tx.executeQuery<Listed>(pageQuery(statement));
  if (found.length === 0) return { rows: [], total: { count: 0, capped: false } };
  const ids = found.map(({ id }) => id);
  const shown = await rowsOf(tx, ids);
  const total = found[0]?.total ?? 0;
  const capped = counted === null && total > mostCounted;
  return { rows: shown, total: { count: capped ? mostCounted : total, capped } };
}

/** Rows of the ledger by their ids, in that order: the last thing that a transaction reads. */
async function rowsOf(tx: Tx, ids: readonly string[]): Promise<Row[]> {
  const told = new Map((await lastOf<Row>(tx, rowsQuery({ ranges: [], given: { ids }, fixed: {} }))).map((row) => [row.id, row]));
  return ids.flatMap((id) => told.get(id) ?? []);
}

/** The same as they are shown. */
export async function shownRows(tx: Tx, ids: readonly string[], today: string) {
  return ids.length === 0 ? [] : (await rowsOf(tx, ids)).map((row) => shownOf(row, today));
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
