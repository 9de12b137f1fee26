import { dayIn } from '@changming/domain/kernel';

import { openDataWorkbook } from '../paper/data-sheet.ts';
import type { Made } from '../paper/words.ts';
import { occurrenceCells, occurrenceFrame, type PrintedOccurrence } from './occurrence-sheet.ts';
import { planCells, planFrame, type PrintedPlan } from './plan-sheet.ts';

type Some =
  | { readonly list: 'occurrences'; readonly rows: readonly PrintedOccurrence[] }
  | { readonly list: 'plans'; readonly rows: readonly PrintedPlan[] };

/** 应查台账 or 排查计划 of any length as a workbook: rows are added as they come, and the file is there at the end. */
export function openLongList({ list, ...made }: Made & { readonly list: Some['list'] }) {
  const frame = list === 'plans' ? planFrame(made) : occurrenceFrame(made);
  const writing = openDataWorkbook(frame);
  return {
    name: `${frame.sheet}-${dayIn(made.madeAt)}`,
    add(some: Some): void {
      const cells =
        some.list === 'plans'
          ? some.rows.map((plan) => planCells(plan, made.language))
          : some.rows.map((row) => occurrenceCells(row, made.language));
      for (const row of cells) writing.add(row);
    },
    end: () => writing.end(),
  };
}
