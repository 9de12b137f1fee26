import { count, decimal, dividedBy, type Exact, isLess, rounded, times, total, writtenShort } from './exact.ts';
import type { IndicatorCode } from './indicators/codes.ts';
import type { Line } from './line.ts';

/** 六到位 (rule book 1.1) and the indicators whose records show each: 教育培训、安全投入、排查整治、预案演练、工作监管、督促检查. */
export const indicatorsInPlace = {
  training: ['E1', 'E2', 'E3', 'E4', 'E5'],
  investment: ['H2'],
  rectification: ['D1', 'D2', 'D3', 'D5', 'D6'],
  planDrill: ['G1', 'G2', 'G3'],
  supervision: ['B4', 'C1', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6'],
  inspection: ['B3', 'C2', 'C3', 'D4'],
} as const satisfies Record<string, readonly IndicatorCode[]>;
export type InPlaceName = keyof typeof indicatorsInPlace;
export const inPlaceNames = Object.keys(indicatorsInPlace) as readonly InPlaceName[];

/** 到位、基本到位、不到位; `unknown`: no record of the product shows it. */
export const inPlaceStandings = ['inPlace', 'partly', 'lacking', 'unknown'] as const;
export type InPlaceStanding = (typeof inPlaceStandings)[number];

export type InPlace = {
  readonly name: InPlaceName;
  readonly standing: InPlaceStanding;
  /** In percent of the weight of the indicators that were scored; null when none was. */
  readonly attained: string | null;
  /** The indicators that show it, and those that belong to it and have nothing to show. */
  readonly shownBy: readonly string[];
  readonly missing: readonly string[];
};

const from = { inPlace: decimal('0.9'), partly: decimal('0.6') } as const;

/**
 * 六到位 as the lines of a unit's result show them: what share of their weight the indicators of each attained. Derived from records, never
 * typed; what no record shows is unknown, and neither in place nor lacking.
 */
export function sixInPlace(lines: readonly Line[]): InPlace[] {
  return inPlaceNames.map((name) => {
    const codes: readonly string[] = indicatorsInPlace[name];
    const scored = lines.filter(({ code, score }) => codes.includes(code) && score !== null);
    const shownBy = scored.map(({ code }) => code);
    const missing = codes.filter((code) => !shownBy.includes(code));
    if (scored.length === 0) return { name, standing: 'unknown', attained: null, shownBy, missing };
    const share = dividedBy(total(scored.map(({ score }) => decimal(score ?? '0'))), total(scored.map(({ weight }) => decimal(weight))));
    return { name, standing: standingOf(share), attained: writtenShort(rounded(times(share, count(100)), 2)), shownBy, missing };
  });
}

function standingOf(share: Exact): InPlaceStanding {
  if (!isLess(share, from.inPlace)) return 'inPlace';
  return isLess(share, from.partly) ? 'lacking' : 'partly';
}
