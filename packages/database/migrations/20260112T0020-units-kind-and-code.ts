import { type Kysely, sql } from 'kysely';

/** 变更类型、更换代码: a unit that exists may get the kind and the code that a file tells, each a line of its changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table unit_changes drop constraint unit_changes_act_check,
      add constraint unit_changes_act_check
        check (act in ('create', 'rename', 'move', 'merge', 'split', 'close', 'retype', 'recode'))`.execute(db);
}
