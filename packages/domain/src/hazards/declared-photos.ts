import { refuse } from '../kernel/index.ts';
import { type Hazard, isOpen, rectified } from './hazard.ts';
import type { HazardRefusal } from './refusals.ts';
import type { PhotoCounts } from './steps.ts';

/** A photo that a phone announced by its hash; the bytes come later, or never. */
export type DeclaredPhoto = {
  readonly kind: 'before' | 'after' | 'progress' | 'lookBack';
  readonly round: number;
  /** When it was announced last: a photo may be handed in again. */
  readonly declaredAt: Date;
  readonly arrived: boolean;
  /** 照片已无法补传: who said that it cannot come any more. */
  readonly givenUpById: string | null;
};

type Round = Pick<Hazard, 'reopenings'>;

/**
 * Whether the photo stands for the work as it is now: those before in every round, and of those after the ones that came with the latest hand-in.
 * A hand-in without photos of its own leans on the one before it.
 */
function isCurrent(photo: DeclaredPhoto, photos: readonly DeclaredPhoto[], { reopenings }: Round): boolean {
  if (photo.kind === 'before') return true;
  if (photo.kind !== 'after' || photo.round !== reopenings) return false;
  const ofRound = photos.filter(({ kind, round }) => kind === 'after' && round === reopenings);
  return ofRound.every(({ declaredAt }) => declaredAt.getTime() <= photo.declaredAt.getTime());
}

/** Whether acceptance waits for the photo: a newer hand-in has no use for the unsent photos of an earlier one. */
export function isAwaited(photo: DeclaredPhoto, photos: readonly DeclaredPhoto[], round: Round): boolean {
  return !photo.arrived && photo.givenUpById === null && isCurrent(photo, photos, round);
}

/** What the lifecycle asks of the photos. One from before that was given up was there all the same; one from after shows nothing. */
export function countPhotos(photos: readonly DeclaredPhoto[], round: Round): PhotoCounts {
  const current = photos.filter((photo) => isCurrent(photo, photos, round));
  const givenUp = current.flatMap(({ arrived, givenUpById }) => (arrived || givenUpById === null ? [] : [givenUpById]));
  return {
    before: photos.filter(({ kind }) => kind === 'before').length,
    after: photos.filter((photo) => showsWork(photo, photos, round)).length,
    awaited: current.filter((photo) => isAwaited(photo, photos, round)).length,
    givenUpByIds: [...new Set(givenUp)],
  };
}

/** A photo after that has arrived, or is still to come with the latest hand-in. */
function showsWork(photo: DeclaredPhoto, photos: readonly DeclaredPhoto[], round: Round): boolean {
  if (photo.kind !== 'after' || photo.round !== round.reopenings) return false;
  return photo.arrived || isAwaited(photo, photos, round);
}

type GivingUp = { readonly hazard: Hazard; readonly photos: readonly DeclaredPhoto[]; readonly photo: DeclaredPhoto };
/** `officer`: the person accepts at the unit. */
type Giver = { readonly by: string; readonly officer: boolean };

/**
 * Why `by` may not say that the photo cannot come any more, or null. Those of the work are for whoever rectified it and for the officer; the last
 * one of a hand-in stays: work that no photo shows is handed in again.
 */
export function objectionToGivingUp({ hazard, photos, photo }: GivingUp, { by, officer }: Giver): HazardRefusal | null {
  if (!isAskedFor(photo, hazard)) return 'hazards.wrong_stage';
  if (!isAwaited(photo, photos, hazard)) return 'hazards.photo_not_awaited';
  if (photo.kind === 'before') return null;
  if (!officer && !rectified(hazard, by)) return 'hazards.photo_not_yours';
  const left = photos.filter((each) => isCurrent(each, photos, hazard) && showsWork(each, photos, hazard));
  return left.length < 2 ? 'hazards.last_after_photo' : null;
}

/** A hazard that is open needs those of the report; those of the work count while it waits for acceptance. */
function isAskedFor({ kind }: DeclaredPhoto, hazard: Hazard): boolean {
  return kind === 'after' ? hazard.stage === 'submitted' : isOpen(hazard);
}

/** Why nothing of a kind can be given up now, or null where something can. */
export function objectionToGivingUpAny(
  { hazard, photos, kind }: Omit<GivingUp, 'photo'> & { readonly kind: 'before' | 'after' },
  giver: Giver,
): HazardRefusal | null {
  const awaited = photos.filter((photo) => photo.kind === kind && isAwaited(photo, photos, hazard));
  const objected = awaited.map((photo) => objectionToGivingUp({ hazard, photos, photo }, giver));
  return objected.includes(null) ? null : (objected[0] ?? 'hazards.photo_not_awaited');
}

/** 照片已无法补传. Refuses by `conflict` with the code of `objectionToGivingUp`. */
export function givePhotoUp(given: GivingUp, giver: Giver): DeclaredPhoto {
  const objected = objectionToGivingUp(given, giver);
  if (objected !== null) refuse('conflict', objected, { stage: given.hazard.stage });
  return { ...given.photo, givenUpById: giver.by };
}
