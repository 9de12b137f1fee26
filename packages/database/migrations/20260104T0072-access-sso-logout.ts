import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [sessions, heard, whose, granted]) await part.execute(db);
}

/** What the identity provider calls its own session, behind a session that it opened here. */
const sessions = sql`
  alter table sessions add sso_sid text;
  create index sessions_by_sso_sid on sessions (sso_sid) where sso_sid is not null`;

/** Which logout notices were heard: each counts once. They are too old to be believed long before they are forgotten. */
const heard = sql`
  create table sso_logouts (jti_hash bytea primary key, heard_at timestamptz not null);
  alter table sso_logouts enable row level security;
  create function house.hear_sso_logout(jti bytea, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    delete from sso_logouts where heard_at < at - interval '1 day';
    insert into sso_logouts (jti_hash, heard_at) values (jti, at) on conflict do nothing;
    return found;
  end $$`;

/** The account that a notice is about: bound to that subject or, when the notice names none, that the provider's session stands behind. */
const whose = sql`
  create function house.account_by_sso_logout(issuer text, subject text, sid text) returns table (id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from accounts a
    where a.sso_issuer = $1 and case when $2 is null then exists (select from sessions s where s.account_id = a.id and s.sso_sid = $3)
      else a.sso_subject = $2 end
    limit 1 $$`;

const granted = sql`
  revoke execute on function house.hear_sso_logout, house.account_by_sso_logout from public;
  do $$ begin
    execute format('grant execute on function house.hear_sso_logout, house.account_by_sso_logout to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
