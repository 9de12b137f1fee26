import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { Panel } from '../../../ui/panel.tsx';
import { monthsUpTo, trueClosureQuery } from '../look-back-queries.ts';
import './look-backs.css';

type Share = {
  readonly period: string;
  readonly closures: number;
  readonly drawn: number;
  readonly looked: number;
  readonly held: number;
  readonly share: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
};

const monthsShown = 9;

/** 真实销号率 by the month of closing, each with its interval: an estimate never stands without its doubt. */
export function TrueClosure() {
  const { t } = useTranslation('hazards');
  const months = monthsUpTo(dayOf(new Date()), monthsShown);
  const answers = useQueries({ queries: months.map(trueClosureQuery) });
  const shares = answers.flatMap(({ data }) => data ?? []);
  const latest = shares.findLast(({ share }) => share !== null);
  return (
    <Panel title={t('desk.lookBacks.share')}>
      {latest === undefined || latest.share === null ? (
        <p className="hazard-quiet">{t('desk.lookBacks.noShare')}</p>
      ) : (
        <div className="closure">
          <strong className="closure__figure">{percent(latest.share)}</strong>
          <span>
            {t('desk.lookBacks.shareLead', { period: latest.period })}
            {latest.looked < latest.drawn && (
              <span className="hazard-quiet">{t('desk.lookBacks.shareUnfinished', { looked: latest.looked, drawn: latest.drawn })}</span>
            )}
            {latest.interval !== null && (
              <>
                <br />
                {t('desk.lookBacks.interval', { lower: percent(latest.interval.lower), upper: percent(latest.interval.upper) })}
              </>
            )}
          </span>
        </div>
      )}
      <table className="closure__months" aria-label={t('desk.lookBacks.chart')}>
        <thead>
          <tr>
            {(['month', 'interval', 'share', 'looked'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`desk.lookBacks.shareColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares
            .filter(({ drawn }) => drawn > 0)
            .map((each) => (
              <Month key={each.period} share={each} />
            ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Month({ share: { period, share, interval, ...counts } }: { readonly share: Share }) {
  const { t } = useTranslation('hazards');
  return (
    <tr title={t('desk.lookBacks.basis', counts)}>
      <th scope="row">{period}</th>
      <td className="closure__bar">
        {interval !== null && (
          <span
            className="closure__interval"
            style={{ insetInlineStart: percent(interval.lower), inlineSize: percent(interval.upper - interval.lower) }}
          />
        )}
        {share !== null && <span className="closure__point" style={{ insetInlineStart: percent(share) }} />}
      </td>
      <td className="closure__number">{share === null ? '—' : percent(share)}</td>
      <td className="closure__basis">{`${counts.looked}/${counts.drawn}`}</td>
    </tr>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
