import type { HazardCategory } from '@changming/domain/hazards';

import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';

/** Where it was seen: the plate of a point, or a unit without one. */
export type Place =
  | { readonly by: 'plate'; readonly code: string; readonly name: string; readonly unit: string }
  | { readonly by: 'unit'; readonly unitId: string; readonly name: string };

type Kept = {
  readonly key: string;
  /** The account that made it: on a shared phone nobody sees or sends another's. Null without a sign-in. */
  readonly ownerId: string | null;
  /** ms; the oldest first in the list of what waits. */
  readonly at: number;
  readonly photos: readonly PhonePhoto[];
  readonly text: string;
  readonly measures: readonly string[];
};

/** A report as it grows on the phone. It lives here until the receipt is complete. */
export type ReportDraft = Kept & {
  readonly kind: 'report';
  /** The hazard to be. */
  readonly id: string;
  readonly place: Place;
  readonly detail: string;
  readonly category: HazardCategory | null;
  /** 立行立改: set right on the spot, with photos after. */
  readonly fixed: boolean;
  readonly after: readonly PhonePhoto[];
  /** Sent at least once: from now on its content stays as it is, however often it is sent. */
  readonly sealed: boolean;
  /** Of a report without a name: made here and sent along, so that a lost answer is asked for again and no second report is made. */
  readonly secret: string;
  readonly claimCode: string | null;
};

/** 报验 or 回头看 of a hazard that exists. */
export type WorkDraft = Kept & {
  readonly kind: 'submission' | 'lookBack';
  readonly hazardId: string;
  readonly number: string;
  readonly cost: string;
  readonly relapsed: boolean | null;
};

export type Draft = ReportDraft | WorkDraft;

type NewReport = { readonly id: string; readonly ownerId: string | null; readonly place: Place; readonly secret: string };

export function newReport({ id, ownerId, place, secret }: NewReport, at: number = Date.now()): ReportDraft {
  const filled = { photos: [], after: [], text: '', detail: '', measures: [], category: null };
  const unsent = { fixed: false, sealed: false, claimCode: null };
  return { kind: 'report', key: `report:${id}`, id, ownerId, place, at, secret, ...filled, ...unsent };
}

type NewWork = { readonly kind: WorkDraft['kind']; readonly hazardId: string; readonly number: string; readonly ownerId: string };

export function newWork({ kind, hazardId, number, ownerId }: NewWork, at: number = Date.now()): WorkDraft {
  const filled = { photos: [], text: '', measures: [], cost: '', relapsed: null };
  return { kind, key: `${kind}:${hazardId}`, hazardId, number, ownerId, at, ...filled };
}

/** The same picture twice is one picture. */
export function withPhoto(photos: readonly PhonePhoto[], photo: PhonePhoto): readonly PhonePhoto[] {
  return photos.some(({ sha256 }) => sha256 === photo.sha256) ? photos : [...photos, photo];
}

/** What the chips and the words say together, or nothing. */
export function said(chips: readonly string[], text: string): string | undefined {
  const all = [...chips, text.trim()].filter((part) => part !== '').join('；');
  return all === '' ? undefined : all;
}
