import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await trail.execute(db);
}

/**
 * 审计轨迹: what was done, by whom, to which record, from where; appended in the same transaction and never changed. \`xid\` lets the
 * sealing job skip rows whose transaction may still be open. A row without a unit concerns the whole group.
 */
const trail = sql`
  create table trail (
    id uuid primary key,
    seq bigint generated always as identity unique,
    xid xid8 not null default pg_current_xact_id(),
    verb text not null,
    subject_id uuid not null,
    unit_id uuid,
    unit_pos bigint,
    person_id uuid,
    account_id uuid,
    via text not null check (via in ('session', 'token', 'door', 'clock', 'shell')),
    from_ip text,
    before jsonb,
    after jsonb,
    at timestamptz not null
  );
  create index trail_of_subject on trail (subject_id, at desc);
  create index trail_of_person on trail (person_id, at desc);
  create index trail_latest on trail (at desc, id desc);
  call house.allow('select, insert', 'trail');
  alter table trail enable row level security;
  create policy in_scope_read on trail for select using (
    case when unit_pos is null then current_setting('app.whole', true) = 'yes' else unit_pos <@ (select house.read_scope()) end);
  create policy append on trail for insert with check (true)`;
