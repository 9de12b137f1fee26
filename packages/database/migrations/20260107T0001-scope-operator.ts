import { type Kysely, sql } from 'kysely';

/**
 * The scope of row-level security by an operator that tells the planner the truth: a query asks for its branch itself, so the policy takes hardly a row away. PostgreSQL's own `<@`
 * guesses that it leaves one row in two hundred, and then lists of a branch were sorted as a whole instead of walked in order. Policies there are, and those to come, use it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [operator, makers, policies]) await part.execute(db);
}

const operator = sql`
  create operator house.<@ (leftarg = anyelement, rightarg = anymultirange, function = elem_contained_by_multirange, restrict = neqsel)`;

/** The functions of the house that make policies. */
const makers = sql`
  do $$
  declare
    maker text;
  begin
    for maker in select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'house'::regnamespace and p.prosrc like '%create policy%' and p.prosrc like '%<@%'
    loop
      execute replace(maker, '<@', 'operator(house.<@)');
    end loop;
  end $$`;

const policies = sql`
  do $$
  declare
    each record;
  begin
    for each in select tablename, policyname, replace(qual, '<@', 'operator(house.<@)') as shown, replace(with_check, '<@', 'operator(house.<@)') as kept
      from pg_policies where schemaname = 'public' and (qual like '%<@%' or with_check like '%<@%')
    loop
      execute format('alter policy %I on %I', each.policyname, each.tablename)
        || coalesce(' using (' || each.shown || ')', '') || coalesce(' with check (' || each.kept || ')', '');
    end loop;
  end $$`;
