import {
  causeOf,
  type FactRow,
  type FactTable,
  factTableNames,
  type Measure,
  type Prepared,
  type RestatementCause,
  type Window,
} from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';
import type { Known } from './period-tree.ts';
import { type FoundRecord, namesOf, type NamedRecord } from './name-records.ts';
import { visibleAmong } from './open-side.ts';
import { countedRecords } from './record-query.ts';
import { scopeOf } from './scopes.ts';

/** What one run counted: by which measures, in which window, of what was known when. */
export type Counting = { readonly prepared: Prepared; readonly window: Window; readonly known: Known };

export type ToldCause = {
  readonly cause: RestatementCause;
  readonly count: number;
  readonly recordIds: string[];
  readonly records: NamedRecord[];
};

type Members = {
  readonly counting: Counting;
  readonly members: readonly string[] /** Whose score they count in. */;
  readonly headId?: string;
};

/** Records told for each cause; the count is whole. */
const recordsTold = 20;

/** Every record that counts otherwise than it did, by cause. The database compares; only what is told leaves it. */
export async function changedRecords(work: Reading, sides: { readonly before: Members; readonly after: Members }): Promise<ToldCause[]> {
  const [before, after] = [await visible(work, sides.before), await visible(work, sides.after)];
  const causes = new Map<RestatementCause, Counted>();
  for (const table of factTableNames) {
    if (table === 'strata' || !(isAsked(before, table) || isAsked(after, table))) continue;
    const { rows } = await groupsOf(rowsOf(table, before), rowsOf(table, after)).execute(work.tx);
    for (const { before: was, after: is, count, records } of rows) {
      const cause = causeOf(was, is);
      const told = causes.get(cause) ?? { cause, count: 0, records: [] };
      const all = [...told.records, ...records.map((record) => ({ ...record, table }))];
      causes.set(cause, { cause, count: told.count + count, records: all.toSorted(byId).slice(0, recordsTold) });
    }
  }
  return named(work, [...causes.values()]);
}

type Counted = { readonly cause: RestatementCause; readonly count: number; readonly records: readonly FoundRecord[] };

async function named({ tx }: Reading, causes: readonly Counted[]): Promise<ToldCause[]> {
  const names = await namesOf(
    tx,
    causes.flatMap(({ records }) => records),
  );
  return causes.map(({ cause, count, records }) => {
    const recordIds = records.map(({ id }) => id);
    return { cause, count, recordIds, records: recordIds.flatMap((id) => names.get(id) ?? []) };
  });
}

function byId(a: FoundRecord, b: FoundRecord): number {
  return a.id < b.id ? -1 : 1;
}

type Side = { readonly counting: Counting; readonly unitIds: readonly string[]; readonly headId: string | undefined };

async function visible(work: Reading, { counting, members, headId }: Members): Promise<Side> {
  return { counting, headId, unitIds: members.length === 0 ? [] : await visibleAmong(work, members) };
}

/** Strata are not records: what changes them is told of the look-backs. */
function isAsked({ counting, unitIds }: Side, table: FactTable): boolean {
  return unitIds.length > 0 && counting.prepared.measures.some((measure) => measure.table === table);
}

/** `counted` names the measures by their place in the scheme: two rows that are counted alike make no difference. */
function rowsOf(table: FactTable, side: Side): RawBuilder<unknown> {
  if (!isAsked(side, table))
    return sql`select null::uuid as id, null::uuid as subject_id, null::jsonb as facts, null::text as counted where false`;
  const { prepared, window, known } = side.counting;
  const measures = prepared.measures.flatMap((measure, at): [number, Measure][] => (measure.table === table ? [[at, measure]] : []));
  const { unitIds, headId } = side;
  return countedRecords(table, new Map(measures), { ...known, window, unitIds, ...(headId && { scopes: scopeOf(headId, unitIds) }) });
}

type Group = {
  readonly before: FactRow | null;
  readonly after: FactRow | null;
  readonly count: number;
  readonly records: Omit<FoundRecord, 'table'>[];
};

/** What `causeOf` asks of two rows. Rows that answer alike have one cause, so one pair speaks for them all. */
const valued = ['stage', 'origin'] as const;
const compared = ['unitId', 'submittedOn', 'dueOn', 'lookedOn', 'relapsedOn'] as const;

function groupsOf(before: RawBuilder<unknown>, after: RawBuilder<unknown>): RawBuilder<Group> {
  const values = valued.flatMap((column) => [sql`was.facts ->> ${sql.lit(column)}`, sql`now.facts ->> ${sql.lit(column)}`]);
  const changes = compared.map((column) => sql`was.facts ->> ${sql.lit(column)} is distinct from now.facts ->> ${sql.lit(column)}`);
  return sql<Group>`
    select (array_agg(was.facts order by coalesce(was.id, now.id)))[1] as before,
      (array_agg(now.facts order by coalesce(was.id, now.id)))[1] as after, count(*)::integer as count,
      to_jsonb((array_agg(jsonb_build_object('id', coalesce(was.id, now.id), 'subjectId', coalesce(now.subject_id, was.subject_id),
        'facts', coalesce(now.facts, was.facts)) order by coalesce(was.id, now.id)))[1:${sql.lit(recordsTold)}]) as records
    from (${before}) was full join (${after}) now on now.id = was.id
    where was.counted is distinct from now.counted
    group by was.id is null, now.id is null, ${sql.join([...values, ...changes])}`;
}
