import { decimal, dividedBy, type Exact, isLess, isNothing, nothing, plus, rounded, times, total, whole, written } from './exact.ts';
import type { Line } from './line.ts';
import type { Scheme } from './scheme.ts';

/** The base of one part, rescaled to the full marks over what is applicable; null when nothing of it is. */
export type Part = {
  /** Null: the scheme has one base over everything. */
  readonly code: string | null;
  readonly share: string;
  readonly weightOn: string;
  readonly applicableWeight: string;
  readonly earned: string;
  readonly base: string | null;
};

type Composing = Pick<Scheme, 'composition' | 'fullMarks' | 'rounding'>;

/** The parts that the base is composed of, each `round(Σ score / Σ applicable weight × full marks)` (11.2.8). */
export function partsOf(scheme: Composing, lines: readonly Line[]): Part[] {
  if (scheme.composition === null) return [partOf(scheme, { code: null, share: '1' }, lines)];
  return scheme.composition.parts.map(({ code, share, dimensions }) =>
    partOf(
      scheme,
      { code, share },
      lines.filter((line) => dimensions.includes(line.dimension)),
    ),
  );
}

function partOf({ fullMarks, rounding }: Composing, { code, share }: Pick<Part, 'code' | 'share'>, lines: readonly Line[]): Part {
  const scored = lines.filter(({ score }) => score !== null);
  const applicable = total(scored.map(({ weight }) => decimal(weight)));
  const earned = total(scored.map(({ score }) => decimal(score ?? '0')));
  const base = isNothing(applicable) ? null : times(dividedBy(earned, applicable), decimal(fullMarks));
  return {
    code,
    share,
    weightOn: written(total(lines.map(({ weight }) => decimal(weight)))),
    applicableWeight: written(applicable),
    earned: written(earned),
    base: base === null ? null : written(rounded(base, rounding.total)),
  };
}

/** 数据不足: nothing is applicable, or in a part that is there less than the share that must be. */
export function isInsufficient({ insufficientShare }: Pick<Scheme, 'insufficientShare'>, parts: readonly Part[]): boolean {
  const present = parts.filter(({ base }) => base !== null);
  const wanting = present.filter(({ weightOn, applicableWeight }) =>
    isLess(decimal(applicableWeight), times(decimal(weightOn), decimal(insufficientShare))),
  );
  return present.length === 0 || wanting.length > 0;
}

/** The base of the whole: by the shares of the parts; a missing part leaves its share to the others, or counts nothing. */
export function composed({ composition, rounding }: Composing, parts: readonly Part[]): Exact {
  const present = parts.filter(({ base }) => base !== null);
  const sum = present.reduce<Exact>((all, { share, base }) => plus(all, times(decimal(share), decimal(base ?? '0'))), nothing);
  const shares = composition?.missing === 'zero' ? whole : total(present.map(({ share }) => decimal(share)));
  return rounded(dividedBy(sum, shares), rounding.total);
}
