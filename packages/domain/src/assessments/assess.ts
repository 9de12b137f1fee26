import { adjusted, type Adjustment } from './adjustment.ts';
import type { Finding } from './grade.ts';
import type { Sums } from './indicator.ts';
import type { Line } from './line.ts';
import { bonusOf, malusOf, type PointsRecord } from './points.ts';
import { type Prepared, sumsOf } from './prepared.ts';
import { type Given, scoreLine } from './score-line.ts';
import { notAssessed, totalOf, type UnitResult } from './total.ts';

/** What a run knows of one unit's scope. `sums` stand in the order of `prepared.measures`; the rest is what persons recorded. */
export type UnitFacts = {
  readonly sums: ArrayLike<number>;
  readonly participates?: boolean;
  readonly given?: Readonly<Record<string, Given>>;
  readonly bonuses?: readonly PointsRecord[];
  readonly maluses?: readonly PointsRecord[];
  readonly findings?: readonly Finding[];
  readonly adjustments?: readonly Adjustment[];
};

/** The result of one unit: a function of the scheme and the facts alone, in whatever order they came. `lines` are its own unless they are given. */
export function assess(prepared: Prepared, facts: UnitFacts, lines = linesOf(prepared, facts)): UnitResult {
  if (facts.participates === false) return notAssessed;
  const { scheme, bonuses, maluses, suggestions } = prepared;
  const row = facts.sums;
  const suggested = suggestions.map(({ code, at }) => ({ rule: code, count: row[at] ?? 0 })).filter(({ count }) => count > 0);
  return totalOf(scheme, lines, {
    bonus: bonusOf(bonuses, { records: facts.bonuses ?? [], row }, scheme.bonus),
    malus: malusOf(maluses, { records: facts.maluses ?? [], row }, scheme.malus),
    findings: (facts.findings ?? []).toSorted((a, b) => order(a.rule, b.rule) || order(a.recordId, b.recordId)),
    suggested,
  });
}

/** The lines in the order of the scheme. `instead` holds the sums of an indicator as they might have been. */
export function linesOf(prepared: Prepared, facts: UnitFacts, instead: ReadonlyMap<string, Sums> = new Map()): Line[] {
  const lines = new Map<string, Line>();
  const around = { lines, given: facts.given ?? {}, digits: prepared.scheme.rounding.score };
  for (const each of prepared.indicators) {
    const { code } = each.of;
    const line = scoreLine(each, instead.get(code) ?? sumsOf(each.slots, facts.sums), around);
    lines.set(code, adjusted(line, facts.adjustments ?? []));
  }
  return prepared.scheme.indicators.flatMap(({ code }) => lines.get(code) ?? []);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
