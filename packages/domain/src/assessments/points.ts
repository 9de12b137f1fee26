import { count, decimal, type Exact, least, most, nothing, times, total, written } from './exact.ts';
import type { PreparedPoints } from './prepared.ts';

/** A bonus or malus that persons recorded, and for what matter. */
export type PointsRecord = { readonly rule: string; readonly matter: string };

/** What one rule gave or took. */
export type PointsLine = { readonly rule: string; readonly times: number; readonly points: string };

export type Points = { readonly lines: readonly PointsLine[]; readonly sum: Exact };

/** 加分: the same matter counts once, with its highest points; then all of them, or only the highest, up to the cap. */
export function bonusOf(
  rules: readonly PreparedPoints[],
  given: { readonly records: readonly PointsRecord[]; readonly row: ArrayLike<number> },
  { cap, how }: { readonly cap: string; readonly how: 'sum' | 'highest' },
): Points {
  const lines = linesOf(rules, { records: highestOfEachMatter(rules, given.records), row: given.row });
  const sum = how === 'sum' ? total(lines.map(({ points }) => decimal(points))) : highestOf(rules, lines);
  return { lines, sum: least(sum, decimal(cap)) };
}

/** 扣分: every record counts, up to the cap. */
export function malusOf(
  rules: readonly PreparedPoints[],
  given: { readonly records: readonly PointsRecord[]; readonly row: ArrayLike<number> },
  { cap }: { readonly cap: string },
): Points {
  const lines = linesOf(rules, given);
  return { lines, sum: least(total(lines.map(({ points }) => decimal(points))), decimal(cap)) };
}

function linesOf(
  rules: readonly PreparedPoints[],
  { records, row }: { readonly records: readonly PointsRecord[]; readonly row: ArrayLike<number> },
): PointsLine[] {
  return rules
    .map(({ of, at }) => {
      const recorded = records.filter(({ rule }) => rule === of.code).length;
      const often = recorded + (at === null ? 0 : (row[at] ?? 0));
      return { rule: of.code, times: often, points: written(times(decimal(of.points), count(often))) };
    })
    .filter((line) => line.times > 0);
}

/** The single highest rule that gave anything, once. */
function highestOf(rules: readonly PreparedPoints[], lines: readonly PointsLine[]): Exact {
  const given = new Set(lines.map(({ rule }) => rule));
  return rules.filter(({ of }) => given.has(of.code)).reduce<Exact>((best, { of }) => most(best, decimal(of.points)), nothing);
}

function highestOfEachMatter(rules: readonly PreparedPoints[], records: readonly PointsRecord[]): PointsRecord[] {
  if (records.length < 2) return [...records];
  const worth = new Map(rules.map(({ of }) => [of.code, Number(of.points)]));
  return [...Map.groupBy(records, ({ matter }) => matter).values()].flatMap((same) =>
    same.toSorted((a, b) => (worth.get(b.rule) ?? 0) - (worth.get(a.rule) ?? 0) || (a.rule < b.rule ? -1 : 1)).slice(0, 1),
  );
}
