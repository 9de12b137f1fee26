import type { ChecklistItem } from '@changming/domain/inspections';
import { basisWords } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';
import { type Made, wordsIn } from '../paper/words.ts';

type Column = keyof ReturnType<typeof wordsIn>['inspections']['papers']['columns'];
type Cell = string | number | null;

const columns: readonly { readonly name: Column; readonly width: number; readonly kind: 'text' | 'number' }[] = [
  { name: 'code', width: 12, kind: 'text' },
  { name: 'text', width: 48, kind: 'text' },
  { name: 'guide', width: 36, kind: 'text' },
  { name: 'starred', width: 6, kind: 'text' },
  { name: 'basis', width: 28, kind: 'text' },
  { name: 'factor', width: 12, kind: 'text' },
  { name: 'category', width: 18, kind: 'text' },
  { name: 'answer', width: 12, kind: 'text' },
  { name: 'unitOfReading', width: 10, kind: 'text' },
  { name: 'least', width: 10, kind: 'number' },
  { name: 'most', width: 10, kind: 'number' },
  { name: 'photo', width: 14, kind: 'text' },
  { name: 'mayNotApply', width: 10, kind: 'text' },
];

/** What a version of a checklist asks, one line an item. */
export function checklistSheet(
  { name, items }: { readonly name: string; readonly items: readonly ChecklistItem[] },
  { language, madeAt }: Made,
): DataSheet {
  const { papers } = wordsIn(language).inspections;
  return {
    sheet: sheetName(name, papers.sheets.checklist),
    columns: columns.map(({ name: column, ...rest }) => ({ title: papers.columns[column], ...rest })),
    rows: items.map((item) => cellsOf(item, language)),
    madeAt,
  };
}

function cellsOf(item: ChecklistItem, language: Made['language']): Cell[] {
  const { inspections, hazards } = wordsIn(language);
  const { papers, photoDuties } = inspections;
  const yes = (said: boolean) => (said ? papers.yes : null);
  const asked = [item.code, textIn(item, language), item.guide, item.starred ? '★' : null, basisOf(item, language)];
  const kind = [hazards.factorClasses[item.factor], hazards.categories[item.category]];
  return [...asked, ...kind, ...answerCells(item, papers.answers), photoDuties[item.photo], yes(item.mayNotApply)];
}

/** How it is answered, in what unit and between which limits. */
function answerCells(
  { answer }: ChecklistItem,
  words: { readonly passFail: string; readonly reading: string; readonly meter: string },
): Cell[] {
  if (answer.kind === 'passFail') return [words.passFail, null, null, null];
  return [answer.meter ? words.meter : words.reading, answer.unit, answer.least, answer.most];
}

export function textIn({ text, textEn }: Pick<ChecklistItem, 'text' | 'textEn'>, language: Made['language']): string {
  return language === 'en' ? (textEn ?? text) : text;
}

/** 依据 as people cite it. */
export function basisOf({ clauseIds, basis }: Pick<ChecklistItem, 'clauseIds' | 'basis'>, language: Made['language']): string | null {
  const parts = [...clauseIds.map((clause) => basisWords(clause, language)), ...(basis === null ? [] : [basis])];
  return parts.length === 0 ? null : parts.join('；');
}

/** Excel allows 31 signs and none of these. */
export function sheetName(name: string, otherwise: string): string {
  const plain = name.replace(/[\\/?*[\]:]/gu, ' ').trim();
  return Array.from(plain === '' ? otherwise : plain)
    .slice(0, 31)
    .join('');
}
