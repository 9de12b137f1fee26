import { type CoverageCounts, doneRate, pointRate } from '@changming/domain/inspections';
import { percentOf, type Rate } from '@changming/domain/kernel';

import { filled } from '../lists/period-words.ts';
import type { DataSheet } from '../paper/data-sheet.ts';
import { type Made, wordsIn } from '../paper/words.ts';

type Counts = CoverageCounts & { readonly madeUp: number; readonly open: number };
export type PrintedCoverage = {
  readonly total: Counts;
  readonly units: readonly (Counts & { readonly unit: string; readonly withBelow: boolean })[];
};

const counts = ['owed', 'done', 'late', 'missed', 'madeUp', 'open', 'failed', 'pointsOwed', 'pointsChecked'] as const;

/** 排查覆盖, one line a unit and the total below. A rate over nothing is no rate. */
export function coverageSheet({ total, units }: PrintedCoverage, { language, madeAt }: Made): DataSheet {
  const { papers } = wordsIn(language).inspections;
  const { columns } = papers;
  const named = units.map(({ unit, withBelow, ...line }) => ({ ...line, unit: withBelow ? unit : filled(papers.itself, { unit }) }));
  return {
    sheet: papers.sheets.coverage,
    columns: [
      { title: columns.unit, width: 30, kind: 'text' },
      ...counts.map((name) => ({ title: columns[name], width: 12, kind: 'count' as const })),
      { title: columns.rate, width: 14, kind: 'number' },
      { title: columns.pointRate, width: 16, kind: 'number' },
    ],
    rows: [...named, { ...total, unit: papers.total }].map((line) => [
      line.unit,
      ...counts.map((name) => line[name]),
      percent(doneRate(line)),
      percent(pointRate(line)),
    ]),
    madeAt,
  };
}

function percent(rate: Rate): number | null {
  const written = percentOf(rate);
  return written === null ? null : Number(written);
}
