import { riskLevels } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import { pinClass } from './colour-of.ts';
import './map.css';

/** 图例: every colour with its word. */
export function MapLegend() {
  const { t } = useTranslation('risks');
  return (
    <ul className="map-legend" aria-label={t('desk.maps.legend')}>
      {riskLevels.map((level) => (
        <li key={level}>
          <span className={pinClass(level)} aria-hidden="true">
            {t(`colours.${level}`).slice(0, 1)}
          </span>
          {t(`levels.${level}`)}
        </li>
      ))}
      <li>
        <span className={pinClass(null)} aria-hidden="true">
          ·
        </span>
        {t('desk.maps.unassessed')}
      </li>
    </ul>
  );
}
