import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [evidence, seenBefore]) await part.execute(db);
}

/** 证据: a photo declared by its hash, then arrived. `subject_id` is the record it belongs to. The content lies in the file store by hash. */
const evidence = sql`
  create table evidence (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    subject_id uuid,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer not null check (bytes > 0),
    mime text not null,
    uploaded_by_id uuid,
    claimed_at timestamptz,
    claimed_latitude double precision,
    claimed_longitude double precision,
    taken_at timestamptz,
    latitude double precision,
    longitude double precision,
    width integer,
    height integer,
    declared_at timestamptz not null,
    arrived_at timestamptz
  );
  create index evidence_by_hash on evidence (sha256) where arrived_at is not null;
  create index evidence_of_subject on evidence (subject_id, sha256);
  create index evidence_of_branch on evidence (unit_pos);
  call house.scope_by_unit('evidence');
  call house.allow('select, insert, update', 'evidence')`;

/**
 * The group lookup: whether the very same photo was seen before under another record, anywhere in the group. Within the session's
 * scope it names the record; of another branch it says nothing but that, and the day.
 */
const seenBefore = sql`
  create function house.evidence_seen_before(wanted text[], except_subject uuid)
    returns table (sha256 text, subject_id uuid, seen_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct on (e.sha256) e.sha256,
      case when e.unit_pos <@ house.read_scope() then e.subject_id end,
      (e.arrived_at at time zone 'Asia/Shanghai')::date
    from evidence e
    where e.sha256 = any(wanted[1:200]) and e.arrived_at is not null and e.subject_id is distinct from except_subject
      and house.read_scope() is not null
    order by e.sha256, (e.unit_pos <@ house.read_scope()) desc, e.arrived_at $$;
  revoke execute on function house.evidence_seen_before from public;
  do $$ begin
    execute format('grant execute on function house.evidence_seen_before to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
