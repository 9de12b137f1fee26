import { placeUnits } from '@changming/domain/points';
import type { RiskLevel } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import { pinClass } from './colour-of.ts';
import './map.css';

type Placed = { readonly name: string; readonly x: number; readonly y: number };

/** Where a point stands on a picture of any size. */
export function placeStyle({ x, y }: Pick<Placed, 'x' | 'y'>): React.CSSProperties {
  return { insetInlineStart: `${(x / placeUnits) * 100}%`, insetBlockStart: `${(y / placeUnits) * 100}%` };
}

/** The mark of a point: its colour, the word of the colour, and its name. */
export function PinMark({ point, level }: { readonly point: Placed; readonly level: RiskLevel | null }) {
  const { t } = useTranslation('risks');
  return (
    <>
      <span className={pinClass(level)} aria-hidden="true">
        {level === null ? '·' : t(`colours.${level}`).slice(0, 1)}
      </span>
      <span className="map-point__name">{point.name}</span>
    </>
  );
}

/** The words of a mark for those who do not see it. */
export function usePinWords(): (point: Placed, level: RiskLevel | null) => string {
  const { t } = useTranslation('risks');
  return ({ name }, level) => t('desk.maps.state', { name, level: level === null ? t('desk.maps.unassessed') : t(`levels.${level}`) });
}
