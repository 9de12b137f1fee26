import { gradeRank, type SchemeWords } from '../words.ts';
import type { ChartOption } from './chart-option.ts';
import { labelStyle, lines, rankColour, rankDecal, textStyle } from './palette.ts';

export type Bar = {
  readonly unit: string;
  readonly final: string;
  readonly grade: string | null;
  /** `92.40 优秀`, `92.40 → 一票否决` */
  readonly label: string;
  /** Others than this one step back. */
  readonly own?: boolean;
};

type Told = { readonly words: SchemeWords; readonly fullMarks: number; readonly anyOwn: boolean };

/** px a bar */
export const barHeight = 30;

type Layout = {
  /** px for the words at the end of a bar */
  readonly right: number;
  /** px for the name of a unit */
  readonly name: number;
  readonly overflow: 'truncate' | 'break';
  readonly steps: number;
};

const wide: Layout = { right: 132, name: 180, overflow: 'truncate', steps: 5 };
/** On a phone a name stands on two lines, and the axis has its ends and its middle. */
const narrow: Layout = { right: 112, name: 92, overflow: 'break', steps: 2 };
/** px of the chart */
const narrowUpTo = 480;

function laidOut({ right, name, overflow, steps }: Layout, fullMarks: number): ChartOption {
  return {
    grid: { right },
    xAxis: { interval: fullMarks / steps },
    yAxis: { axisLabel: { width: name, overflow, lineHeight: 14 } },
  };
}

/** 得分图: one bar a unit from the best down, its words at the end. */
export function rankingOption(bars: readonly Bar[], { words, fullMarks, anyOwn }: Told): ChartOption {
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    textStyle,
    grid: { left: 8, right: wide.right, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    media: [{ query: { maxWidth: narrowUpTo }, option: laidOut(narrow, fullMarks) }, { option: laidOut(wide, fullMarks) }],
    xAxis: {
      type: 'value',
      min: 0,
      max: fullMarks,
      splitLine: { lineStyle: { color: lines.grid } },
      axisLabel: textStyle,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ unit }) => unit),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: lines.grid } },
      axisLabel: labelStyle,
    },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        cursor: 'pointer',
        data: bars.map(({ final, grade, label, own = false }) => {
          const rank = gradeRank(grade, words.grades);
          return {
            value: Number(final),
            itemStyle: {
              color: rankColour[rank],
              decal: { ...rankDecal[rank] },
              opacity: anyOwn && !own ? 0.45 : 1,
              borderRadius: [0, 3, 3, 0],
            },
            label: { show: true, position: 'right', formatter: label, opacity: 1, ...labelStyle, fontWeight: own ? 600 : 400 },
          };
        }) as never,
      },
    ],
  };
}
