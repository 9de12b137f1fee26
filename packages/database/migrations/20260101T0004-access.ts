import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [settings, accounts, followers, devices, sessions, grants, tokens, assignments, keys, behind, known]) await part.execute(db);
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
  create function house.place_account() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    select coalesce((select unit_id from persons where id = new.person_id), (select id from units where parent_id is null)) into new.unit_id;
    return new;
  end $$;
  create trigger account_place before insert or update of person_id on accounts for each row execute function house.place_account();
  call house.scope_by_unit('accounts');
  call house.allow('select, insert, update', 'accounts')`;

/** A person who changes units takes the account along. */
const followers = sql`
  create function house.account_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
const behind = sql`
  create function house.grants_of(account uuid) returns table (role text, kind text, unit_id uuid, lo bigint, hi bigint, from_on date, to_on date)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select g.role, g.kind, g.unit_id, u.lo, u.hi, g.from_on, g.to_on
    from grants g join units u on u.id = g.unit_id
    where g.account_id = account and g.ended_at is null $$;
  create function house.account_by_login(login text, phone bytea) returns table (id uuid, lo bigint)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select a.id, a.unit_pos from accounts a left join persons p on p.id = a.person_id
    where a.login = lower($1) or lower(p.staff_no) = lower($1) or (phone is not null and p.phone_index = phone and p.left_on is null)
    order by a.login = lower($1) desc nulls last, lower(p.staff_no) = lower($1) desc nulls last limit 1 $$;
  create function house.account_place(account uuid) returns table (lo bigint)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select unit_pos from accounts where id = account $$;
  create function house.units_named(wanted uuid[]) returns table (id uuid, name text, code text, kind text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select id, name, code, kind from units where id = any(wanted) order by lo $$;
  create function house.person_behind(account uuid) returns table (id uuid, name text, staff_no text, unit_id uuid, unit_name text, left_on date)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select p.id, p.name, p.staff_no, p.unit_id, u.name, p.left_on
    from accounts a join persons p on p.id = a.person_id join units u on u.id = p.unit_id where a.id = account $$;
  create function house.holders_of(wanted text, sort text, day date) returns table (account_id uuid)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select distinct g.account_id from grants g join accounts a on a.id = g.account_id join units u on u.id = g.unit_id
    where g.role = wanted and g.kind = sort and g.ended_at is null and g.from_on <= day and (g.to_on is null or g.to_on >= day)
      and a.disabled_at is null and u.parent_id is null $$;
  do $$ begin
    execute format('grant execute on function house.grants_of, house.account_by_login, house.account_place, house.person_behind,
      house.units_named, house.holders_of to %I', (select value from house.facts where name = 'runtime_role'));
  end $$;
  revoke execute on function house.grants_of, house.account_by_login, house.account_place, house.person_behind, house.units_named,
    house.holders_of from public`;

/** What a presented secret stands for, by its SHA-256: one statement a request. Disabled accounts and people who left are unknown. */
const known = sql`
  create function house.grants_as_json(account uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
    select coalesce(jsonb_agg(jsonb_build_object('role', role, 'kind', kind, 'unitId', unit_id, 'from', from_on, 'to', to_on,
      'units', jsonb_build_object('lo', lo, 'hi', hi))), '[]') from house.grants_of(account) $$;
  create function house.may_enter(account uuid, day date) returns boolean language sql stable security definer
    set search_path = pg_catalog, public as $$
    select a.disabled_at is null and (p.left_on is null or p.left_on > day)
    from accounts a left join persons p on p.id = a.person_id where a.id = account $$;
  create function house.session_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, seen_at timestamptz,
      expires_at timestamptz, shared boolean, by_pin boolean, must_change boolean, changed_at timestamptz, is_demo boolean, grants jsonb,
      profile text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select s.id, a.id, a.person_id, s.seen_at, s.expires_at, s.device_id is not null, s.by_pin, a.must_change_password,
      a.password_changed_at, a.is_demo, house.grants_as_json(a.id), (select password_profile from access_settings)
    from sessions s join accounts a on a.id = s.account_id
    where s.secret_hash = secret and s.revoked_at is null and house.may_enter(a.id, day) $$;
  create function house.token_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, scopes text[],
      narrowed boolean, ranges jsonb, expires_on date, used_at timestamptz, is_demo boolean, grants jsonb)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select t.id, a.id, a.person_id, t.scopes, cardinality(t.unit_ids) > 0,
      (select coalesce(jsonb_agg(jsonb_build_object('lo', lo, 'hi', hi)), '[]') from units where units.id = any(t.unit_ids)),
      t.expires_on, t.used_at, a.is_demo, house.grants_as_json(a.id)
    from tokens t join accounts a on a.id = t.account_id
    where t.secret_hash = secret and t.revoked_at is null and house.may_enter(a.id, day) $$;
  create function house.device_known(secret bytea) returns table (id uuid, lo bigint, hi bigint, paired boolean, pairing_until timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select d.id, u.lo, u.hi, d.secret_hash is not null, d.pairing_until from shared_devices d join units u on u.id = d.unit_id
    where d.ended_at is null and (d.secret_hash = secret or d.pairing_hash = secret) $$;
  revoke execute on function house.grants_as_json, house.may_enter, house.session_known, house.token_known, house.device_known from public;
  do $$ begin
    execute format('grant execute on function house.may_enter, house.session_known, house.token_known, house.device_known to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
