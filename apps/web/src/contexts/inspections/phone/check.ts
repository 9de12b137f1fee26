import type { MyInspections } from '@changming/contract/inspections/occurrences';
import type { PublishedChecklist } from '@changming/contract/inspections/checklists';
import { type Answer, objectionToAnswers, type Verdict, verdictOf } from '@changming/domain/inspections';

import { newId } from '../../../api/new-id.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';

export type Task = MyInspections['items'][number];
export type Item = PublishedChecklist['items'][number];
export type Checklist = Pick<PublishedChecklist, 'versionId' | 'code' | 'name' | 'nameEn' | 'number' | 'items'>;

/** 扫码, by hand and why, or nothing to scan because it is the unit that is checked. */
export type Begun =
  | { readonly by: 'plate'; readonly code: string }
  | { readonly by: 'hand'; readonly why: string }
  | { readonly by: 'unit' };

/** What was said about one item so far. Of a reading, `verdict` says only what the number does not. */
export type Given = {
  readonly item: string;
  readonly verdict: Verdict | null;
  /** As it was typed. */
  readonly typed: string;
  readonly note: string;
  readonly photos: readonly PhonePhoto[];
  /** The hazard it is to become, or null. */
  readonly hazardId: string | null;
};

/** A check as it grows on the phone; everything it needs without a network lies in it. */
export type Check = {
  /** Of the result to be. */
  readonly id: string;
  readonly ownerId: string;
  /** ms, when it was begun. */
  readonly at: number;
  readonly task: Pick<Task, 'id' | 'plan' | 'unit' | 'unitId' | 'point' | 'on' | 'shift'>;
  readonly checklist: Checklist;
  /** The last readings by item. */
  readonly last: Readonly<Record<string, number>>;
  readonly begun: Begun;
  /** In the order in which they were answered. */
  readonly given: readonly Given[];
  readonly note: string;
  /** ms, when it was handed in. */
  readonly doneAt: number | null;
  /** Somebody had done it meanwhile, and this one is to be kept beside. */
  readonly again: boolean;
};

type Beginning = { readonly task: Task; readonly checklist: Checklist; readonly begun: Begun; readonly ownerId: string };

export function newCheck({ task, checklist, begun, ownerId }: Beginning, at: number = Date.now()): Check {
  const { id, plan, unit, unitId, point, on, shift } = task;
  const { versionId, code, name, nameEn, number, items } = checklist;
  return {
    id: newId(at),
    ownerId,
    at,
    task: { id, plan, unit, unitId, point, on, shift },
    checklist: { versionId, code, name, nameEn, number, items },
    last: Object.fromEntries(task.lastReadings.map(({ item, reading }) => [item, reading])),
    begun,
    given: [],
    note: '',
    doneAt: null,
    again: false,
  };
}

export function givenTo({ given }: Pick<Check, 'given'>, item: string): Given {
  return given.find((each) => each.item === item) ?? { item, verdict: null, typed: '', note: '', photos: [], hazardId: null };
}

/** An item that was answered before keeps its place in the order. */
export function withGiven(check: Check, next: Given): Check {
  const known = check.given.some(({ item }) => item === next.item);
  const given = known ? check.given.map((each) => (each.item === next.item ? next : each)) : [...check.given, next];
  return { ...check, given };
}

/** The same picture twice is one picture. */
export function withPhoto(check: Check, item: string, photo: PhonePhoto): Check {
  const given = givenTo(check, item);
  if (given.photos.some(({ sha256 }) => sha256 === photo.sha256)) return check;
  return withGiven(check, { ...given, photos: [...given.photos, photo] });
}

/** A number as gloves type it: a comma for the point, blanks around. Nothing where it is none, or finer than a gauge shows. */
export function readingOf(typed: string): number | undefined {
  const text = typed.trim().replace('，', ',').replace(',', '.');
  if (!/^-?\d{1,10}(\.\d{1,3})?$/.test(text)) return undefined;
  return Number(text);
}

/** As the rules read it: nothing said is nothing sent. */
export function answerOf(item: Item, { verdict, typed, note, photos }: Given): Answer {
  const reading = item.answer.kind === 'reading' && verdict !== 'notApplicable' ? readingOf(typed) : undefined;
  const words = note.trim();
  return {
    item: item.code,
    ...(verdict === null ? {} : { verdict }),
    ...(reading === undefined ? {} : { reading }),
    ...(words === '' ? {} : { note: words }),
    photos: photos.map(({ sha256 }) => sha256),
  };
}

/** What an item comes to; null while it is unset. */
export function settled(item: Item, given: Given): Verdict | null {
  return verdictOf(item, answerOf(item, given));
}

export function unsetItems({ checklist: { items }, ...check }: Pick<Check, 'checklist' | 'given'>): readonly Item[] {
  return items.filter((item) => settled(item, givenTo(check, item.code)) === null);
}

/** Why the answer to one item cannot be handed in: a code of the rules; null while it is unset or when it can. */
export function wrongWith(item: Item, given: Given, last: Check['last']): string | null {
  if (settled(item, given) === null) return null;
  return objectionToAnswers([item], [answerOf(item, given)], new Map(Object.entries(last)))?.code ?? null;
}

/** How many came to what. */
export function countsOf({ checklist: { items }, ...check }: Pick<Check, 'checklist' | 'given'>): Readonly<Record<Verdict, number>> {
  const all = items.map((item) => settled(item, givenTo(check, item.code)));
  const of = (verdict: Verdict) => all.filter((each) => each === verdict).length;
  return { pass: of('pass'), fail: of('fail'), notApplicable: of('notApplicable') };
}

export function photosOf({ given }: Pick<Check, 'given'>): readonly PhonePhoto[] {
  const all = given.flatMap(({ photos }) => photos);
  return all.filter(({ sha256 }, at) => all.findIndex((photo) => photo.sha256 === sha256) === at);
}

/** Begun, and nothing answered or written. */
export function isBlank({ given, note, begun }: Pick<Check, 'given' | 'note' | 'begun'>): boolean {
  return given.length === 0 && note.trim() === '' && begun.by !== 'hand';
}

/** What is sent. The same check is the same request however often it is sent. */
export function performOf(check: Check) {
  const { id, task, begun, at, doneAt, note, again, checklist } = check;
  const items = new Map(checklist.items.map((item) => [item.code, item]));
  const answers = check.given.flatMap((given) => {
    const item = items.get(given.item);
    if (item === undefined || settled(item, given) === null) return [];
    const hazard = given.hazardId !== null && settled(item, given) === 'fail' ? { hazard: { id: given.hazardId } } : {};
    const answer = answerOf(item, given);
    return [{ ...answer, photos: [...answer.photos], ...hazard }];
  });
  return {
    id,
    occurrenceId: task.id,
    versionId: checklist.versionId,
    ...(begun.by === 'plate' ? { plateCode: begun.code } : {}),
    ...(begun.by === 'hand' ? { byHand: begun.why } : {}),
    startedAt: new Date(at).toISOString(),
    doneAt: new Date(doneAt ?? at).toISOString(),
    answers,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    again,
  };
}
