import { riskLevels } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import type { RiskMap } from '../queries.ts';
import { type ColourMode, levelOf, type MappedPoint } from './colour-of.ts';
import { LevelTag } from './level-tag.tsx';
import './map.css';

type PointListProps = { readonly map: RiskMap; readonly mode: ColourMode; readonly onOpen: (code: string) => void };

/** The same points as words, the worst first. */
export function PointList({ map, mode, onOpen }: PointListProps) {
  const { t } = useTranslation('risks');
  const rank = (point: MappedPoint) => {
    const level = levelOf(point, mode);
    return level === null ? riskLevels.length : riskLevels.indexOf(level);
  };
  const points = map.points.toSorted((a, b) => rank(a) - rank(b));
  return (
    <section className="map-list" aria-label={t('desk.maps.list')}>
      <h2>{t('desk.maps.points', { count: points.length })}</h2>
      <ul>
        {points.map((point) => {
          const level = levelOf(point, mode);
          return (
            <li key={point.pointId}>
              <button type="button" onClick={() => onOpen(point.code)}>
                <span className="map-list__name">{point.name}</span>
                {level === null ? <small>{t('desk.maps.unassessed')}</small> : <LevelTag level={level} />}
                <small>{point.unit}</small>
                {point.open.hazard > 0 && (
                  <small>
                    {t('desk.maps.open', { count: point.open.hazard })}
                    {point.overdue > 0 && ` · ${t('desk.maps.overdue', { count: point.overdue })}`}
                  </small>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
