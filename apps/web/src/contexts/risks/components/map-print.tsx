import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { PrintOnly } from '../../../ui/print-only.tsx';
import { useStored } from '../../../ui/use-stored.ts';
import { WallSheet } from '../../points/components/wall-sheet.tsx';
import { pictureAddress } from '../../points/sheet-queries.ts';
import type { RiskMap } from '../queries.ts';
import { type ColourMode, levelOf } from './colour-of.ts';
import { MapLegend } from './map-legend.tsx';
import { PinMark, placeStyle } from './map-pin.tsx';
import './map.css';

type MapPrintProps = { readonly map: RiskMap; readonly mode: ColourMode; readonly printed: NonNullable<RiskMap['printed']> };

/** 四色图 as it hangs on the wall: nothing of it is seen on the screen. */
export function MapPrint({ map, mode, printed }: MapPrintProps) {
  const { t } = useTranslation('risks');
  const [origin] = useStored('plates.origin', globalThis.location.origin);
  const { plan, points } = map;
  if (plan.evidenceId === null) return null;
  const state = t('desk.maps.asOf', { mode: t(mode === 'shown' ? 'desk.maps.worst' : 'desk.maps.inherent'), at: instantText(new Date()) });
  return (
    <PrintOnly>
      <WallSheet
        title={t('desk.maps.printTitle', { unit: plan.unit })}
        subtitle={`${plan.name} · ${state}`}
        address={`${origin}/m/s/${printed.code}`}
        stamp={t('desk.maps.printNumber', { number: printed.number, on: printed.issuedOn })}
        aside={<MapLegend />}
      >
        <div className="plan-canvas plan-canvas--paper">
          <img src={pictureAddress(plan.evidenceId, 'original')} alt={plan.name} />
          {points.map((point) => (
            <span key={point.pointId} className="map-point" style={placeStyle(point)}>
              <PinMark point={point} level={levelOf(point, mode)} />
            </span>
          ))}
        </div>
      </WallSheet>
    </PrintOnly>
  );
}
