import { riskColours, type RiskLevel } from '@changming/domain/risks';

import type { RiskMap } from '../queries.ts';

/** By which level points are coloured: the worse of both, or by nature alone. */
export type ColourMode = 'shown' | 'inherent';
export type MappedPoint = RiskMap['points'][number];

export function levelOf(point: MappedPoint, mode: ColourMode): RiskLevel | null {
  return mode === 'shown' ? point.shown : point.inherent;
}

export function pinClass(level: RiskLevel | null): string {
  return `map-pin map-pin--${level === null ? 'none' : riskColours[level]}`;
}
