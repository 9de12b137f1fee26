import type { TFunction } from 'i18next';

import { instantText } from '../../../ui/dates.ts';
import type { HazardDetail } from '../queries.ts';
import { nameOf } from './hazard-facts.tsx';

type Photo = HazardDetail['photos'][number];
export type MissingPhoto = Photo & { readonly kind: 'before' | 'after' };

/** Photos of the report and of the work that were announced and are not there. */
export function missingOf({ photos }: Pick<HazardDetail, 'photos'>): MissingPhoto[] {
  return photos.filter((photo): photo is MissingPhoto => photo.evidenceId === null && (photo.kind === 'before' || photo.kind === 'after'));
}

/** Whoever announced it; an anonymous reporter has no name. */
export function whoSent(person: Photo['declaredBy'], t: TFunction<'hazards'>): string {
  return nameOf(person) ?? t('desk.holders.anonymous');
}

/** Of whom it is missed, and how that stands. */
export function missingWords({ kind, declaredBy, awaited, givenUp }: MissingPhoto, t: TFunction<'hazards'>): string {
  const words = { kind: t(`desk.photos.${kind}`), who: whoSent(declaredBy, t) };
  if (givenUp === null) return t(awaited ? 'desk.lost.notYet' : 'desk.lost.replaced', words);
  const { by, at, reason } = givenUp;
  return t('desk.lost.givenUp', { ...words, by: nameOf(by) ?? '—', at: instantText(at), reason });
}
