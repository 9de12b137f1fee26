import { plainItem } from '@changming/domain/inspections';

import type { ChecklistItem } from '../checklist-queries.ts';

/** An item as its form holds it: what may be missing is missing, and the answer lies open. */
export type ItemValues = Pick<ChecklistItem, 'text' | 'factor' | 'category' | 'photo' | 'mayNotApply' | 'starred' | 'clauseIds'> & {
  readonly textEn?: string | undefined;
  readonly guide?: string | undefined;
  readonly basis?: string | undefined;
  readonly measureId?: string | null | undefined;
  readonly answerKind: ChecklistItem['answer']['kind'];
  readonly unit?: string | undefined;
  readonly least?: number | null | undefined;
  readonly most?: number | null | undefined;
  readonly meter?: boolean | undefined;
};

export function valuesOf(item: ChecklistItem | null): Partial<ItemValues> {
  if (item === null) {
    const { photo, mayNotApply, starred } = plainItem;
    return { photo, mayNotApply, starred, clauseIds: [], answerKind: 'passFail' };
  }
  const { code: _, textEn, guide, basis, answer, ...rest } = item;
  const words = { textEn: textEn ?? undefined, guide: guide ?? undefined, basis: basis ?? undefined };
  const { kind: answerKind, ...reading } = answer;
  return { ...rest, ...words, answerKind, ...reading };
}

export function itemOf(code: string, values: ItemValues): ChecklistItem {
  const { text, textEn, guide, basis, factor, category, photo, mayNotApply, starred, clauseIds } = values;
  return {
    code,
    text: text.trim(),
    textEn: wordsOrNull(textEn),
    guide: wordsOrNull(guide),
    basis: wordsOrNull(basis),
    answer: answerOf(values),
    factor,
    category,
    photo,
    mayNotApply,
    starred,
    clauseIds,
    measureId: values.measureId ?? null,
  };
}

function answerOf({ answerKind, unit = '', least = null, most = null, meter = false }: ItemValues): ChecklistItem['answer'] {
  return answerKind === 'passFail' ? { kind: 'passFail' } : { kind: 'reading', unit: unit.trim(), least, most, meter };
}

function wordsOrNull(typed: string | undefined): string | null {
  return typed === undefined || typed.trim() === '' ? null : typed.trim();
}
