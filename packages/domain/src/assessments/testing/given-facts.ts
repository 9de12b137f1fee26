import type { UnitFacts } from '../assess.ts';
import type { FactRow, FactTable } from '../facts.ts';
import { measured } from '../measure.ts';
import { type Prepared, prepare } from '../prepared.ts';
import type { Scheme } from '../scheme.ts';
import { hazardTreatmentV1 } from '../schemes/hazard-treatment-v1.ts';
import { windowOf } from '../window.ts';

/** The third quarter of 2026, known at its cut-off. */
export const quarter = { from: '2026-07-01', until: '2026-10-01' } as const;
export const window = windowOf(quarter, '2026-10-14');

export type Rows = Partial<Record<FactTable, readonly FactRow[]>>;

let made = 0;

/** A hazard found by the unit itself and closed in time. */
export function givenHazard(over: Partial<Record<string, string | boolean | null>> = {}): FactRow {
  made += 1;
  return {
    id: `hazard ${made}`,
    unitId: 'mill',
    stage: 'closed',
    level: 'workshop',
    source: 'selfCheck',
    origin: 'recorded',
    suggestion: 'none',
    foundOn: '2026-08-03',
    registeredOn: '2026-08-03',
    dueOn: '2026-08-06',
    submittedOn: '2026-08-05',
    closedOn: '2026-08-06',
    suggestionDueOn: null,
    relapsedOn: null,
    extensionAskedLate: false,
    recurrent: false,
    planComplete: true,
    suspectFake: false,
    ...over,
  };
}

/** A look-back made in its window. */
export function givenLookBack(over: Partial<Record<string, string | boolean | null>> = {}): FactRow {
  made += 1;
  return {
    id: `look-back ${made}`,
    unitId: 'mill',
    reason: 'drawn',
    result: 'held',
    dueOn: '2026-08-31',
    lookedOn: '2026-08-20',
    lapsed: false,
    ...over,
  };
}

/** A month's sampled stratum, or what a census found. */
export function givenStratum({
  stratum = 'sampled',
  monthOn = '2026-05-01',
  closures = 10,
  looked = 2,
  held = looked,
}: {
  stratum?: 'major' | 'authority' | 'sampled';
  monthOn?: string;
  closures?: number;
  looked?: number;
  held?: number;
} = {}): FactRow {
  made += 1;
  const expectedTrue = looked === 0 ? 0 : Math.round((closures * held * 1_000_000) / looked);
  const counts = { closures, drawn: looked, looked, held, expectedTrue };
  return { id: `stratum ${made}`, unitId: 'mill', stratum, monthOn, seen: looked > 0, ...counts };
}

/** `times` of a row, each with an id of its own. */
export function several(times: number, given: () => FactRow): FactRow[] {
  return Array.from({ length: times }, given);
}

export function sumsFrom(prepared: Prepared, rows: Rows, at = window): number[] {
  return prepared.measures.map((measure) => measured(measure, rows[measure.table] ?? [], at));
}

export const hazardTreatment = prepare(hazardTreatmentV1);

export function factsFrom(rows: Rows, prepared = hazardTreatment): UnitFacts {
  return { sums: sumsFrom(prepared, rows) };
}

/** A scheme of one dimension `D` with the indicators of 隐患治理专项, changed as said. */
export function givenScheme(over: Partial<Scheme> = {}): Scheme {
  return { ...hazardTreatmentV1, ...over };
}
