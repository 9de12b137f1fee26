import { type ListColumn, type ThreeList, threeLists } from '@changming/domain/hazards';
import { en, type Language, zhCN } from '@changming/phrases';

import type { Paper, PaperCell, PaperColumn } from '../paper/paper.ts';
import { listColumns, type Printing, yuan } from './list-columns.ts';
import type { ListContent, ListTotal } from './list-content.ts';
import { filled, periodWords } from './period-words.ts';

type How = { readonly list: ThreeList; readonly language: Language; readonly madeAt: Date };

/** 问题清单, 整改清单 or 实效清单 as it is handed in: the customary columns in their order, the totals of the page, lines to sign on. */
export function listPaper(content: ListContent, { list, language, madeAt }: How): Paper {
  const words = language === 'en' ? en.hazards : zhCN.hazards;
  const { paper } = words;
  const printing: Printing = { words: words as typeof zhCN.hazards, language, thumbs: content.thumbs };
  const names: readonly ListColumn[] = threeLists[list];
  const { fundsPlanned: _planned, fundsSpent: _spent, ...counts } = content.total;
  const unit = content.units.join('、');
  return {
    title: filled(paper.title, { unit, list: words.lists[list] }),
    lead: [
      filled(paper.unit, { unit }),
      filled(paper.period, { period: periodWords(content, paper.periods) }),
      filled(paper.made, { on: content.today }),
    ],
    columns: names.map((name) => columnOf(name, printing)),
    rows: content.rows.map((row, at) => names.map((name) => numbered(name, at, listColumns[name].cell(row, printing)))),
    totals: names.map((name) => totalOf(name, content.total, paper)),
    reckoning: filled(paper.reckoning, counts),
    signatures: paper.signatures,
    empty: paper.empty,
    pages: paper.pages,
    sheet: words.lists[list],
    madeAt,
  };
}

/** `岚枝集团问题清单（2026年第三季度）`: what the file is called. */
export function listName(content: Pick<ListContent, 'units' | 'from' | 'to'>, { list, language }: Pick<How, 'list' | 'language'>): string {
  const { lists, paper } = (language === 'en' ? en : zhCN).hazards;
  const title = filled(paper.title, { unit: content.units.join('、'), list: lists[list] });
  return `${title}（${periodWords(content, paper.periods)}）`.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 120);
}

function columnOf(name: ListColumn, { words, thumbs }: Printing): PaperColumn {
  const { width, kind } = listColumns[name];
  const isPictured = thumbs !== null && (name === 'beforePhotos' || name === 'afterPhotos');
  return { title: words.columns[name], width: isPictured ? 14 : width, kind: isPictured ? 'pictures' : kind };
}

/** 序号 counts the rows of this list; the number below it is the hazard's own and the same in all three. */
function numbered(name: ListColumn, at: number, cell: PaperCell): PaperCell {
  return name === 'number' && typeof cell === 'string' ? `${at + 1}\n${cell}` : cell;
}

function totalOf(name: ListColumn, total: ListTotal, words: { readonly total: string; readonly count: string }): PaperCell {
  if (name === 'number') return words.total;
  if (name === 'unit' || name === 'measures' || name === 'rectifiedOn') return filled(words.count, { count: total.problems });
  if (name === 'funds') return yuan(total.fundsPlanned);
  return name === 'spent' ? yuan(total.fundsSpent) : null;
}
