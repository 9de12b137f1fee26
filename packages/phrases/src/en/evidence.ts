import type { EvidenceRefusal, PhotoSize } from '@changming/domain/evidence';

export const refusals = {
  'evidence.not_found': 'No such photo, or it lies outside your branch',
  'evidence.not_arrived': 'The photo has not arrived yet',
  'evidence.id_taken': 'This id of a photo is taken; take the photo again',
  'evidence.unit_missing': 'Say which unit the photo belongs to',
  'evidence.too_large': 'A photo may have 15 MB at most',
  'evidence.hash_differs': 'The content is not what was declared; send the photo again',
  'evidence.size_differs': 'The size is not what was declared ({bytes} bytes came); send the photo again',
  'evidence.not_a_photo': 'Only JPEG, PNG and WebP photos are taken',
  'evidence.disguised': 'The file holds something besides a photo and cannot be taken',
  'evidence.unreadable': 'The photo is damaged or incomplete; take it again',
  'evidence.too_many_pixels': 'The photo has too many pixels ({width}×{height}); lower its resolution',
  'evidence.not_yours': 'Only photos that you declared yourself can be sent',
  'evidence.wrong_offset': 'The photo goes on from byte {received}',
  'evidence.past_end': 'More came than was declared ({bytes} bytes); send the photo again',
} satisfies Record<EvidenceRefusal, string>;

export const sizes = { thumb: 'Thumbnail', view: 'View', original: 'Original' } satisfies Record<PhotoSize, string>;
