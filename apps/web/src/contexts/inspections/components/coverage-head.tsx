import { doneRate, pointRate } from '@changming/domain/inspections';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Coverage } from '../check-queries.ts';
import type { CoverageAsked } from '../search.ts';
import { percentText } from './percent.ts';

type CoverageHeadProps = { readonly coverage: Coverage; readonly search: CoverageAsked; readonly go: (next: CoverageAsked) => void };

/** The branch that is looked at, its days, and its four numbers. */
export function CoverageHead({ coverage, search, go }: CoverageHeadProps) {
  const { t } = useTranslation('inspections');
  const { unit, from, to, total } = coverage;
  const tasks = { unitId: coverage.unitId, from, to, kind: search.kind };
  return (
    <header className="coverage__head">
      <div>
        <h2>{unit}</h2>
        <p className="inspections-quiet">
          {from} – {to}
          {search.unitId !== undefined && (
            <button type="button" className="coverage__top" onClick={() => go({ ...search, unitId: undefined })}>
              {t('desk.coverage.toTop')}
            </button>
          )}
        </p>
      </div>
      <dl className="coverage__figures">
        <Figure label={t('desk.coverage.doneRate')} value={percentText(doneRate(total))} />
        <Figure label={t('desk.coverage.pointRate')} value={percentText(pointRate(total))} />
        <Figure
          label={t('desk.coverage.missed')}
          value={
            <Link to="/inspections" search={{ ...tasks, state: ['missed'] }}>
              {total.missed.toLocaleString('zh-CN')}
            </Link>
          }
        />
        <Figure
          label={t('desk.coverage.failed')}
          value={
            <Link to="/inspections" search={{ ...tasks, failed: true }}>
              {total.failed.toLocaleString('zh-CN')}
            </Link>
          }
        />
      </dl>
    </header>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
