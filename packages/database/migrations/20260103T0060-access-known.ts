import { type Kysely, sql } from 'kysely';

/**
 * Who stands behind a secret is asked at every request, so it is one statement in plpgsql, which keeps its plan, instead of five functions
 * in SQL that are planned anew inside each other. The answers are the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [session, token]) await part.execute(db);
}

const session = sql`
  create or replace function house.session_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid,
      seen_at timestamptz, expires_at timestamptz, shared boolean, way text, must_change boolean, changed_at timestamptz, is_demo boolean,
      totp boolean, grants jsonb, profile text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
      select s.id, a.id, a.person_id, s.seen_at, s.expires_at, s.device_id is not null, s.way, a.must_change_password,
        a.password_changed_at, a.is_demo, a.totp_sealed is not null,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'kind', g.kind, 'unitId', g.unit_id, 'from', g.from_on, 'to', g.to_on,
            'units', jsonb_build_object('lo', u.lo, 'hi', u.hi))), '[]')
          from grants g join units u on u.id = g.unit_id where g.account_id = a.id and g.ended_at is null),
        (select password_profile from access_settings)
      from sessions s join accounts a on a.id = s.account_id left join persons p on p.id = a.person_id
      where s.secret_hash = secret and s.revoked_at is null and a.disabled_at is null and (p.left_on is null or p.left_on > day);
  end $$`;

const token = sql`
  create or replace function house.token_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, scopes text[],
      narrowed boolean, ranges jsonb, expires_on date, used_at timestamptz, is_demo boolean, grants jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
      select t.id, a.id, a.person_id, t.scopes, cardinality(t.unit_ids) > 0,
        (select coalesce(jsonb_agg(jsonb_build_object('lo', u.lo, 'hi', u.hi)), '[]') from units u where u.id = any(t.unit_ids)),
        t.expires_on, t.used_at, a.is_demo,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'kind', g.kind, 'unitId', g.unit_id, 'from', g.from_on, 'to', g.to_on,
            'units', jsonb_build_object('lo', u.lo, 'hi', u.hi))), '[]')
          from grants g join units u on u.id = g.unit_id where g.account_id = a.id and g.ended_at is null)
      from tokens t join accounts a on a.id = t.account_id left join persons p on p.id = a.person_id
      where t.secret_hash = secret and t.revoked_at is null and a.disabled_at is null and (p.left_on is null or p.left_on > day);
  end $$`;
