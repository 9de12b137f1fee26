import { type Kysely, sql } from 'kysely';

/** 导出的文件 made in the background may be 事件台账 and 整改措施台账 too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await lists.execute(db);
}

const lists = sql`
  alter table ordered_documents drop constraint ordered_documents_check;
  alter table ordered_documents add constraint ordered_documents_list_check check (case context
    when 'hazards' then list in ('ledger', 'problems', 'rectification', 'results')
    when 'inspections' then list in ('occurrences', 'plans')
    when 'incidents' then list = 'ledger'
    when 'actions' then list = 'ledger' else false end)`;
