import { isWithin, type Verdict } from '@changming/domain/inspections';

import type { CheckResult } from '../check-queries.ts';

type Item = CheckResult['checklist']['items'][number];
type Answered = CheckResult['answers'][number];

/** What the form says of an item. Of a gauge the number decides, unless a fault is said that it does not show. */
export type Said = { readonly verdict?: Verdict | 'byReading'; readonly reading?: number | null; readonly note?: string };
export type Saying = Readonly<Record<string, Said>>;

export function choicesOf(item: Item): readonly NonNullable<Said['verdict']>[] {
  const skipped = item.mayNotApply ? (['notApplicable'] as const) : [];
  return item.answer.kind === 'reading' ? ['byReading', 'fail', ...skipped] : ['pass', 'fail', ...skipped];
}

/** The answers as they were. */
export function initialOf({ answers, checklist }: CheckResult): Saying {
  const items = new Map(checklist.items.map((item) => [item.code, item]));
  return Object.fromEntries(answers.map((answer) => [answer.item, saidOf(answer, items.get(answer.item))]));
}

function saidOf({ verdict, reading, note }: Answered, item: Item | undefined): Said {
  const decided = item !== undefined && reading !== null && (verdict === 'pass' || (verdict === 'fail' && !isWithin(item, reading)));
  return { verdict: decided ? 'byReading' : verdict, reading, note: note ?? '' };
}

/** What is sent, in the order of the first time. What the form does not ask, the photos, stays as it was. */
export function answersOf({ answers }: CheckResult, saying: Saying) {
  return answers.toSorted((one, other) => one.order - other.order).map((before) => answerOf(before, saying[before.item]));
}

function answerOf({ item, photos }: Answered, { verdict = 'byReading', reading, note = '' }: Said = {}) {
  return {
    item,
    photos: photos.map(({ sha256 }) => sha256),
    ...(verdict === 'byReading' ? {} : { verdict }),
    ...readingSaid(verdict, reading),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

/** What does not apply has no reading. */
function readingSaid(verdict: Said['verdict'], reading: Said['reading']) {
  return reading === undefined || reading === null || verdict === 'notApplicable' ? {} : { reading };
}
