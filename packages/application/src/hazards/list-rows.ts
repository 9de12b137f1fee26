import type { Tx } from '@changming/database';
import { accountOf, emptyPlan, type ListedHazard, type LookBackResult, namedAs } from '@changming/domain/hazards';
import { sql } from 'kysely';

import { lackInRow } from './before-lack.ts';
import { type Named, namesOn } from './names.ts';
import { unitPaths } from '../units/index.ts';

/** A photo of the record that has arrived. */
export type ListPhoto = { readonly id: string; readonly sha256: string };

/** One hazard with everything that the three lists print of it. Money is in 分. */
export type ListRow = ListedHazard<ListPhoto> & { readonly id: string; readonly unitId: string };

const mostNamed = 500;
/** As many pictures of a side as a list shows. */
const mostPhotos = 4;

/** The rows of these hazards, in the order in which they are named. */
export async function listRows(tx: Tx, ids: readonly string[], today: string): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for (let at = 0; at < ids.length; at += mostNamed) rows.push(...(await rowsOf(tx, ids.slice(at, at + mostNamed), today)));
  return rows;
}

async function rowsOf(tx: Tx, ids: readonly string[], today: string): Promise<ListRow[]> {
  if (ids.length === 0) return [];
  const stored = await storedRows(tx, ids);
  const names = await namesOn(tx, ids);
  const clauses = await clauseTitles(tx, [...new Set(stored.flatMap(({ clause_ids }) => clause_ids))]);
  const units = await unitPaths(
    tx,
    stored.flatMap(({ unit_id, responsible_unit_id }) => [unit_id, responsible_unit_id ?? []].flat()),
  );
  const byId = new Map(stored.map((row) => [row.id, toRow(row, { names, clauses, units, today })]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Beside = {
  readonly names: ReadonlyMap<string, Named>;
  readonly clauses: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly today: string;
};
type Stored = Awaited<ReturnType<typeof storedRows>>[number];

function toRow(row: Stored, { names, clauses, units, today }: Beside): ListRow {
  const { id, number, text, category, level, source, anonymous, measures, funds, contingency, stage, spent, opinion, lesson } = row;
  const same = { id, number, text, category, level, source, anonymous, measures, funds, contingency, stage, spent, opinion, lesson };
  return {
    ...same,
    unitId: row.unit_id,
    unit: units.get(row.unit_id) ?? '',
    place: placeOf(row),
    keyArea: row.key_area,
    ...namedIn(row, names),
    clauses: clausesOf(row, clauses),
    foundOn: row.found_on,
    beforePhotos: row.beforePhotos,
    beforeLack: row.beforeLack,
    responsibleUnit: units.get(row.responsible_unit_id ?? '') ?? null,
    dueOn: row.due_on,
    contingencyWaived: row.waived.includes('contingency'),
    extendedFromOn: row.extended_from_on,
    account: accountOf({ stage, plan: { ...emptyPlan, dueOn: row.due_on } }, today),
    rectifiedOn: row.submitted_on,
    afterPhotos: row.afterPhotos,
    acceptedOn: acceptedOn(row),
    lookBackOn: row.lookBackOn,
    lookBackResult: row.lookBackResult,
    asWritten: asWritten(row),
  };
}

/** Whoever the record names, as its ledger wrote them where it had more to say. */
function namedIn(row: Stored, names: Beside['names']): Pick<ListRow, 'finder' | 'leader' | 'responsible' | 'supervisor' | 'acceptor'> {
  const asTold = row.told?.words ?? {};
  const named = (id: string | null, written?: string) => namedAs((id === null ? undefined : names.get(id)?.name) ?? null, written);
  return {
    finder: named(row.found_by_id, asTold.finder),
    leader: named(row.leader_id, asTold.leader),
    responsible: named(row.responsible_id, asTold.responsible),
    supervisor: named(row.supervisorId),
    acceptor: named(row.accepted_by_id, row.stage === 'closed' && row.told?.accepted_here === false ? asTold.acceptor : undefined),
  };
}

function clausesOf({ clause_ids, told }: Stored, titles: ReadonlyMap<string, string>): string[] {
  return clause_ids.length === 0 ? [told?.words.basis ?? []].flat() : clause_ids.map((code) => titles.get(code) ?? code);
}

/** 检查形式 and 备注 in the office's own words. */
function asWritten({ told }: Stored): ListRow['asWritten'] {
  const { form, remark } = told?.words ?? {};
  return { ...(form !== undefined && { form }), ...(remark !== undefined && { remark }) };
}

/** 验收日期 as the ledger has it, while the closing is the ledger's: the day of closing is the later of done and accepted. */
function acceptedOn({ told, closed_on, submitted_on }: Stored): string | null {
  const day = told === null || told.accepted_here ? null : told.accepted_on;
  return day !== null && closed_on !== null && day < closed_on && submitted_on === closed_on ? day : closed_on;
}

function placeOf({ point, place }: Pick<Stored, 'point' | 'place'>): string | null {
  const said = [point, place].filter((each) => each !== null && each !== '');
  return said.length === 0 ? null : said.join(' ');
}

async function storedRows(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('hazards as h')
    .leftJoin('points as p', 'p.id', 'h.point_id')
    .where('h.id', 'in', ids)
    .select(['h.id', 'h.number', 'h.unit_id', 'h.place', 'p.name as point', 'h.stage', 'h.level', 'h.category', 'h.source', 'h.key_area'])
    .select(['h.text', 'h.clause_ids', 'h.anonymous', 'h.found_by_id', 'h.found_on', 'h.measures', 'h.leader_id', 'h.responsible_id'])
    .select(['h.funds', 'h.due_on', 'h.contingency', 'h.waived', 'h.extended_from_on', 'h.submitted_on', 'h.spent', 'h.accepted_by_id'])
    .select(['h.closed_on', 'h.opinion', 'h.lesson'])
    .select(['h.responsible_unit_id', supervisor.as('supervisorId')])
    .select([lookBack<string>('looked_on').as('lookBackOn'), lookBack<LookBackResult>('result').as('lookBackResult')])
    .select(told.as('told'))
    .select([photos('before').as('beforePhotos'), photos('after').as('afterPhotos')])
    .select(lackInRow.as('beforeLack'))
    .execute();
}

type Word = 'finder' | 'basis' | 'leader' | 'responsible' | 'acceptor' | 'form' | 'remark';
type AsTold = {
  readonly words: { readonly [Field in Word]?: string };
  readonly accepted_on: string | null;
  readonly accepted_here: boolean;
};

/** What the latest ledger wrote: it names people whom nobody could find. Once accepted here, its acceptance is no longer the one that counts. */
const told = sql<AsTold | null>`(
  select jsonb_build_object('words', l.words, 'accepted_on', l.accepted_on,
    'accepted_here', exists (select from hazard_events e where e.hazard_id = h.id and e.step = 'accept'))
  from hazard_ledger_rows l where l.hazard_id = h.id order by l.told_at desc, l.row limit 1)`;

/** 督办人: who put it under listed supervision. */
const supervisor = sql<string | null>`(
  select s.listed_by_id from hazard_supervisions s where s.hazard_id = h.id order by s.seq desc limit 1)`;

function lookBack<Value>(column: 'looked_on' | 'result') {
  return sql<Value | null>`(
    select l.${sql.ref(column)} from hazard_look_backs l where l.hazard_id = h.id and l.result is not null order by l.round desc limit 1)`;
}

/** Photos before of any round, photos after of the round that counts; what has not arrived is not there. */
function photos(kind: 'before' | 'after') {
  return sql<ListPhoto[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', shown.id, 'sha256', shown.sha256)) from (
      select (select e.id from evidence e where e.subject_id = p.hazard_id and e.sha256 = p.sha256 and e.arrived_at is not null
        order by e.arrived_at limit 1) as id, p.sha256
      from hazard_photos p
      where p.hazard_id = h.id and p.kind = ${kind} and (p.kind = 'before' or p.round = h.reopenings)
        and exists (select from evidence e where e.subject_id = p.hazard_id and e.sha256 = p.sha256 and e.arrived_at is not null)
      order by p.round desc, p.declared_at, p.at limit ${mostPhotos}) as shown), '[]'::jsonb)`;
}

/** Clauses by their code, as the latest edition titles them. */
async function clauseTitles(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.selectFrom('clauses').select(['code', 'title']).where('code', 'in', codes).orderBy('from_on').execute();
  return new Map(rows.map(({ code, title }) => [code, title]));
}
