import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import type { ChartOption } from './chart-option.ts';

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

export type EchartProps = {
  readonly option: ChartOption;
  /** px */
  readonly height: number;
  /** What is said of the picture to whoever does not see it. */
  readonly label: string;
  /** The position of the thing that was pressed, in the order of the data. */
  readonly onPick?: (at: number) => void;
};

/** One chart as SVG: sharp on paper, and as wide as the page that it is printed on. */
export function Echart({ option, height, label, onPick }: EchartProps) {
  const ground = useRef<HTMLDivElement>(null);
  const drawn = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const element = ground.current;
    if (element === null) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    drawn.current = chart;
    chart.on('click', ({ dataIndex }) => pick.current?.(dataIndex));
    chart.on('finished', () => stretchable(element));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
      drawn.current = null;
    };
  }, []);
  useEffect(() => {
    drawn.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={ground} className="chart__ground" role="img" aria-label={label} style={{ blockSize: height }} />;
}

/** Lets the style sheet for paper stretch the drawing. */
function stretchable(element: HTMLElement): void {
  const svg = element.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${element.clientWidth} ${element.clientHeight}`);
  svg?.setAttribute('preserveAspectRatio', 'xMinYMin meet');
}
