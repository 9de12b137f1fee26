import type { SchemeIndicator } from '../scheme.ts';
import { built, lin, type Row } from './built.ts';

/** A 目标与事故, 15 points (11.4). */
export const indicatorsA: readonly SchemeIndicator[] = [
  ['A1', '8', { fn: 'deduct' }, 'full'] as const,
  ['A2', '4', { fn: 'neg', good: '0.003', bad: '0.006' }, 'na', { smallBelow: 100, smallRate: '0.0045' }] as const,
  ['A3', '3', lin('0.6'), 'full'] as const,
].map((row: Row) => built(row));

/** B 责任体系, 10 of its 12 points (11.4): B5 waits for meetings. */
export const indicatorsB: readonly SchemeIndicator[] = [
  ['B1', '3', lin('0.8'), 'na'] as const,
  ['B2', '3', lin('0.6'), { naIf: 'opened' }] as const,
  ['B3', '2', lin('0'), 'na'] as const,
  ['B4', '2', lin('0'), 'na'] as const,
].map((row: Row) => built(row));
