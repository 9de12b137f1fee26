import { type Kysely, sql } from 'kysely';

/**
 * A trigger function that acts with the owner's rights is for the tables of the house. Whoever may make a temporary table could hang it
 * there and have it write past the scope: the words, the history or the places of anybody's records. Triggers that hang already ask nobody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ declare
      each regprocedure;
    begin
      for each in select oid from pg_proc
        where pronamespace = 'house'::regnamespace and prosecdef and prorettype = 'trigger'::regtype loop
        execute format('revoke execute on function %s from public', each);
      end loop;
    end $$`.execute(db);
}
