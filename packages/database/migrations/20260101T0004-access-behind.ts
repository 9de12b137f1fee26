import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [behind, known]) await part.execute(db);
}

/** Who stands behind an account: asked before there is any scope, hence definer functions with a fixed search path. */
const behind = sql`
  create function house.grants_of(account uuid) returns table (role text, kind text, unit_id uuid, lo bigint, hi bigint, from_on date, to_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select g.role, g.kind, g.unit_id, u.lo, u.hi, g.from_on, g.to_on
    from grants g join units u on u.id = g.unit_id
    where g.account_id = account and g.ended_at is null $$;
  create function house.account_by_login(login text, phone bytea) returns table (id uuid, lo bigint, password_hash text,
      failures integer, last_failed_at timestamptz, pin_hash text, pin_failures integer, pin_failed_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, a.unit_pos, a.password_hash, a.failures, a.last_failed_at, a.pin_hash, a.pin_failures, a.pin_failed_at
    from accounts a left join persons p on p.id = a.person_id
    where a.login = lower($1) or lower(p.staff_no) = lower($1) or (phone is not null and p.phone_index = phone and p.left_on is null)
    order by a.login = lower($1) desc nulls last, lower(p.staff_no) = lower($1) desc nulls last limit 1 $$;
  create function house.account_place(account uuid) returns table (lo bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select unit_pos from accounts where id = account $$;
  create function house.ranges_of(wanted uuid[]) returns table (lo bigint, hi bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select lo, hi from units where id = any(wanted) $$;
  create function house.units_named(wanted uuid[]) returns table (id uuid, name text, code text, kind text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select id, name, code, kind from units where id = any(wanted) order by lo $$;
  create function house.person_behind(account uuid) returns table (id uuid, name text, staff_no text, unit_id uuid, unit_name text, left_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.id, p.name, p.staff_no, p.unit_id, u.name, p.left_on
    from accounts a join persons p on p.id = a.person_id join units u on u.id = p.unit_id where a.id = account $$;
  create function house.holders_of(wanted text, sort text, day date) returns table (account_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct g.account_id from grants g join accounts a on a.id = g.account_id join units u on u.id = g.unit_id
    where g.role = wanted and g.kind = sort and g.ended_at is null and g.from_on <= day and (g.to_on is null or g.to_on >= day)
      and a.disabled_at is null and u.parent_id is null $$;
  do $$ begin
    execute format('grant execute on function house.grants_of, house.account_by_login, house.account_place, house.person_behind,
      house.units_named, house.holders_of, house.ranges_of to %I', (select value from house.facts where name = 'runtime_role'));
  end $$;
  revoke execute on function house.grants_of, house.account_by_login, house.account_place, house.person_behind, house.units_named,
    house.holders_of, house.ranges_of from public`;

/** What a presented secret stands for, by its SHA-256: one statement a request. Disabled accounts and people who left are unknown. */
const known = sql`
  create function house.grants_as_json(account uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object('role', role, 'kind', kind, 'unitId', unit_id, 'from', from_on, 'to', to_on,
      'units', jsonb_build_object('lo', lo, 'hi', hi))), '[]') from house.grants_of(account) $$;
  create function house.may_enter(account uuid, day date) returns boolean language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select a.disabled_at is null and (p.left_on is null or p.left_on > day)
    from accounts a left join persons p on p.id = a.person_id where a.id = account $$;
  create function house.session_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, seen_at timestamptz,
      expires_at timestamptz, shared boolean, by_pin boolean, must_change boolean, changed_at timestamptz, is_demo boolean, grants jsonb,
      profile text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, a.id, a.person_id, s.seen_at, s.expires_at, s.device_id is not null, s.by_pin, a.must_change_password,
      a.password_changed_at, a.is_demo, house.grants_as_json(a.id), (select password_profile from access_settings)
    from sessions s join accounts a on a.id = s.account_id
    where s.secret_hash = secret and s.revoked_at is null and house.may_enter(a.id, day) $$;
  create function house.token_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, scopes text[],
      narrowed boolean, ranges jsonb, expires_on date, used_at timestamptz, is_demo boolean, grants jsonb)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.id, a.id, a.person_id, t.scopes, cardinality(t.unit_ids) > 0,
      (select coalesce(jsonb_agg(jsonb_build_object('lo', lo, 'hi', hi)), '[]') from units where units.id = any(t.unit_ids)),
      t.expires_on, t.used_at, a.is_demo, house.grants_as_json(a.id)
    from tokens t join accounts a on a.id = t.account_id
    where t.secret_hash = secret and t.revoked_at is null and house.may_enter(a.id, day) $$;
  create function house.device_known(secret bytea) returns table (id uuid, lo bigint, hi bigint, paired boolean, pairing_until timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.id, u.lo, u.hi, d.secret_hash is not null, d.pairing_until from shared_devices d join units u on u.id = d.unit_id
    where d.ended_at is null and (d.secret_hash = secret or d.pairing_hash = secret) $$;
  revoke execute on function house.grants_as_json, house.may_enter, house.session_known, house.token_known, house.device_known from public;
  do $$ begin
    execute format('grant execute on function house.may_enter, house.session_known, house.token_known, house.device_known to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
