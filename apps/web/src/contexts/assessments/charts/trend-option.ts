import type { ChartOption } from './chart-option.ts';
import { labelStyle, lines, textStyle } from './palette.ts';

export type TrendPoint = {
  readonly period: string;
  /** Null: there is no total, and the line breaks. */
  readonly own: number | null;
  readonly other: number | null;
};

/** 历期得分: the own line with its numbers; a dashed one with diamonds for what it is compared with. */
export function trendOption(points: readonly TrendPoint[], most: number): ChartOption {
  const others = points.some(({ other }) => other !== null);
  return {
    animation: false,
    textStyle,
    grid: { left: 8, right: 24, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: points.map(({ period }) => period),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: lines.grid } },
      axisLabel: { ...textStyle, interval: 0, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, max: most, interval: most / 5, splitLine: { lineStyle: { color: lines.grid } }, axisLabel: textStyle },
    series: [
      ...(others
        ? [
            {
              type: 'line' as const,
              data: points.map(({ other }) => other),
              symbol: 'diamond',
              symbolSize: 9,
              itemStyle: { color: lines.other },
              lineStyle: { color: lines.other, width: 2, type: 'dashed' as const },
            },
          ]
        : []),
      {
        type: 'line',
        data: points.map(({ own }) => own),
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: lines.own },
        lineStyle: { color: lines.own, width: 2.5 },
        label: { show: true, position: 'top', ...labelStyle, fontWeight: 600, formatter: ({ value }) => written(value) },
      },
    ],
  };
}

function written(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : '';
}
