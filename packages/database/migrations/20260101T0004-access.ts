import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [accounts, sessions, grants, tokens, assignments, keys, identify]) await part.execute(db);
}

const accounts = sql`
  create table accounts (
    id uuid primary key,
    person_id uuid unique references persons,
    login text unique check (login = lower(login)),
    password_hash text not null,
    password_changed_at timestamptz not null,
    must_change_password boolean not null default true,
    former_hashes text[] not null default '{}',
    totp_sealed bytea,
    pin_hash text,
    failures integer not null default 0,
    last_failed_at timestamptz,
    disabled_at timestamptz,
    is_demo boolean not null default false,
    created_at timestamptz not null
  );
  call house.allow('select, insert, update', 'accounts')`;

/** Only the SHA-256 of a session's secret is kept. */
const sessions = sql`
  create table sessions (
    id uuid primary key,
    account_id uuid not null references accounts,
    secret_hash bytea not null unique,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    from_ip text,
    user_agent text
  );
  create index sessions_of_account on sessions (account_id, created_at desc);
  call house.allow('select, insert, update', 'sessions');
  create table sign_in_attempts (
    id uuid primary key,
    key text not null,
    at timestamptz not null
  );
  create index sign_in_attempts_recent on sign_in_attempts (key, at desc);
  call house.allow('select, insert, delete', 'sign_in_attempts')`;

const grants = sql`
  create table grants (
    id uuid primary key,
    account_id uuid not null references accounts,
    role text not null,
    kind text not null check (kind in ('enter', 'analyse', 'approve')),
    unit_id uuid not null references units,
    from_on date not null,
    to_on date check (to_on >= from_on),
    granted_by uuid,
    granted_at timestamptz not null,
    ended_at timestamptz
  );
  create index grants_of_account on grants (account_id);
  create unique index grants_once on grants (account_id, role, kind, unit_id) where ended_at is null;
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
    language sql stable security definer set search_path = pg_catalog, public as $$
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

/** Who stands behind an account: asked before there is any scope, hence definer functions with a fixed search path. */
const identify = sql`
  create function house.grants_of(account uuid) returns table (role text, kind text, unit_id uuid, lo bigint, hi bigint, from_on date, to_on date)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select g.role, g.kind, g.unit_id, u.lo, u.hi, g.from_on, g.to_on
    from grants g join units u on u.id = g.unit_id
    where g.account_id = account and g.ended_at is null $$;
  create function house.account_by_login(login text, phone bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select a.id from accounts a left join persons p on p.id = a.person_id
    where a.login = lower($1) or lower(p.staff_no) = lower($1) or (phone is not null and p.phone_index = phone and p.left_on is null)
    order by a.login = lower($1) desc nulls last, lower(p.staff_no) = lower($1) desc nulls last limit 1 $$;
  create function house.ranges_of(wanted uuid[]) returns table (lo bigint, hi bigint)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select lo, hi from units where id = any(wanted) $$;
  create function house.units_named(wanted uuid[]) returns table (id uuid, name text, code text, kind text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select id, name, code, kind from units where id = any(wanted) order by lo $$;
  create function house.person_behind(account uuid) returns table (id uuid, name text, staff_no text, unit_id uuid, unit_name text, left_on date)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select p.id, p.name, p.staff_no, p.unit_id, u.name, p.left_on
    from accounts a join persons p on p.id = a.person_id join units u on u.id = p.unit_id where a.id = account $$;
  do $$ begin
    execute format('grant execute on function house.grants_of, house.account_by_login, house.person_behind, house.ranges_of, house.units_named to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$;
  revoke execute on function house.grants_of, house.account_by_login, house.person_behind, house.ranges_of, house.units_named from public`;
