export const evidenceRefusals = [
  'evidence.not_found',
  'evidence.not_arrived',
  'evidence.id_taken',
  'evidence.unit_missing',
  'evidence.too_large',
  'evidence.hash_differs',
  'evidence.size_differs',
  'evidence.not_a_photo',
  'evidence.disguised',
  'evidence.unreadable',
  'evidence.too_many_pixels',
  'evidence.not_yours',
  'evidence.wrong_offset',
  'evidence.past_end',
] as const;

export type EvidenceRefusal = (typeof evidenceRefusals)[number];
