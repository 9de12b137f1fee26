import type { PhotoSize } from '@changming/domain/evidence';

/** Where a photo is served; `hazardId` lets in whoever was assigned this one hazard of another branch. */
export function photoAddress(evidenceId: string, size: PhotoSize, hazardId: string): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${hazardId}`;
}
