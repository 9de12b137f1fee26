import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [settings, accounts, followers, devices, sessions, grants, tokens, assignments, keys]) await part.execute(db);
}

/** One row: which password rules the house keeps. */
const settings = sql`
  create table access_settings (
    id uuid primary key,
    password_profile text not null check (password_profile in ('dengbao', 'asvs')),
    version integer not null default 1
  );
  create unique index access_settings_one on access_settings ((true));
  insert into access_settings values (gen_random_uuid(), 'dengbao', 1);
  call house.allow('select, update', 'access_settings')`;

/** The unit of an account is its person's, set by a trigger; an account without a person belongs to the group. */
const accounts = sql`
  create table accounts (
    id uuid primary key,
    person_id uuid unique references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    login text unique check (login = lower(login)),
    password_hash text not null,
    password_changed_at timestamptz not null,
    password_until timestamptz,
    must_change_password boolean not null default true,
    former_hashes text[] not null default '{}',
    totp_sealed bytea,
    totp_pending bytea,
    totp_step bigint,
    pin_hash text,
    pin_failures integer not null default 0,
    pin_failed_at timestamptz,
    failures integer not null default 0,
    last_failed_at timestamptz,
    disabled_at timestamptz,
    is_demo boolean not null default false,
    created_at timestamptz not null
  );
  create index accounts_of_branch on accounts (unit_pos, id);
  create function house.place_account() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    select coalesce((select unit_id from persons where id = new.person_id), (select id from units where parent_id is null)) into new.unit_id;
    return new;
  end $$;
  create trigger account_place before insert or update of person_id on accounts for each row execute function house.place_account();
  call house.scope_by_unit('accounts');
  call house.allow('select, insert, update', 'accounts')`;

/** A person who changes units takes the account along. */
const followers = sql`
  create function house.account_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update accounts set unit_id = new.unit_id where person_id = new.id;
    return null;
  end $$;
  create trigger account_follows after update of unit_id on persons for each row
    when (old.unit_id is distinct from new.unit_id) execute function house.account_follows()`;

/** 共用手机: paired once with a code that lives minutes; afterwards it holds a secret of its own, of which only the SHA-256 is kept. */
const devices = sql`
  create table shared_devices (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    name text not null,
    pairing_hash bytea unique,
    pairing_until timestamptz,
    secret_hash bytea unique,
    created_by uuid,
    created_at timestamptz not null,
    paired_at timestamptz,
    ended_at timestamptz
  );
  create index shared_devices_of_branch on shared_devices (unit_pos, id);
  call house.scope_by_unit('shared_devices');
  call house.allow('select, insert, update', 'shared_devices')`;

/** Only the SHA-256 of a session's secret is kept. A session on a shared device names it. */
const sessions = sql`
  create table sessions (
    id uuid primary key,
    account_id uuid not null references accounts,
    secret_hash bytea not null unique,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    device_id uuid references shared_devices,
    by_pin boolean not null default false,
    from_ip text,
    user_agent text
  );
  create index sessions_of_account on sessions (account_id, created_at desc);
  create index sessions_of_device on sessions (device_id) where device_id is not null;
  create index sessions_by_age on sessions (expires_at);
  call house.allow('select, insert, update, delete', 'sessions');
  create table sign_in_attempts (
    id uuid primary key,
    key text not null,
    at timestamptz not null
  );
  create index sign_in_attempts_recent on sign_in_attempts (key, at desc);
  create index sign_in_attempts_by_age on sign_in_attempts (at);
  call house.allow('select, insert, delete', 'sign_in_attempts')`;

const grants = sql`
  create table grants (
    id uuid primary key,
    account_id uuid not null references accounts,
    role text not null,
    kind text not null check (kind in ('enter', 'analyse', 'approve')),
    unit_id uuid not null references units,
    unit_pos bigint not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    granted_by uuid,
    granted_at timestamptz not null,
    ended_at timestamptz
  );
  create index grants_of_account on grants (account_id);
  create unique index grants_once on grants (account_id, role, kind, unit_id) where ended_at is null;
  create index grants_of_branch on grants (unit_pos, id) where ended_at is null;
  call house.scope_by_unit('grants');
  call house.ends_with_unit('grants');
  call house.versioned('grants');
  call house.allow('select, insert, update', 'grants')`;

const tokens = sql`
  create table tokens (
    id uuid primary key,
    account_id uuid not null references accounts,
    name text not null,
    prefix text not null,
    secret_hash bytea not null unique,
    scopes text[] not null,
    unit_ids uuid[] not null default '{}',
    expires_on date not null,
    created_at timestamptz not null,
    created_by uuid,
    used_at timestamptz,
    revoked_at timestamptz
  );
  create index tokens_of_account on tokens (account_id);
  call house.allow('select, insert, update', 'tokens')`;

/** 指派: one person may do one thing to one record of another branch until a day. It never widens a list. */
const assignments = sql`
  create table assignments (
    id uuid primary key,
    subject_id uuid not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    verb text not null,
    until_on date not null,
    ended_at timestamptz
  );
  create index assignments_of_person on assignments (person_id, subject_id);
  call house.scope_by_unit('assignments');
  call house.allow('select, insert, update', 'assignments');
  create function house.assigned_place(person uuid, subject uuid, wanted text, day date) returns table (lo bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select u.lo from assignments a join units u on u.id = a.unit_id
    where a.person_id = person and a.subject_id = subject and a.verb = wanted and a.until_on >= day and a.ended_at is null limit 1 $$;
  revoke execute on function house.assigned_place from public;
  do $$ begin
    execute format('grant execute on function house.assigned_place to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** Idempotency-Key: what the first request of a key was answered, kept beside its effect. */
const keys = sql`
  create table idempotency_keys (
    owner text not null,
    verb text not null,
    key text not null check (length(key) between 8 and 200),
    fingerprint text not null,
    answer jsonb,
    at timestamptz not null,
    primary key (owner, verb, key)
  );
  create index idempotency_keys_by_age on idempotency_keys (at);
  call house.allow('select, insert, update, delete', 'idempotency_keys')`;
