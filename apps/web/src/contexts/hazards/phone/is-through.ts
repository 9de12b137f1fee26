import type { HazardDetail } from '@changming/contract/hazards';

import type { WorkDraft } from './draft.ts';

type Kept = Pick<HazardDetail, 'stage' | 'reopenings'> & {
  readonly photos: readonly Pick<HazardDetail['photos'][number], 'kind' | 'round' | 'sha256'>[];
};

/**
 * Whether an earlier try of this very work got through, read from the record: handed in, with these photos. The photos of a 回头看 are
 * declared with its conclusion, and a relapse has begun another round.
 */
export function isThrough({ kind, photos }: Pick<WorkDraft, 'kind' | 'photos'>, hazard: Kept): boolean {
  const { stage, reopenings } = hazard;
  if (kind === 'submission' && stage !== 'submitted') return false;
  const declared = hazard.photos.filter((photo) => (kind === 'lookBack' ? photo.kind === 'lookBack' : isAfter(photo, reopenings)));
  return photos.every(({ sha256 }) => declared.some((photo) => photo.sha256 === sha256));
}

function isAfter({ kind, round }: Kept['photos'][number], reopenings: number): boolean {
  return kind === 'after' && round === reopenings;
}
