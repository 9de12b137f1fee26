export type PictureOf = {
  readonly evidenceId: string;
  /** The record it belongs to; it opens the photo to whoever was assigned that record. */
  readonly subject: string;
  readonly size: 'thumb' | 'view';
};

export function evidenceAddress({ evidenceId, subject, size }: PictureOf): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${subject}`;
}
