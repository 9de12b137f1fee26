import { type Kysely, sql } from 'kysely';

/**
 * Scores that were there before the counts of their units were kept are given them by the worker, once. Nothing else of a result ever
 * changes. The index finds those that are still without.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [unfilled, once]) await part.execute(db);
}

const unfilled = sql`
  create index assessment_results_unfilled on assessment_results (run_id, unit_id) where member_counts is null and cardinality(members) > 1`;

const once = sql`
  create function house.keep_result() returns trigger language plpgsql as $$
  begin
    if old.member_counts is not null then raise exception 'the counts of a result are kept once' using errcode = '23514'; end if;
    return new;
  end $$;
  create trigger keep_result before update of member_counts on assessment_results for each row execute function house.keep_result();
  call house.allow('update (member_counts)', 'assessment_results')`;
