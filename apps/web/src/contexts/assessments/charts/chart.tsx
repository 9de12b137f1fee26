import { Skeleton } from 'antd';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { EchartProps } from './echart.tsx';
import './chart.css';

const Echart = lazy(() => import('./echart.tsx').then((module) => ({ default: module.Echart })));

/** What the picture shows, in rows: for whoever does not see it, and for whoever wants the numbers. */
export type ChartTable = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [key: string, ...cells: string[]])[];
};

type ChartProps = Omit<EchartProps, 'label'> & {
  readonly title: string;
  readonly table: ChartTable;
  /** Told apart by shape as well as colour. */
  readonly legend?: readonly LegendEntry[];
};

export type LegendEntry = { readonly mark: 'best' | 'good' | 'fair' | 'poor' | 'veto' | 'none' | 'own' | 'other'; readonly label: string };

/** A chart with its legend and its numbers as a table. */
export function Chart({ title, table, legend = [], ...picture }: ChartProps) {
  const { t } = useTranslation('assessments');
  return (
    <figure className="chart">
      {legend.length > 0 && <Legend entries={legend} />}
      <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: Math.max(2, Math.round(picture.height / 32)) }} />}>
        <Echart {...picture} label={t('desk.chart.picture', { title })} />
      </Suspense>
      <details className="chart__numbers">
        <summary>{t('desk.chart.table')}</summary>
        <Numbers title={title} table={table} />
      </details>
    </figure>
  );
}

export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="chart__legend">
      {entries.map(({ mark, label }) => (
        <li key={label}>
          <span className={`chart__mark chart__mark--${mark}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Numbers({ title, table: { heads, rows } }: { readonly title: string; readonly table: ChartTable }) {
  const id = useId();
  return (
    <table aria-labelledby={id}>
      <caption id={id}>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, first, ...rest]) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {rest.map((cell, at) => (
              <td key={heads[at + 1] ?? cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
