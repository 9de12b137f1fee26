import type { Kind, Permission, Role } from '@changming/domain/access';
import type { Generated, JSONColumnType } from 'kysely';

import type { Known } from './known.ts';
import type { UnitPos } from './workforce.ts';

export type AccountRow = {
  id: string;
  person_id: string | null;
  login: string | null;
  password_hash: string;
  password_changed_at: Date;
  must_change_password: Generated<boolean>;
  former_hashes: Generated<string[]>;
  totp_sealed: Buffer | null;
  pin_hash: string | null;
  failures: Generated<number>;
  last_failed_at: Date | null;
  disabled_at: Date | null;
  is_demo: Generated<boolean>;
  created_at: Date;
};

export type SessionRow = {
  id: string;
  account_id: string;
  secret_hash: Buffer;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  from_ip: string | null;
  user_agent: string | null;
};

export type GrantRow = {
  id: string;
  account_id: string;
  role: Role;
  kind: Kind;
  unit_id: string;
  from_on: string;
  to_on: string | null;
  granted_by: string | null;
  granted_at: Date;
  ended_at: Date | null;
};

export type TokenRow = {
  id: string;
  account_id: string;
  name: string;
  prefix: string;
  secret_hash: Buffer;
  scopes: Permission[];
  unit_ids: Generated<string[]>;
  expires_on: string;
  created_at: Date;
  created_by: string | null;
  used_at: Date | null;
  revoked_at: Date | null;
};

export type AssignmentRow = {
  id: string;
  subject_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  person_id: string;
  verb: Permission;
  until_on: string;
  ended_at: Date | null;
};

export type IdempotencyKeyRow = {
  owner: string;
  verb: string;
  key: string;
  fingerprint: string;
  answer: JSONColumnType<object> | null;
  at: Date;
};

export type AccessTables = {
  assignments: AssignmentRow;
  idempotency_keys: IdempotencyKeyRow;
  accounts: AccountRow;
  sessions: SessionRow;
  sign_in_attempts: { id: string; key: string; at: Date };
  grants: GrantRow;
  grants_history: Known<GrantRow>;
  tokens: TokenRow;
};
