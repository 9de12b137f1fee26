import type { Kind, PasswordProfile, Permission, Role, SessionEntry, SignInWay } from '@changming/domain/access';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

/** Set by a trigger from the person, or from the group when there is none; nobody writes it. */
type OfPerson = ColumnType<string, never, never>;

export type AccessSettingsRow = { id: string; password_profile: PasswordProfile; version: Generated<number> };

export type AccountRow = {
  id: string;
  person_id: string | null;
  unit_id: OfPerson;
  unit_pos: UnitPos;
  login: string | null;
  password_hash: string;
  password_changed_at: Date;
  password_until: Date | null;
  must_change_password: Generated<boolean>;
  former_hashes: Generated<string[]>;
  totp_sealed: Buffer | null;
  totp_pending: Buffer | null;
  totp_step: number | null;
  pin_hash: string | null;
  pin_failures: Generated<number>;
  pin_failed_at: Date | null;
  failures: Generated<number>;
  last_failed_at: Date | null;
  disabled_at: Date | null;
  is_demo: Generated<boolean>;
  sso_issuer: string | null;
  sso_subject: string | null;
  recovery_hashes: Generated<Buffer[]>;
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
  device_id: string | null;
  way: Generated<SignInWay>;
  entry: Generated<SessionEntry>;
  /** What the identity provider calls its session; null unless it opened this one. */
  sso_sid: Generated<string | null>;
  scan_hash: Buffer | null;
  scan_until: Date | null;
  from_ip: string | null;
  user_agent: string | null;
};

export type SharedDeviceRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  name: string;
  pairing_hash: Buffer | null;
  pairing_until: Date | null;
  secret_hash: Buffer | null;
  created_by: string | null;
  created_at: Date;
  paired_at: Date | null;
  ended_at: Date | null;
};

export type GrantRow = {
  id: string;
  account_id: string;
  role: Role;
  kind: Kind;
  unit_id: string;
  unit_pos: UnitPos;
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
  access_settings: AccessSettingsRow;
  shared_devices: SharedDeviceRow;
  assignments: AssignmentRow;
  idempotency_keys: IdempotencyKeyRow;
  accounts: AccountRow;
  sessions: SessionRow;
  sign_in_attempts: { id: string; key: string; at: Date };
  grants: GrantRow;
  grants_history: Known<GrantRow>;
  tokens: TokenRow;
};
