import type { SchemeIndicator } from '../scheme.ts';
import type { ScoreFunction } from '../score-function.ts';
import { built, lin, type Row } from './built.ts';

/** Everybody certified on every day, or nearly so on the lowest. */
const certified: ScoreFunction = {
  fn: 'steps',
  steps: [
    { atLeast: '1', gives: '1' },
    { atLeast: '0.95', gives: '0.5' },
  ],
};

/** E 教育培训与资格, 13 points (11.4). */
export const indicatorsE: readonly SchemeIndicator[] = [
  ['E1', '3', lin('0.9'), 'full'] as const,
  ['E2', '2', lin('0.8'), 'full'] as const,
  ['E3', '3', lin('0.7'), 'na'] as const,
  ['E4', '3', certified, 'na'] as const,
  ['E5', '2', lin('0.7'), { fullUnless: 'unchecked' }, { days: 15 }] as const,
].map((row: Row) => built(row));

/** H4, 1 of the 6 points of H (11.4): contractors, funds and returns are not kept yet. */
export const indicatorsH: readonly SchemeIndicator[] = [['H4', '1', lin('0', '0.05'), 'na'] as const].map((row: Row) => built(row));
