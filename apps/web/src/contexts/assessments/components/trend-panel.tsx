import { periodKindOf } from '@changming/domain/assessments';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { Chart } from '../charts/chart.tsx';
import { type TrendPoint, trendOption } from '../charts/trend-option.ts';
import { type Explanation, type Trend, trendQuery } from '../queries.ts';
import { periodTold, type SchemeWords } from '../words.ts';

type OfResult = { readonly result: Explanation; readonly words: SchemeWords; readonly fullMarks: string };

/** 历期得分 of the total or of one indicator, over the periods of the same kind. */
export function TrendPanel({ result, words, fullMarks }: OfResult) {
  const trend = useQuery(trendQuery(result.unitId, result.scheme.code, periodKindOf(result.period) ?? 'quarter'));
  return (
    <Loaded query={trend} rows={5} small>
      {(found) => <Lines trend={found} result={result} words={words} fullMarks={fullMarks} />}
    </Loaded>
  );
}

function Lines({ trend, result, words, fullMarks }: OfResult & { readonly trend: Trend }) {
  const { t } = useTranslation('assessments');
  const [indicator, choose] = useState<string | null>(null);
  const line = result.lines.find((each) => each.line.code === indicator)?.line;
  const points = useMemo(
    () => trend.items.map((item) => ({ ...pointOf(item, indicator), period: periodTold(item, t) })),
    [trend, indicator, t],
  );
  const most = Number(line?.weight ?? fullMarks);
  const option = useMemo(() => trendOption(points, most), [points, most]);
  const name = indicator === null ? t('desk.explanation.trendSeries') : words.indicator(indicator);
  const counted = result.lines.filter((each) => each.line.score !== null);
  return (
    <>
      <Select
        className="assessment-choice"
        aria-label={t('desk.explanation.trendIndicator')}
        value={indicator ?? ''}
        onChange={(code) => choose(code === '' ? null : code)}
        options={[
          { value: '', label: t('desk.explanation.total') },
          ...counted.map((each) => ({ value: each.line.code, label: `${each.line.code} ${words.indicator(each.line.code)}` })),
        ]}
      />
      <Chart
        title={`${t('desk.explanation.trend')}：${name}`}
        option={option}
        height={232}
        table={{
          heads: [t('desk.runs.period'), name],
          rows: points.map(({ period, own }) => [period, period, own === null ? t('desk.none') : own.toFixed(2)]),
        }}
      />
      {points.length < 2 && <p className="assessment-quiet">{t('desk.explanation.trendOne')}</p>}
    </>
  );
}

function pointOf(item: Trend['items'][number], indicator: string | null): Omit<TrendPoint, 'period'> {
  const score = indicator === null ? item.final : item.lines.find(({ code }) => code === indicator)?.score;
  return { own: score === null || score === undefined ? null : Number(score), other: null };
}
