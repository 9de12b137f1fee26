import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [actions, beside, told, names, left]) await part.execute(db);
}

/**
 * 整改措施 of whatever asks for one: \`subject_id\` is the record of the context \`origin\`. One stands where its doer works, if that lies below
 * the unit of the record. Whoever did it does not verify it; that is decided by who takes the step, because both may hand over.
 */
const actions = sql`
  create table actions (
    id uuid primary key,
    seq bigint generated always as identity,
    number text generated always as (
      'A-' || extract(year from opened_on)::int::text || '-' || lpad(seq::text, greatest(6, length(seq::text)), '0')) stored,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    origin text not null check (origin in ('incidents', 'drills', 'meetings', 'inspections', 'actions')),
    subject_id uuid,
    kind text not null check (kind in ('engineering', 'management', 'training', 'ppe', 'emergency')),
    title text not null,
    detail text,
    owner_id uuid not null references persons,
    verifier_id uuid references persons,
    due_on date not null,
    /* The deadline before it was extended. */
    extended_from_on date,
    state text not null default 'assigned' check (state in ('assigned', 'submitted', 'returned', 'done', 'cancelled')),
    opened_by_id uuid references persons,
    opened_on date not null,
    /* Of the last submission, and everybody who ever submitted. */
    submitted_on date,
    submitted_at timestamptz,
    doer_ids uuid[] not null default '{}',
    result text,
    returns integer not null default 0,
    verified_by_id uuid references persons,
    done_on date,
    opinion text,
    cancelled_by_id uuid references persons,
    cancelled_on date,
    reason text,
    /* 效果评估: owed on a day if it was asked for. */
    effect_due_on date,
    effect text check (effect in ('effective', 'ineffective')),
    effect_on date,
    effect_by_id uuid references persons,
    effect_note text,
    version integer not null default 1,
    check ((origin = 'actions') = (subject_id is null)),
    check ((state = 'done') = (done_on is not null)),
    check ((state = 'cancelled') = (cancelled_on is not null)),
    check ((effect is null) = (effect_on is null))
  );
  create index actions_of_branch on actions (unit_pos, due_on, id);
  create index actions_of_subject on actions (subject_id) where subject_id is not null;
  create index actions_of_owner on actions (owner_id, state, due_on);
  create index actions_of_verifier on actions (verifier_id, state);
  create index actions_open on actions (due_on, id) where state in ('assigned', 'returned', 'submitted');
  create index actions_effect on actions (effect_due_on, id) where effect_due_on is not null and effect is null and state = 'done';
  call house.scope_by_unit('actions');
  call house.follows_unit('actions', 'state in (''assigned'', ''returned'', ''submitted'')');
  call house.duty('actions', 'owner_id', 'state in (''assigned'', ''returned'', ''submitted'')');
  call house.duty('actions', 'verifier_id', 'state in (''assigned'', ''returned'', ''submitted'')');
  call house.versioned('actions', '{seq,number,version}');
  call house.allow('select, insert, update', 'actions')`;

/** What happened to an action, the photos that prove it, and requests for more time: facts that stay. */
const beside = sql`
  create table action_steps (
    id uuid primary key,
    seq bigint generated always as identity,
    action_id uuid not null references actions,
    step text not null,
    by_id uuid references persons,
    at timestamptz not null,
    note text,
    facts jsonb not null default '{}'
  );
  create index action_steps_of_action on action_steps (action_id, seq);

  /* Declared by hash with a submission; the photo itself is the evidence of that hash and arrives when it arrives. */
  create table action_photos (
    action_id uuid not null references actions,
    round integer not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at integer not null,
    declared_by_id uuid references persons,
    declared_at timestamptz not null,
    primary key (action_id, round, sha256)
  );

  create table action_extensions (
    id uuid primary key,
    action_id uuid not null references actions,
    from_on date not null,
    to_on date not null check (to_on > from_on),
    reason text not null,
    asked_by_id uuid references persons,
    asked_on date not null,
    granted boolean,
    decided_by_id uuid references persons,
    decided_on date,
    note text,
    check ((granted is null) = (decided_on is null))
  );
  create index action_extensions_of_action on action_extensions (action_id, asked_on);
  create unique index action_extensions_open on action_extensions (action_id) where granted is null;

  do $$
  declare
    target text;
  begin
    foreach target in array '{action_steps,action_photos,action_extensions}'::text[] loop
      execute format('alter table %I enable row level security', target);
      execute format('create policy of_visible on %I for select using (
        (select house.sees_all()) or exists (select from actions a where a.id = action_id))', target);
      execute format('create policy of_own_insert on %I for insert with check (exists (
        select from actions a where a.id = action_id and a.unit_pos <@ (select house.write_scope())))', target);
      execute format('create policy of_own_update on %I for update using (exists (
        select from actions a where a.id = action_id and a.unit_pos <@ (select house.write_scope())))', target);
    end loop;
  end $$;
  call house.allow('select, insert', 'action_steps');
  call house.allow('select, insert', 'action_photos');
  call house.allow('select, insert, update', 'action_extensions')`;

/** Each telling once: (action, what is owed, its day, days after it). */
const told = sql`
  create table action_reminders (
    action_id uuid not null references actions,
    owed text not null check (owed in ('work', 'verification', 'effect')),
    due_on date not null,
    days integer not null,
    told_at timestamptz not null,
    primary key (action_id, owed, due_on, days)
  );
  alter table action_reminders enable row level security;
  create policy by_the_clock on action_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'action_reminders')`;

/** Whoever sees an action sees by name who has to do with it, from whichever branch they are. */
const names = sql`
  create function house.names_on_actions(ids uuid[]) returns table (person_id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (select * from actions a where a.id = any(ids) and a.unit_pos <@ house.read_scope())
    select p.id, p.name from persons p where p.id in (
      select unnest(array[owner_id, verifier_id, opened_by_id, verified_by_id, cancelled_by_id, effect_by_id] || doer_ids) from seen
      union select s.by_id from action_steps s join seen on seen.id = s.action_id
      union select x.asked_by_id from action_extensions x join seen on seen.id = x.action_id
      union select x.decided_by_id from action_extensions x join seen on seen.id = x.action_id) $$;
  revoke execute on function house.names_on_actions from public;
  do $$ begin
    execute format('grant execute on function house.names_on_actions to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** What is left of the actions of a record, as far as the session sees them: whoever closes the record asks this. Cancelled ones owe nothing. */
const left = sql`
  create function house.actions_of(subjects uuid[])
    returns table (subject_id uuid, asked integer, done integer, cancelled integer, open integer, overdue integer)
    language sql stable as $$
    select a.subject_id, count(*)::integer, count(*) filter (where a.state = 'done')::integer,
      count(*) filter (where a.state = 'cancelled')::integer,
      count(*) filter (where a.state not in ('done', 'cancelled'))::integer,
      count(*) filter (where a.state in ('assigned', 'returned') and a.due_on < (house.at() at time zone 'Asia/Shanghai')::date)::integer
    from actions a where a.subject_id = any(subjects) group by a.subject_id $$`;
