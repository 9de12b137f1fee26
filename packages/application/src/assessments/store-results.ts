import { type RawBuilder, sql } from 'kysely';

import type { Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import type { Assessed, Computed } from './compute.ts';
import { memberCountsOf } from './member-counts.ts';
import { receiptsOf } from './receipts.ts';

/** Rows sent in one statement. */
const batch = 1000;

/** Writes every result of a run, and the figures of the units above. */
export async function storeResults({ tx }: Pick<Writing, 'tx'>, runId: string, computed: Computed): Promise<void> {
  await inTurn(insertionsOf(runId, computed), (insert) => insert.execute(tx));
  const figures = [...computed.figures].map(([unit_id, figure]) => ({ unit_id, figure }));
  await sql`
    insert into assessment_figures (run_id, unit_id, figure)
    select ${runId}::uuid, r.unit_id, r.figure from ${rowsAsTable('r', { unit_id: 'uuid', figure: 'jsonb' }, figures)}`.execute(tx);
}

const columns = {
  unit_id: 'uuid',
  parent_id: 'uuid',
  name: 'text',
  kind: 'text',
  headcount: 'integer',
  members: 'text',
  status: 'text',
  base: 'numeric',
  bonus: 'numeric',
  malus: 'numeric',
  final: 'numeric',
  grade: 'text',
  grade_before_veto: 'text',
  place: 'integer',
  applicable_weight: 'numeric',
  result: 'jsonb',
  facts: 'jsonb',
  receipts: 'jsonb',
  member_counts: 'text',
} as const;

/** One statement for some of the results, made while the database writes those before. */
function* insertionsOf(runId: string, computed: Computed): Generator<RawBuilder<unknown>> {
  const places = placesOf(computed.units);
  for (const some of partsOf(computed.units, batch)) {
    const rows = some.map((each) => rowOf(computed, each, places));
    yield sql`
      insert into assessment_results (run_id, unit_id, parent_id, name, kind, headcount, members, status, base, bonus, malus, final, grade,
        grade_before_veto, place, applicable_weight, result, facts, receipts, member_counts)
      select ${runId}::uuid, unit_id, parent_id, name, kind, headcount, members::uuid[], status, base, bonus, malus, final, grade,
        grade_before_veto, place, applicable_weight, result, facts, receipts, member_counts::integer[] from ${rowsAsTable('r', columns, rows)}`;
  }
}

function rowOf(computed: Computed, each: Assessed, places: ReadonlyMap<string, number>) {
  const { unit, members, facts, result } = each;
  return {
    unit_id: unit.id,
    parent_id: unit.parentId,
    name: unit.name,
    kind: unit.kind,
    headcount: unit.headcount,
    members: `{${members.join(',')}}`,
    status: result.status,
    base: result.base,
    bonus: result.bonus,
    malus: result.malus,
    final: result.final,
    grade: result.grade,
    grade_before_veto: result.gradeBeforeVeto,
    place: places.get(unit.id) ?? null,
    applicable_weight: result.applicableWeight,
    result,
    facts,
    receipts: receiptsOf(computed, each),
    member_counts: memberCountsOf(computed, members),
  };
}

/** 名次 by the total among units of one kind; equal totals share a place, and the next one leaves a gap. */
function placesOf(units: readonly Assessed[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const alike of Map.groupBy(units, ({ unit }) => unit.kind).values()) {
    const finals = alike.flatMap(({ result }) => (result.final === null ? [] : [Number(result.final)])).toSorted((a, b) => b - a);
    const firstAt = new Map<number, number>();
    for (const [at, final] of finals.entries()) if (!firstAt.has(final)) firstAt.set(final, at + 1);
    for (const { unit, result } of alike) if (result.final !== null) places.set(unit.id, firstAt.get(Number(result.final)) ?? 0);
  }
  return places;
}
