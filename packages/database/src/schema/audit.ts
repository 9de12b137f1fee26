import type { Generated, JSONColumnType } from 'kysely';

export type Via = 'session' | 'token' | 'door' | 'clock' | 'shell';

export type TrailRow = {
  id: string;
  seq: Generated<number>;
  xid: Generated<string>;
  verb: string;
  subject_id: string;
  unit_id: string | null;
  person_id: string | null;
  account_id: string | null;
  via: Via;
  from_ip: string | null;
  before: JSONColumnType<Record<string, unknown>> | null;
  after: JSONColumnType<Record<string, unknown>> | null;
  at: Date;
};

export type TrailLeafRow = { leaf_index: number; trail_id: string; hash: Buffer };

export type TrailCheckpointRow = {
  size: number;
  root: Buffer;
  frontier: Buffer[];
  last_xid: string;
  last_seq: number;
  note: string;
  at: Date;
};

/** What books kept before say that somebody did. */
export type PastActRow = { id: string; verb: string; person_id: string; unit_id: string | null; subject_id: string; at: Date };

export type AuditTables = { trail: TrailRow; past_acts: PastActRow; trail_leaves: TrailLeafRow; trail_checkpoints: TrailCheckpointRow };
