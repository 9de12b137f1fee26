import type { ChecklistItem } from './checklist.ts';
import type { InspectionRefusal } from './refusals.ts';

/** 正常、异常、不适用. An item that nobody has touched has none of these, and a check with such an item cannot be handed in. */
export const verdicts = ['pass', 'fail', 'notApplicable'] as const;
export type Verdict = (typeof verdicts)[number];

export type Answer = {
  readonly item: string;
  /** May be left out where the reading decides. */
  readonly verdict?: Verdict | undefined;
  readonly reading?: number | undefined;
  readonly note?: string | undefined;
  /** Hashes of the photos taken for it. */
  readonly photos: readonly string[];
};

export type AnswerObjection = { readonly code: InspectionRefusal; readonly facts: Readonly<Record<string, string | number>> };

/** The verdict on one item. A reading outside of its limits is a failure whatever was tapped; an item without any answer has none. */
export function verdictOf(item: ChecklistItem, { verdict, reading }: Pick<Answer, 'verdict' | 'reading'>): Verdict | null {
  if (verdict === 'notApplicable' || item.answer.kind === 'passFail') return verdict ?? null;
  if (reading === undefined) return null;
  return isWithin(item, reading) ? (verdict ?? 'pass') : 'fail';
}

/** Whether a reading lies within its limits, both included. */
export function isWithin({ answer }: Pick<ChecklistItem, 'answer'>, reading: number): boolean {
  if (answer.kind !== 'reading') return true;
  return (answer.least === null || reading >= answer.least) && (answer.most === null || reading <= answer.most);
}

/** Why these answers cannot be handed in, the first thing that is wrong; null when nothing is. `last` are the last readings by item. */
export function objectionToAnswers(
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
  last: ReadonlyMap<string, number> = new Map(),
): AnswerObjection | null {
  const known = new Map(items.map((item) => [item.code, item]));
  const stray = answers.find(({ item }) => !known.has(item));
  if (stray !== undefined) return { code: 'inspections.item_unknown', facts: { item: stray.item } };
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  if (given.size < answers.length) return { code: 'inspections.item_twice', facts: { item: twiceIn(answers) } };
  const unset = items.filter((item) => !isAnswered(item, given.get(item.code)));
  if (unset.length > 0) return { code: 'inspections.items_unset', facts: { count: unset.length, items: named(unset) } };
  return items.map((item) => objectionToAnswer(item, given.get(item.code), last.get(item.code))).find((found) => found !== null) ?? null;
}

function isAnswered(item: ChecklistItem, answer: Answer | undefined): boolean {
  return answer !== undefined && verdictOf(item, answer) !== null;
}

function objectionToAnswer(item: ChecklistItem, answer: Answer | undefined, last: number | undefined): AnswerObjection | null {
  if (answer === undefined) return null;
  const refused: Refused = (code, more = {}) => ({ code, facts: { item: item.code, text: item.text, ...more } });
  if (answer.verdict === 'notApplicable') return objectionToSkipping(item, answer, refused);
  return objectionToReading(item, answer, { last, refused }) ?? objectionToPhotos(item, answer, refused);
}

function objectionToReading(
  item: ChecklistItem,
  answer: Answer,
  { last, refused }: { readonly last: number | undefined; readonly refused: Refused },
): AnswerObjection | null {
  const { reading } = answer;
  if (reading === undefined) return null;
  if (answer.verdict === 'pass' && !isWithin(item, reading)) return refused('inspections.reading_outside', limitsOf(item, reading));
  if (last === undefined || !runsBackwards(item, answer, last)) return null;
  return refused('inspections.meter_backwards', { reading, last });
}

function objectionToPhotos(item: ChecklistItem, answer: Answer, refused: Refused): AnswerObjection | null {
  return owesPhoto(item, verdictOf(item, answer)) && answer.photos.length === 0 ? refused('inspections.photo_missing') : null;
}

type Refused = (code: InspectionRefusal, more?: Readonly<Record<string, string | number>>) => AnswerObjection;

function objectionToSkipping({ mayNotApply }: ChecklistItem, { note }: Answer, refused: Refused): AnswerObjection | null {
  if (!mayNotApply) return refused('inspections.always_applies');
  return note === undefined ? refused('inspections.note_missing') : null;
}

function owesPhoto({ photo }: ChecklistItem, verdict: Verdict | null): boolean {
  return photo === 'always' || (photo === 'onFailure' && verdict === 'fail');
}

/** A meter that shows less than last time was read wrongly or replaced: it is taken with a word on it. */
function runsBackwards({ answer }: ChecklistItem, { reading = 0, note }: Answer, last: number): boolean {
  return answer.kind === 'reading' && answer.meter && reading < last && note === undefined;
}

function limitsOf({ answer }: ChecklistItem, reading: number) {
  if (answer.kind !== 'reading') return { reading };
  return { reading, unit: answer.unit, least: answer.least ?? '—', most: answer.most ?? '—' };
}

const mostNamed = 5;

function named(items: readonly ChecklistItem[]): string {
  const names = items.slice(0, mostNamed).map(({ code, text }) => `${code} ${text}`);
  return names.join('；');
}

function twiceIn(answers: readonly Answer[]): string {
  const seen = new Set<string>();
  const again = answers.find(({ item }) => seen.size === seen.add(item).size);
  return again?.item ?? '';
}
