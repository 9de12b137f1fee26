import { type Kysely, sql } from 'kysely';

/** 导出的文件 made in the background are of several contexts now: one table for all of them, each row saying whose it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [documents, swept]) await part.execute(db);
}

const documents = sql`
  alter table hazard_documents rename to ordered_documents;
  alter table hazard_document_parts rename to ordered_document_parts;
  alter index hazard_documents_of rename to ordered_documents_of;
  alter index hazard_documents_by_age rename to ordered_documents_by_age;
  alter table ordered_documents drop constraint hazard_documents_list_check;
  alter table ordered_documents add column context text not null default 'hazards',
    add check (case context
      when 'hazards' then list in ('ledger', 'problems', 'rectification', 'results')
      when 'inspections' then list in ('occurrences', 'plans') else false end);
  alter table ordered_documents alter column context drop default`;

const swept = sql`
  drop function house.sweep_hazard_documents;
  create function house.sweep_ordered_documents(kept_since timestamptz, tried_since timestamptz) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update ordered_documents set state = 'failed' where state = 'waiting' and asked_at < tried_since;
    with gone as (delete from ordered_documents where asked_at < kept_since returning 1) select count(*)::integer from gone $$;
  revoke execute on function house.sweep_ordered_documents from public;
  do $$ begin
    execute format('grant execute on function house.sweep_ordered_documents to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
