import { clamped, decimal, minus, nothing, plus, rounded, total, written } from './exact.ts';
import { type Finding, graded } from './grade.ts';
import type { Line } from './line.ts';
import { composed, isInsufficient, type Part, partsOf } from './parts.ts';
import type { Points, PointsLine } from './points.ts';
import type { Scheme } from './scheme.ts';

/** What a run says of one unit. Canonical JSON as it stands: decimals are text with two places. */
export type UnitResult = {
  readonly status: 'scored' | 'notAssessed' | 'insufficientData';
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
  readonly weightOn: string;
  readonly applicableWeight: string;
  readonly base: string | null;
  readonly bonus: string;
  readonly malus: string;
  readonly bonusLines: readonly PointsLine[];
  readonly malusLines: readonly PointsLine[];
  /** Shown even when vetoed. */
  readonly final: string | null;
  readonly grade: string | null;
  readonly gradeBeforeVeto: string | null;
  readonly findings: readonly Finding[];
  /** Veto rules whose measure found something, for a named person to confirm or deny; nothing is vetoed by it. */
  readonly suggested: readonly { readonly rule: string; readonly count: number }[];
};

export type Extras = {
  readonly bonus: Points;
  readonly malus: Points;
  readonly findings: readonly Finding[];
  readonly suggested: UnitResult['suggested'];
};

export const noExtras: Extras = {
  bonus: { lines: [], sum: nothing },
  malus: { lines: [], sum: nothing },
  findings: [],
  suggested: [],
};

/** The total of a unit from its lines (11.2.8 to 11.2.10), and its grade. */
export function totalOf(scheme: Scheme, lines: readonly Line[], extras: Extras = noExtras): UnitResult {
  const parts = partsOf(scheme, lines);
  const insufficient = isInsufficient(scheme, parts);
  const base = insufficient ? null : composed(scheme, parts);
  const moved = base === null ? null : minus(plus(base, extras.bonus.sum), extras.malus.sum);
  const final = moved === null ? null : written(rounded(clamped(moved, nothing, decimal(scheme.fullMarks)), scheme.rounding.total));
  return {
    status: insufficient ? 'insufficientData' : 'scored',
    lines,
    parts,
    weightOn: written(total(parts.map(({ weightOn }) => decimal(weightOn)))),
    applicableWeight: written(total(parts.map(({ applicableWeight }) => decimal(applicableWeight)))),
    base: base === null ? null : written(base),
    bonus: written(extras.bonus.sum),
    malus: written(extras.malus.sum),
    bonusLines: extras.bonus.lines,
    malusLines: extras.malus.lines,
    final,
    ...graded(scheme, final, extras.findings),
    suggested: extras.suggested,
  };
}

/** 不参评: in operation for too little of the period. */
export const notAssessed: UnitResult = {
  status: 'notAssessed',
  lines: [],
  parts: [],
  weightOn: '0.00',
  applicableWeight: '0.00',
  base: null,
  bonus: '0.00',
  malus: '0.00',
  bonusLines: [],
  malusLines: [],
  final: null,
  grade: null,
  gradeBeforeVeto: null,
  findings: [],
  suggested: [],
};
