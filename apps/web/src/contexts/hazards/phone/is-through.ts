import type { HazardDetail } from '@changming/contract/hazards';

import type { WorkDraft } from './draft.ts';

/** Whether an earlier try of this very work got through, read from the record: handed in, with these photos. */
export function isThrough({ kind, photos }: WorkDraft, hazard: HazardDetail): boolean {
  const wanted = kind === 'submission' ? 'after' : 'lookBack';
  const declared = hazard.photos.filter((photo) => photo.kind === wanted && photo.round === hazard.reopenings);
  const handedIn = kind === 'submission' ? hazard.stage === 'submitted' : hazard.lookBack?.result !== null;
  return handedIn && photos.every(({ sha256 }) => declared.some((photo) => photo.sha256 === sha256));
}
