import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [ways, scans, outside, recovery, known, bySso]) await part.execute(db);
}

/** How the session was opened decides what it opens. */
const ways = sql`
  alter table sessions add way text not null default 'password' check (way in ('password', 'pin', 'scan', 'sso'));
  update sessions set way = 'pin' where by_pin;
  drop function house.session_known;
  alter table sessions drop by_pin`;

/** 扫码登录: the code that a session shows for a phone, once and for minutes. Ending the session ends the code. */
const scans = sql`
  alter table sessions add scan_hash bytea, add scan_until timestamptz, add check ((scan_hash is null) = (scan_until is null));
  create unique index sessions_by_scan on sessions (scan_hash) where scan_hash is not null`;

/** 统一身份: who the account is at the identity provider. */
const outside = sql`
  alter table accounts add sso_issuer text, add sso_subject text, add check ((sso_issuer is null) = (sso_subject is null));
  create unique index accounts_by_sso on accounts (sso_issuer, sso_subject) where sso_subject is not null`;

/** 恢复码: each lets in once in place of the authenticator; only keyed hashes are kept. */
const recovery = sql`alter table accounts add recovery_hashes bytea[] not null default '{}'`;

const known = sql`
  create function house.session_known(secret bytea, day date) returns table (id uuid, account_id uuid, person_id uuid, seen_at timestamptz,
      expires_at timestamptz, shared boolean, way text, must_change boolean, changed_at timestamptz, is_demo boolean, totp boolean,
      grants jsonb, profile text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, a.id, a.person_id, s.seen_at, s.expires_at, s.device_id is not null, s.way, a.must_change_password,
      a.password_changed_at, a.is_demo, a.totp_sealed is not null, house.grants_as_json(a.id), (select password_profile from access_settings)
    from sessions s join accounts a on a.id = s.account_id
    where s.secret_hash = secret and s.revoked_at is null and house.may_enter(a.id, day) $$;
  revoke execute on function house.session_known from public;
  do $$ begin
    execute format('grant execute on function house.session_known to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** The account that is bound to somebody at the identity provider; failing that, the account of the person with this 工号. */
const bySso = sql`
  create function house.account_by_sso(issuer text, subject text, staff_no text) returns table (id uuid, bound boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, coalesce(a.sso_issuer = $1 and a.sso_subject = $2, false) as bound
    from accounts a left join persons p on p.id = a.person_id
    where (a.sso_issuer = $1 and a.sso_subject = $2) or ($3 is not null and lower(p.staff_no) = lower($3))
    order by bound desc limit 1 $$;
  revoke execute on function house.account_by_sso from public;
  do $$ begin
    execute format('grant execute on function house.account_by_sso to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
