import type { TFunction } from 'i18next';

import { instantText } from '../../../ui/dates.ts';
import type { MissingPhoto } from '../missing-photo.ts';
import { awaitsBefore } from '../before-lack.ts';
import type { HazardDetail } from '../queries.ts';
import { nameOf } from './hazard-facts.tsx';

/** Whoever announced it; an anonymous reporter has no name. */
export function whoSent(person: MissingPhoto['declaredBy'], t: TFunction<'hazards'>): string {
  return nameOf(person) ?? t('desk.holders.anonymous');
}

/** Of whom it is missed, and how that stands. */
export function missingWords({ kind, declaredBy, awaited, givenUp }: MissingPhoto, t: TFunction<'hazards'>): string {
  const words = { kind: t(`desk.photos.${kind}`), who: whoSent(declaredBy, t) };
  if (givenUp === null) return t(awaited ? 'desk.lost.notYet' : 'desk.lost.replaced', words);
  const { by, at, reason } = givenUp;
  return t('desk.lost.givenUp', { ...words, by: nameOf(by) ?? '—', at: instantText(at), reason });
}

/** 缺整改前照片: why there is none, or that it is yet to be taken; null where nothing is lacking. */
export function lackWords(hazard: HazardDetail, t: TFunction<'hazards'>): string | null {
  const { beforeLack } = hazard;
  if (beforeLack !== null) return t('beforeLack.said', { reason: beforeLack.reason, by: nameOf(beforeLack.by) ?? '—' });
  return awaitsBefore(hazard) ? t('beforeLack.open') : null;
}
