import type { PhotoType } from '@changming/domain/evidence';

import type { Generated } from 'kysely';

import type { UnitPos } from './known.ts';

export type EvidenceRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  subject_id: string | null;
  sha256: string;
  bytes: number;
  mime: PhotoType;
  uploaded_by_id: string | null;
  claimed_at: Date | null;
  claimed_latitude: number | null;
  claimed_longitude: number | null;
  taken_at: Date | null;
  latitude: number | null;
  longitude: number | null;
  width: number | null;
  height: number | null;
  declared_at: Date;
  arrived_at: Date | null;
  /** Of somebody's papers: only the room that keeps them serves it. */
  personal: Generated<boolean>;
};

/** A piece of a photo on its way; `starts` is its first byte. */
export type EvidenceChunkRow = {
  evidence_id: string;
  starts: number;
  unit_id: string;
  unit_pos: UnitPos;
  content: Buffer;
  at: Date;
};

export type EvidenceTables = { evidence: EvidenceRow; evidence_chunks: EvidenceChunkRow };
