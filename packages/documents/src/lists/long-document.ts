import type { ThreeList } from '@changming/domain/hazards';
import type { Language } from '@changming/phrases';

import { openDataWorkbook } from '../paper/data-sheet.ts';
import { ledgerCells, ledgerFrame } from './ledger-sheet.ts';
import type { ListedHazard } from './list-content.ts';
import { listName } from './list-paper.ts';
import { listCells, listFrame } from './list-sheet.ts';

type Wanted = {
  readonly list: 'ledger' | ThreeList;
  readonly language: Language;
  readonly madeAt: Date;
  readonly units: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** 台账 or one of 三清单 of any length as a workbook: rows are added as they come, and the file is there at the end. */
export function openLongDocument({ list, language, madeAt, units, from, to }: Wanted) {
  const frame = list === 'ledger' ? ledgerFrame({ language, madeAt }) : listFrame(list, { language, madeAt });
  const name = list === 'ledger' ? `${units.join('、')}${frame.sheet}` : listName({ units, from, to }, { list, language });
  const writing = openDataWorkbook(frame);
  let at = 0;
  return {
    name: name.slice(0, 120),
    add(rows: readonly ListedHazard[]): void {
      for (const row of rows) {
        writing.add(list === 'ledger' ? ledgerCells(row, at, language) : listCells(row, list, language));
        at += 1;
      }
    },
    end: () => writing.end(),
  };
}
