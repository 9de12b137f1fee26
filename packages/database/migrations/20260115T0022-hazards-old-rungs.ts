import { type Kysely, sql } from 'kysely';

/**
 * Rungs of the ladder that were told before the course of a hazard kept them are marked, so that a job may write them down from the notices
 * that were delivered: whom they reached stands there. A reminder ahead of the deadline never left a record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table hazard_reminders add column unwritten boolean not null default false;
    update hazard_reminders r set unwritten = true
    where r.on_day > split_part(r.rule, ':', 2)::date and not exists (
      select from hazard_events e where e.hazard_id = r.hazard_id and e.step in ('remind', 'escalate')
        and e.facts ->> 'rule' = split_part(r.rule, ':', 1) and e.facts ->> 'dueOn' = split_part(r.rule, ':', 2)
        and (e.facts ->> 'days')::int = r.on_day - split_part(r.rule, ':', 2)::date);
    create index hazard_reminders_unwritten on hazard_reminders (hazard_id, rule, on_day) where unwritten;
    call house.allow('update (unwritten)', 'hazard_reminders')`.execute(db);
}
