import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { countMissesQuery } from '../../equipment/queries.ts';
import type { Coverage } from '../check-queries.ts';

/** 消防点检漏检 of the same branch and days: look-overs are owed by the ledger, not by a plan, so they stand beside the board. */
export function MissedSpotsLine({ coverage }: { readonly coverage: Coverage }) {
  return mayAnywhere(useMe(), 'equipment.read') ? <Line coverage={coverage} /> : null;
}

function Line({ coverage: { unitId, from, to } }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('inspections');
  const { data } = useQuery(countMissesQuery({ unitId, from, to }));
  if (data === undefined || data.missed === 0) return null;
  const { missed, unexplained } = data;
  const search = { unitId, from, to };
  return (
    <p className="coverage__spots">
      {t('desk.coverage.spots.title')}
      <Link to="/equipment/missed-spots" search={search}>
        {t('desk.coverage.spots.missed', { count: missed })}
      </Link>
      <span className="inspections-quiet">{t('desk.coverage.spots.explained', { count: missed - unexplained })}</span>
      {unexplained > 0 && (
        <Link to="/equipment/missed-spots" search={{ ...search, unexplained: true }} className="coverage__unexplained">
          {t('desk.coverage.spots.unexplained', { count: unexplained })}
        </Link>
      )}
    </p>
  );
}
