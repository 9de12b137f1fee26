import { type Kysely, sql } from 'kysely';

/**
 * 撤回: a request for an extension or to void may be taken back while nobody has decided. Whoever was to decide has the notice off the list,
 * by the clock, and a mail that still waits is dropped.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table hazard_extensions drop constraint hazard_extensions_stage_check,
      add constraint hazard_extensions_stage_check check (stage in ('asked', 'granted', 'denied', 'withdrawn'));
    alter table hazard_voidings drop constraint hazard_voidings_stage_check,
      add constraint hazard_voidings_stage_check check (stage in ('asked', 'granted', 'denied', 'withdrawn'));
    alter table notice_mails drop constraint notice_mails_state_check,
      add constraint notice_mails_state_check check (state in ('waiting', 'sent', 'given_up', 'dropped'));
    create policy closed_by_the_clock on notices for update using ((select current_setting('app.clock', true)) = 'yes');
    create index notices_unread_of_subject on notices (subject_id) where read_at is null`.execute(db);
}
