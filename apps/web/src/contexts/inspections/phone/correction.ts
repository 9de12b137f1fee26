import type { CheckResult } from '@changming/contract/inspections/results';
import { isWithin } from '@changming/domain/inspections';

import { newId } from '../../../api/new-id.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { answerOf, type Checklist, type Given, givenTo, type Item, settled, wrongWith } from './check.ts';

/** 更正 of one's own check as it grows on the phone: the answers as they were, and what is changed in them. */
export type Correction = {
  /** Of the result to be. */
  readonly id: string;
  readonly ownerId: string;
  /** ms, when it was begun. */
  readonly at: number;
  readonly resultId: string;
  readonly place: string;
  readonly unitId: string;
  readonly checklist: Pick<Checklist, 'items'>;
  readonly given: readonly Given[];
  readonly reason: string;
  readonly note: string;
  /** Whether an answer was changed. */
  readonly changed?: boolean;
  /** ms, when it was handed in. */
  readonly doneAt?: number;
};

export function newCorrection(result: CheckResult, ownerId: string, at: number = Date.now()): Correction {
  const { occurrence, checklist, answers, note } = result;
  const items = new Map(checklist.items.map((item) => [item.code, item]));
  return {
    id: newId(at),
    ownerId,
    at,
    resultId: result.id,
    place: occurrence.point ?? occurrence.plan,
    unitId: occurrence.unitId,
    checklist: { items: checklist.items },
    given: answers.toSorted((one, other) => one.order - other.order).map((answer) => asGiven(answer, items.get(answer.item))),
    reason: '',
    note: note ?? '',
  };
}

type Answered = CheckResult['answers'][number];

/** What the reading says by itself was not tapped. A photo that the server has is named by its hash; nothing of it lies on the phone. */
function asGiven({ item, verdict, reading, note, photos }: Answered, asked: Item | undefined): Given {
  const bySelf =
    reading !== null && verdict !== 'notApplicable' && (verdict === 'pass' || (asked !== undefined && !isWithin(asked, reading)));
  const held = photos.map(({ sha256, evidenceId }) => ({ id: evidenceId ?? sha256, sha256, bytes: 0, takenAt: '' }));
  return {
    item,
    verdict: bySelf ? null : verdict,
    typed: reading === null ? '' : String(reading),
    note: note ?? '',
    photos: held,
    hazardId: null,
  };
}

/** An item that was answered before keeps its place in the order. */
export function withAnswer(correction: Correction, next: Given): Correction {
  const known = correction.given.some(({ item }) => item === next.item);
  const given = known ? correction.given.map((each) => (each.item === next.item ? next : each)) : [...correction.given, next];
  return { ...correction, given, changed: true };
}

/** The same picture twice is one picture. */
export function withPhoto(correction: Correction, item: string, photo: PhonePhoto): Correction {
  const given = givenTo(correction, item);
  if (given.photos.some(({ sha256 }) => sha256 === photo.sha256)) return correction;
  return withAnswer(correction, { ...given, photos: [...given.photos, photo] });
}

/** Begun, and nothing changed or written. */
export function isBlank({ reason, changed = false }: Correction): boolean {
  return reason.trim() === '' && !changed;
}

/** The photos that were taken for the correction and are still to be sent. */
export function photosTaken({ given }: Pick<Correction, 'given'>): readonly PhonePhoto[] {
  const all = given.flatMap(({ photos }) => photos).filter(({ bytes }) => bytes > 0);
  return all.filter(({ sha256 }, at) => all.findIndex((photo) => photo.sha256 === sha256) === at);
}

/** What is still missing: an item, something about one of them, or the reason. */
export function objectionTo(correction: Correction): { readonly item: Item } | 'reason' | null {
  const open = correction.checklist.items.find((item) => {
    const given = givenTo(correction, item.code);
    return settled(item, given) === null || wrongWith(item, given, {}) !== null;
  });
  if (open !== undefined) return { item: open };
  return correction.reason.trim() === '' ? 'reason' : null;
}

/** What is sent. The same correction is the same request however often it is sent. */
export function correctOf(correction: Correction) {
  const { id, at, doneAt = at, reason, note, given, checklist } = correction;
  const items = new Map(checklist.items.map((item) => [item.code, item]));
  const answers = given.flatMap((each) => {
    const item = items.get(each.item);
    if (item === undefined || settled(item, each) === null) return [];
    const answer = answerOf(item, each);
    return [{ ...answer, photos: [...answer.photos] }];
  });
  const correctedAt = new Date(doneAt).toISOString();
  return { id, reason: reason.trim(), correctedAt, answers, ...(note.trim() === '' ? {} : { note: note.trim() }) };
}
