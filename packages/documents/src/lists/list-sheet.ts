import { type ListColumn, type ThreeList, threeLists } from '@changming/domain/hazards';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataFrame } from '../paper/data-sheet.ts';
import { listColumns } from './list-columns.ts';
import type { ListedHazard } from './list-content.ts';

/** One of the three lists as a plain table of its customary columns: what is too long to be printed. */
export function listFrame(list: ThreeList, { language, madeAt }: { readonly language: Language; readonly madeAt: Date }): DataFrame {
  const words = wordsIn(language);
  const columns = threeLists[list].map(
    (name): DataColumn => ({ title: words.columns[name], width: listColumns[name].width * 2.2, kind: kindOf(name) }),
  );
  return { sheet: words.lists[list], columns, madeAt };
}

/** The cells of one hazard, photos as how many there are. */
export function listCells(row: ListedHazard, list: ThreeList, language: Language): (string | number | null)[] {
  const printing = { words: wordsIn(language) as typeof zhCN.hazards, language, thumbs: null };
  return threeLists[list].map((name) => {
    const cell = listColumns[name].cell(row, printing);
    return typeof cell === 'object' ? null : cell;
  });
}

function kindOf(name: ListColumn): DataColumn['kind'] {
  if (name.endsWith('On')) return 'date';
  return listColumns[name].kind === 'money' ? 'number' : 'text';
}

function wordsIn(language: Language) {
  return language === 'en' ? en.hazards : zhCN.hazards;
}
