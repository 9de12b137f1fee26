import type { HazardCategory } from '@changming/domain/hazards';

import { newId } from '../../../api/new-id.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';

/** Where it was seen: the plate of a point, or a unit without one. */
export type Place =
  | { readonly by: 'plate'; readonly code: string; readonly name: string; readonly unit: string }
  | { readonly by: 'unit'; readonly unitId: string; readonly name: string };

type Filled = {
  /** Of a report, the hazard to be. */
  readonly id: string;
  /** The account that makes it. Null without a sign-in. */
  readonly ownerId: string | null;
  /** ms, when it was begun. */
  readonly at: number;
  readonly photos: readonly PhonePhoto[];
  readonly text: string;
  readonly measures: readonly string[];
};

/** A report as it grows on the phone. */
export type ReportDraft = Filled & {
  readonly kind: 'report';
  readonly place: Place;
  readonly detail: string;
  readonly category: HazardCategory | null;
  /** 立行立改: set right on the spot, with photos after. */
  readonly fixed: boolean;
  readonly after: readonly PhonePhoto[];
  /** The claim code of a report without a name: made here and sent along, so that it can be noted before the server has heard of it. */
  readonly secret: string;
};

/** 报验 or 回头看 of a hazard that exists. */
export type WorkDraft = Filled & {
  readonly kind: 'submission' | 'lookBack';
  readonly hazardId: string;
  readonly number: string;
  readonly cost: string;
  readonly relapsed: boolean | null;
  /** 开始整改 could not be said while there was no network: it is said with the 报验. */
  readonly start: boolean;
  /** 整改前照片 that the report did not bring, or why there is none. */
  readonly before?: readonly PhonePhoto[];
  readonly beforeLack?: string | null;
  /** Of this content; changed content is another request. */
  readonly requestId: string;
};

export type Draft = ReportDraft | WorkDraft;

type NewReport = { readonly id: string; readonly ownerId: string | null; readonly place: Place; readonly secret: string };

export function newReport({ id, ownerId, place, secret }: NewReport, at: number = Date.now()): ReportDraft {
  const filled = { photos: [], after: [], text: '', detail: '', measures: [], category: null };
  return { kind: 'report', id, ownerId, place, at, secret, ...filled, fixed: false };
}

type NewWork = Pick<WorkDraft, 'kind' | 'hazardId' | 'number' | 'start'> & { readonly ownerId: string };

export function newWork(given: NewWork, at: number = Date.now()): WorkDraft {
  const filled = { photos: [], text: '', measures: [], cost: '', relapsed: null };
  return { ...given, id: newId(at), at, requestId: newId(at), ...filled };
}

/** The same picture twice is one picture. */
export function withPhoto(photos: readonly PhonePhoto[], photo: PhonePhoto): readonly PhonePhoto[] {
  return photos.some(({ sha256 }) => sha256 === photo.sha256) ? photos : [...photos, photo];
}

/** Begun, and nothing filled in. */
export function isBlankReport({ photos, after, text, detail, measures, category }: ReportDraft): boolean {
  return saysNothing([text, detail]) && category === null && [photos, after, measures].every(({ length }) => length === 0);
}

/** The same of a 报验 or a 回头看. */
export function isBlankWork({ photos, before = [], beforeLack, text, cost, measures, relapsed }: WorkDraft): boolean {
  const nothing = [photos, before, measures].every(({ length }) => length === 0);
  return saysNothing([text, cost, beforeLack ?? '']) && relapsed === null && nothing;
}

function saysNothing(texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() === '');
}

/** What the chips and the words say together, or nothing. */
export function said(chips: readonly string[], text: string): string | undefined {
  const all = [...chips, text.trim()].filter((part) => part !== '').join('；');
  return all === '' ? undefined : all;
}
