import type { HazardDetail } from '@changming/contract/hazards';

/** A photo of the report or of the work that was announced and is not there. */
export type MissingPhoto = HazardDetail['photos'][number] & { readonly kind: 'before' | 'after' };

export function missingOf({ photos }: Pick<HazardDetail, 'photos'>): MissingPhoto[] {
  return photos.filter((photo): photo is MissingPhoto => photo.evidenceId === null && (photo.kind === 'before' || photo.kind === 'after'));
}

/** The act by which it is given up. */
export const givingUp = { before: 'giveUpBeforePhoto', after: 'giveUpAfterPhoto' } as const;

/** Whether whoever reads may be offered to give it up: acceptance waits for it, and it is his to say. */
export function isGivenUpHere({ awaited }: Pick<MissingPhoto, 'awaited'>, code: string | null | undefined): boolean {
  return awaited && code !== 'access.not_permitted' && code !== 'hazards.wrong_stage';
}
