import type { FireSpots } from '@changming/contract/equipment';
import type { FireCondition, SpotItem } from '@changming/domain/equipment';

import { newId } from '../../../api/new-id.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { dayOf } from '../../../ui/dates.ts';

export type FirePlate = FireSpots['plates'][number];
export type Piece = FirePlate['items'][number];
export type Found = Exclude<FireCondition, 'scrapped'>;
export type Answer = 'right' | 'wrong' | 'none';

/** As the domain lists them; written out, so that the phone loads nothing of it. */
export const spotItems: readonly SpotItem[] = ['inPlace', 'pressure', 'seal', 'body', 'label', 'unblocked'];
export const answers: readonly Answer[] = ['right', 'wrong', 'none'];
export const conditions: readonly Found[] = ['intact', 'pressureLow', 'damaged', 'missing', 'awaitingScrap'];

/** 一次点检 as it grows on the phone; everything it needs without a network lies in it. */
export type Look = {
  /** Of the check to be. */
  readonly id: string;
  readonly ownerId: string;
  /** ms, when it was begun. */
  readonly at: number;
  readonly piece: Pick<Piece, 'id' | 'no' | 'kind' | 'unitId'>;
  readonly point: Pick<FirePlate['point'], 'code' | 'name'>;
  readonly said: Partial<Record<SpotItem, Answer>>;
  readonly reading: string;
  /** As it was chosen; null while it follows from the items. */
  readonly chosen: Found | null;
  readonly note: string;
  readonly photos: readonly PhonePhoto[];
  /** The hazard that its defect is to become, or null. */
  readonly hazardId: string | null;
  /** ms, when it was handed in. */
  readonly doneAt: number | null;
};

type Beginning = { readonly piece: Piece; readonly point: FirePlate['point']; readonly ownerId: string };

export function newLook({ piece, point, ownerId }: Beginning, at: number = Date.now()): Look {
  const { id, no, kind, unitId } = piece;
  const filled = { said: {}, reading: '', chosen: null, note: '', photos: [], hazardId: null, doneAt: null };
  return { id: newId(at), ownerId, at, piece: { id, no, kind, unitId }, point: { code: point.code, name: point.name }, ...filled };
}

/** What the items come to; null while one is open. A piece that is not there is missing, one that lost its pressure is low. */
export function proposed({ said }: Pick<Look, 'said'>): Found | null {
  if (spotItems.some((item) => said[item] === undefined)) return null;
  if (said.inPlace === 'wrong') return 'missing';
  if (said.pressure === 'wrong') return 'pressureLow';
  return Object.values(said).includes('wrong') ? 'damaged' : 'intact';
}

export function conditionOf(look: Pick<Look, 'said' | 'chosen'>): Found | null {
  return proposed(look) === null ? null : (look.chosen ?? proposed(look));
}

/** Whether something is wrong with it, by an item or by what it was found to be. */
export function isWrong(look: Pick<Look, 'said' | 'chosen'>): boolean {
  const condition = conditionOf(look);
  return Object.values(look.said).includes('wrong') || (condition !== null && condition !== 'intact');
}

/** Why it cannot be handed in yet. */
export function objectionTo(look: Look): 'itemsOpen' | 'contradiction' | 'photoMissing' | null {
  if (conditionOf(look) === null) return 'itemsOpen';
  if (conditionOf(look) === 'intact' && isWrong(look)) return 'contradiction';
  return hazardOf(look) !== null && look.photos.length === 0 ? 'photoMissing' : null;
}

/** Of a piece that turned out to be intact after all nothing is reported. */
export function hazardOf(look: Pick<Look, 'said' | 'chosen' | 'hazardId'>): string | null {
  return isWrong(look) ? look.hazardId : null;
}

/** The same picture twice is one picture. */
export function withPhoto(look: Look, photo: PhonePhoto): Look {
  return look.photos.some(({ sha256 }) => sha256 === photo.sha256) ? look : { ...look, photos: [...look.photos, photo] };
}

/** Begun, and nothing answered. */
export function isBlank({ said, reading, note, photos }: Look): boolean {
  return Object.keys(said).length === 0 && `${reading}${note}`.trim() === '' && photos.length === 0;
}

/** What is sent. The same look-over is the same request however often it is sent. */
export function checkOf(look: Look) {
  const { id, said, reading, note, photos, point, at, doneAt } = look;
  return {
    id,
    kind: 'spot',
    on: dayOf(new Date(doneAt ?? at)),
    doneAt: new Date(doneAt ?? at).toISOString(),
    items: said,
    reading: reading.trim() || null,
    condition: conditionOf(look) ?? 'intact',
    note: note.trim() || null,
    plate: point.code,
    photos: photos.map(({ sha256 }) => sha256),
  } as const;
}
