import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import type { Assessed, Computed } from './compute.ts';
import { receiptsOf } from './receipts.ts';

/** Rows sent in one statement. */
const batch = 2000;

/** Writes every result of a run, and the figures of the units above. */
export async function storeResults({ tx }: Pick<Writing, 'tx'>, runId: string, computed: Computed): Promise<void> {
  const places = placesOf(computed.units);
  for (let from = 0; from < computed.units.length; from += batch) {
    const rows = computed.units.slice(from, from + batch).map((each) => rowOf(computed, each, places));
    await sql`
      insert into assessment_results (run_id, unit_id, parent_id, name, kind, headcount, members, status, base, bonus, malus, final, grade,
        grade_before_veto, place, applicable_weight, result, facts, receipts)
      select ${runId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (unit_id uuid, parent_id uuid, name text, kind text,
        headcount integer, members uuid[], status text, base numeric, bonus numeric, malus numeric, final numeric, grade text, grade_before_veto text,
        place integer, applicable_weight numeric, result jsonb, facts jsonb, receipts jsonb)`.execute(tx);
  }
  const figures = [...computed.figures].map(([unit_id, figure]) => ({ unit_id, figure }));
  await sql`
    insert into assessment_figures (run_id, unit_id, figure)
    select ${runId}::uuid, r.unit_id, r.figure from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as r (unit_id uuid, figure jsonb)`.execute(
    tx,
  );
}

function rowOf(computed: Computed, each: Assessed, places: ReadonlyMap<string, number>) {
  const { unit, members, facts, result } = each;
  return {
    unit_id: unit.id,
    parent_id: unit.parentId,
    name: unit.name,
    kind: unit.kind,
    headcount: unit.headcount,
    members,
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
