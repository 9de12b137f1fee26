import { action, chart, font, paper, size, text } from '../../../ui/tokens.ts';
import type { GradeRank } from '../words.ts';

/** The colour of a grade; the pattern and the word beside it say the same. */
export const rankColour: Readonly<Record<GradeRank, string>> = {
  best: chart.best,
  good: chart.good,
  fair: chart.fair,
  poor: chart.poor,
  veto: chart.veto,
  none: paper.edge,
};

type Decal = { readonly [key: string]: unknown };

const stroke = 'rgba(255, 255, 255, 0.75)';

/** A pattern for each grade, so that it is told apart in grey and by whoever confuses colours. */
export const rankDecal: Readonly<Record<GradeRank, Decal>> = {
  best: { symbol: 'none' },
  good: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: stroke },
  fair: {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.5,
    color: stroke,
  },
  poor: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4, color: stroke },
  veto: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 3], rotation: Math.PI / 2, color: stroke },
  none: { symbol: 'none' },
};

export const lines = { own: action.base, other: chart.second, grid: paper.line, axis: text.faint } as const;

export const textStyle = { fontFamily: font.family, fontSize: size.note, color: text.quiet } as const;
export const labelStyle = { fontFamily: font.family, fontSize: size.small, color: text.strong } as const;
