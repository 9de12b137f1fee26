import type { SchemeIndicator } from '../scheme.ts';
import { built, lin, type Row } from './built.ts';

/** C 风险管控, 10 points (11.4). */
export const indicatorsC: readonly SchemeIndicator[] = [
  ['C1', '3', lin('0.7'), 'zero'] as const,
  ['C2', '4', lin('0.7'), { zeroIf: 'graveRisks' }] as const,
  ['C3', '3', lin('0.8'), { zeroIf: 'keyPositions' }] as const,
].map((row: Row) => built(row));

/** F 现场、消防、设备, 12 of its 16 points (11.4): F4 waits for permits. */
export const indicatorsF: readonly SchemeIndicator[] = [
  ['F1', '3', lin('0.9'), 'na'] as const,
  ['F2', '3', lin('0.8'), 'zero'] as const,
  ['F3', '2', lin('0.9'), 'zero'] as const,
  ['F5', '2', lin('0.85'), 'na'] as const,
  ['F6', '2', lin('0.85'), 'na'] as const,
].map((row: Row) => built(row));
