import { riskColours, riskLevels } from '@changming/domain/risks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { usePointsShort } from '../../../app/points-short.tsx';
import { countsQuery, type RiskSearch } from '../queries.ts';
import './risks.css';

type RiskCountsProps = { readonly search: RiskSearch; readonly onChoose: (search: RiskSearch) => void };

/** Four colours counted, and what waits; each number opens its records. */
export function RiskCounts({ search, onChoose }: RiskCountsProps) {
  const { t } = useTranslation('risks');
  const { unitId, withBelow } = search;
  const { data } = useQuery(countsQuery({ unitId, withBelow }));
  const base = { unitId, withBelow };
  return (
    <ul className="risk-counts">
      {riskLevels.map((level) => (
        <li key={level}>
          <button
            type="button"
            className={`risk-counts__level risk-counts__level--${riskColours[level]}`}
            onClick={() => onChoose({ ...base, level: [level], stage: ['published', 'dueForReview'] })}
          >
            <span>{t(`levels.${level}`)}</span>
            <strong>{data?.levels[level] ?? '—'}</strong>
          </button>
        </li>
      ))}
      {(['dueForReview', 'draft', 'reviewed'] as const).map((stage) => (
        <li key={stage}>
          <button type="button" className="risk-counts__level" onClick={() => onChoose({ ...base, stage: [stage] })}>
            <span>{t(`desk.counts.${stage}`)}</span>
            <strong>{data?.[stage] ?? '—'}</strong>
          </button>
        </li>
      ))}
      <TooSeldom unitId={unitId} withBelow={withBelow} />
    </ul>
  );
}

/** 频次不足, where the plans say which points and mend it. */
function TooSeldom(branch: Pick<RiskSearch, 'unitId' | 'withBelow'>) {
  const { t } = useTranslation('risks');
  const count = usePointsShort(branch);
  return (
    <li>
      <Link to="/inspections/plans" search={branch} className="risk-counts__level">
        <span>{t('desk.counts.tooSeldom')}</span>
        <strong>{count ?? '—'}</strong>
      </Link>
    </li>
  );
}
