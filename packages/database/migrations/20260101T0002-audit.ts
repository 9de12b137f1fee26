import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [trail, leaves, checkpoints, rebase]) await part.execute(db);
}

/**
 * 审计轨迹: what was done, by whom, to which record, from where; appended in the same transaction and never changed. `xid` lets the
 * sealing job skip rows whose transaction may still be open. A row is seen by whoever sees its unit today, wherever that hangs now; a
 * row without a unit concerns the whole group.
 */
const trail = sql`
  create table trail (
    id uuid primary key,
    seq bigint generated always as identity unique,
    xid xid8 not null default pg_current_xact_id(),
    verb text not null,
    subject_id uuid not null,
    unit_id uuid,
    person_id uuid,
    account_id uuid,
    via text not null check (via in ('session', 'token', 'door', 'clock', 'shell')),
    from_ip text,
    before jsonb,
    after jsonb,
    at timestamptz not null
  );
  create index trail_of_subject on trail (subject_id, at desc, id desc);
  create index trail_of_person on trail (person_id, at desc, id desc);
  create index trail_of_verb on trail (verb, at desc, id desc);
  create index trail_latest on trail (at desc, id desc);
  create index trail_to_seal on trail (xid, seq);
  call house.allow('select, insert', 'trail');
  alter table trail enable row level security;
  create policy in_scope_read on trail for select using (
    (select current_setting('app.whole', true)) = 'yes'
    or exists (select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  create policy append on trail for insert with check (true)`;

/** Which place in the sealed log a row of the trail has, and the hash that stands there. Written once, by the clock. */
const leaves = sql`
  create table trail_leaves (
    leaf_index bigint primary key check (leaf_index >= 0),
    trail_id uuid not null unique,
    hash bytea not null check (octet_length(hash) = 32)
  );
  call house.allow('select, insert', 'trail_leaves');
  alter table trail_leaves enable row level security;
  create policy whole_read on trail_leaves for select using ((select current_setting('app.whole', true)) = 'yes');
  create policy by_the_clock on trail_leaves for insert with check ((select current_setting('app.clock', true)) = 'yes')`;

/** A signed promise over the first `size` leaves. (`last_xid`, `last_seq`) is the row sealed last: the next sealing begins behind it. */
const checkpoints = sql`
  create table trail_checkpoints (
    size bigint primary key check (size > 0),
    root bytea not null,
    frontier bytea[] not null,
    last_xid xid8 not null,
    last_seq bigint not null,
    note text not null,
    at timestamptz not null
  );
  call house.allow('select, insert', 'trail_checkpoints');
  alter table trail_checkpoints enable row level security;
  create policy whole_read on trail_checkpoints for select using ((select current_setting('app.whole', true)) = 'yes');
  create policy by_the_clock on trail_checkpoints for insert with check ((select current_setting('app.clock', true)) = 'yes')`;

/**
 * For a restore into another cluster, whose transaction numbers begin anew: sealed rows stand before, unsealed ones behind everything
 * that is yet to come. Neither number is ever given to a transaction. Only the owner may call it.
 */
const rebase = sql`
  create procedure house.rebase_trail() language plpgsql as $$
  begin
    update trail set xid = case when exists (select from trail_leaves where trail_id = trail.id) then '1'::xid8 else '2'::xid8 end;
    update trail_checkpoints set last_xid = '1', last_seq = (select coalesce(max(seq), 0) from trail)
    where size = (select max(size) from trail_checkpoints);
  end $$;
  revoke execute on procedure house.rebase_trail from public`;
