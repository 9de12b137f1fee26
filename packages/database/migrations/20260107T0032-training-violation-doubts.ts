import { type Kysely, sql } from 'kysely';

/**
 * 存疑: what a phone told that cannot be quite so. Its clock ran ahead, so that the record counts from when it arrived and what the phone said
 * stands here; or the person had left by the day on which it was found. The record is taken all the same, and somebody looks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table violation_doubts (
      violation_id uuid primary key references violations,
      unit_id uuid not null references units,
      unit_pos bigint not null,
      doubts text[] not null check (doubts <@ array['clockAhead', 'afterLeaving'] and cardinality(doubts) > 0),
      claimed_at timestamptz not null,
      recorded_at timestamptz not null
    );
    call house.scope_by_unit('violation_doubts');
    call house.allow('select, insert', 'violation_doubts')`.execute(db);
}
