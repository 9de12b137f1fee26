import type { HazardDetail } from '@changming/contract/hazards';

type Seen = Pick<HazardDetail, 'photos' | 'origin'> & Partial<Pick<HazardDetail, 'beforeLack'>>;

/** Whether whoever hands the work in must bring a photo from before, or say why there is none; of a hazard from a ledger none is asked for. */
export function asksForBefore({ photos, origin, beforeLack = null }: Seen): boolean {
  return beforeLack === null && origin !== 'opening' && photos.every(({ kind }) => kind !== 'before');
}

/** Whether that is still to come: of a hazard that was voided nobody asks it any more. */
export function awaitsBefore(hazard: Seen & Pick<HazardDetail, 'stage'>): boolean {
  return hazard.stage !== 'void' && asksForBefore(hazard);
}
