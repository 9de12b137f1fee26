import { lightsOutStandings } from '@changming/domain/inspections';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { timeOf } from './clock.ts';
import type { LightsOut } from './lights-out-query.ts';

type BoardHeadProps = { readonly board: LightsOut; readonly onTop: (() => void) | null };

/** The unit, the instant, and how many shifts stand how: what is dark comes first. */
export function BoardHead({ board, onTop }: BoardHeadProps) {
  const { t } = useTranslation('inspections');
  const { unit, on, at, total } = board;
  return (
    <header className="lights-out__head">
      <div>
        <h2>{unit}</h2>
        <p className="inspections-quiet">
          {`${on} · ${t('lightsOut.at', { time: timeOf(at) })}`}
          {onTop !== null && (
            <button type="button" className="lights-out__link" onClick={onTop}>
              {t('lightsOut.top')}
            </button>
          )}
        </p>
        <Remarks board={board} />
      </div>
      <dl className="lights-out__figures">
        {lightsOutStandings.map((standing) => (
          <div key={standing} className={`lights-out__figure lights-out__figure--${total[standing] === 0 ? 'none' : standing}`}>
            <dt>{t(`lightsOut.standings.${standing}`)}</dt>
            <dd>{total[standing].toLocaleString('zh-CN')}</dd>
          </div>
        ))}
        <div className="lights-out__figure">
          <dt>{t('lightsOut.owed')}</dt>
          <dd>{total.owed.toLocaleString('zh-CN')}</dd>
        </div>
      </dl>
    </header>
  );
}

/** A day of rest, and workshops for which nobody has planned the end of their shifts. */
function Remarks({ board: { restDay, unplanned, unitId } }: { readonly board: LightsOut }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      {restDay && <p className="inspections-quiet">{t('lightsOut.restDay')}</p>}
      {unplanned > 0 && (
        <p className="lights-out__unplanned">
          {t('lightsOut.unplanned', { count: unplanned })}{' '}
          <Link to="/inspections/plans" search={{ kind: ['lightsOut'], unitId }}>
            {t('lightsOut.plan')}
          </Link>
        </p>
      )}
    </>
  );
}
