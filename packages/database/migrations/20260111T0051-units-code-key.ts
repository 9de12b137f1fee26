import { type Kysely, sql } from 'kysely';

/** A code is taken also in other letters: `aud1` beside `AUD1` would be a second unit that nobody can tell from the first. Where a house has such a pair already, it stays as it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from units group by lower(code) having count(*) > 1) then
        create unique index units_code_in_any_letters on units (lower(code));
      end if;
    end $$`.execute(db);
}
