import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await byCode.execute(db);
}

/**
 * 扫码签到: the session that a QR code stands for, wherever it is held, and whether this person may sign in there: on its list, or working in
 * the branch of the unit that holds it.
 */
const byCode = sql`
  create function house.training_by_code(given text, person uuid) returns table (id uuid, lo bigint, welcome boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, s.unit_pos,
      exists (select from training_attendance a where a.session_id = s.id and a.person_id = person)
        or exists (select from persons p join units u on p.unit_pos between u.lo and u.hi
          where p.id = person and p.left_on is null and u.id = s.unit_id)
    from training_sessions s where s.code = given $$;
  revoke execute on function house.training_by_code from public;
  do $$ begin
    execute format('grant execute on function house.training_by_code to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
