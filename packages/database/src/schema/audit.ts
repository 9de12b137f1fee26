import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type Via = 'session' | 'token' | 'door' | 'clock' | 'shell';

export type TrailRow = {
  id: string;
  seq: Generated<number>;
  xid: Generated<string>;
  verb: string;
  subject_id: string;
  unit_id: string | null;
  unit_pos: ColumnType<number | null, number | null, never>;
  person_id: string | null;
  account_id: string | null;
  via: Via;
  from_ip: string | null;
  before: JSONColumnType<object> | null;
  after: JSONColumnType<object> | null;
  at: Date;
};

export type AuditTables = { trail: TrailRow };
