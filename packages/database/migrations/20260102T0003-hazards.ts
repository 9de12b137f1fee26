import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [grams, hazards, gramsKept, indexes, search]) await part.execute(db);
}

/** What Chinese text is searched by: every sign and every pair of neighbouring signs, in lower case, without blanks. */
const grams = sql`
  create function house.grams(written text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct gram), '{}') from (
      select substr(bare, at, width) as gram
      from (select regexp_replace(lower(normalize(written, NFKC)), '\\s+', '', 'g') as bare) as t,
        generate_series(1, length(bare)) as at, generate_series(1, 2) as width
      where at + width - 1 <= length(bare)) as cut $$`;

const hazards = sql`
  create table hazards (
    id uuid primary key,
    seq bigint generated always as identity,
    number text generated always as (
      'H-' || extract(year from found_on)::int::text || '-' || lpad(seq::text, greatest(6, length(seq::text)), '0')) stored,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    place text,
    stage text not null check (stage in ('reported', 'registered', 'assigned', 'rectifying', 'submitted', 'closed', 'void')),
    level text check (level in ('team', 'workshop', 'unit', 'major')),
    suggestion text not null default 'none' check (suggestion in ('none', 'open', 'denialProposed', 'confirmed', 'denied')),
    category text not null,
    factor text,
    key_area text not null,
    kind text not null,
    source text not null,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    check_item_id text,
    text text,
    clause_ids text[] not null default '{}',
    anonymous boolean not null default false,
    found_by_id uuid references persons,
    found_on date not null,
    found_at timestamptz not null,
    claimed_at timestamptz not null,
    clock_suspect boolean not null default false,
    reported_at timestamptz not null,
    responsible_unit_id uuid references units,
    responsible_id uuid references persons,
    leader_id uuid references persons,
    measures text,
    funds bigint check (funds >= 0),
    due_on date,
    due_key date generated always as (coalesce(due_on, date '9999-12-31')) stored,
    contingency text,
    waived text[] not null default '{}',
    extended_from_on date,
    on_the_spot boolean not null default false,
    registered_by_id uuid references persons,
    registered_on date,
    assigned_on date,
    started_on date,
    submitted_by_id uuid references persons,
    submitted_on date,
    submitted_at timestamptz,
    rectifier_ids uuid[] not null default '{}',
    done text,
    spent bigint check (spent >= 0),
    acceptance_due_on date,
    accepted_by_id uuid references persons,
    closed_on date,
    opinion text,
    lesson text,
    voided_by_id uuid references persons,
    voided_on date,
    send_backs integer not null default 0,
    reopenings integer not null default 0,
    recurrence_of_id uuid references hazards,
    recurrences integer not null default 0,
    supervised boolean not null default false,
    treatment jsonb,
    grams text[] not null default '{}',
    version integer not null default 1,
    check (not anonymous or found_by_id is null),
    check ((stage = 'closed') = (closed_on is not null))
  );
  call house.scope_by_unit('hazards');
  call house.follows_unit('hazards', 'stage not in (''closed'', ''void'')');
  call house.duty('hazards', 'responsible_id', 'stage not in (''closed'', ''void'')');
  call house.duty('hazards', 'leader_id', 'stage not in (''closed'', ''void'')');
  call house.versioned('hazards', '{seq,number,due_key,grams,version}');
  call house.allow('select, insert, update', 'hazards')`;

/**
 * By trigger and not as a generated column: those are reckoned anew for every row whose position changes, and a move of a branch took twice
 * as long.
 */
const gramsKept = sql`
  create function house.keep_hazard_grams() returns trigger language plpgsql as $$
  begin
    new.grams := house.grams(coalesce(new.text, '') || ' ' || coalesce(new.place, ''));
    return new;
  end $$;
  create trigger keep_grams before insert or update of text, place on hazards for each row execute function house.keep_hazard_grams()`;

const indexes = sql`
  /* The ledger in one stage by deadline, over a wide scope and within a branch. */
  create index hazards_by_due on hazards (stage, due_key, id, unit_pos, level, key_area, source);
  create index hazards_of_branch_by_due on hazards (unit_pos, stage, due_key, id, level, key_area, source);
  /* The ledger by the day found, newest or oldest first. */
  create index hazards_by_found on hazards (found_on, id, unit_pos, stage, level, key_area, source);
  /* A person's own: to rectify, and reported. */
  create index hazards_of_responsible on hazards (responsible_id, stage, due_key, id);
  create index hazards_of_finder on hazards (found_by_id, found_on, id) where found_by_id is not null;
  /* A point's page. */
  create index hazards_of_point on hazards (point_id, found_on, id) where point_id is not null;
  /* Sweeps: what is owed, wherever it lies. */
  create index hazards_acceptance_due on hazards (acceptance_due_on) where stage = 'submitted';
  /* The number on a printed sheet. */
  create unique index hazards_by_number on hazards (number);
  /* Words. */
  create index hazards_by_grams on hazards using gin (grams)`;

/**
 * The one door for words: array operators lose their index under row-level security. The ranges asked for must lie within the session's
 * scope; at most 1,000 ids, newest first.
 */
const search = sql`
  create function house.carries(written text, words text[]) returns boolean language sql immutable parallel safe as $$
    select not exists (select from unnest(words) as word where position(word in regexp_replace(lower(normalize(written, NFKC)), '[^\\S\\n]+', '', 'g')) = 0) $$;
  create function house.search_hazards(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    words text[] := array_remove(regexp_split_to_array(lower(normalize(wanted, NFKC)), '\\s+'), '');
    /* A word of two signs or more is found by its pairs alone: single signs stand in too many hazards. */
    pairs text[] := (select coalesce(array_agg(distinct gram), '{}') from unnest(words) as word, unnest(house.grams(word)) as gram
      where length(gram) = least(2, length(word)));
  begin
    if exists (select from unnest(los, his) as r (lo, hi) where not coalesce(int8range(lo, hi, '[]') <@ house.read_scope(), false)) then
      raise exception 'ranges outside the scope' using errcode = '42501';
    end if;
    /* A small branch is read through; a wide one is searched by its words. */
    if (select count(*) from (select from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi limit 5001) as few) <= 5000 then
      return query
        with near as materialized (
          select h.* from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi)
        select near.id from near
        where near.grams @> pairs and house.carries(coalesce(near.text, '') || chr(10) || coalesce(near.place, ''), words)
        order by near.found_on desc, near.id desc limit least(most, 1000);
    else
      return query
        select h.id from hazards h
        where h.grams @> pairs
          and exists (select from unnest(los, his) as r (lo, hi) where h.unit_pos between r.lo and r.hi)
          and house.carries(coalesce(h.text, '') || chr(10) || coalesce(h.place, ''), words)
        order by h.found_on desc, h.id desc limit least(most, 1000);
    end if;
  end $$;
  revoke execute on function house.search_hazards from public;
  do $$ begin
    execute format('grant execute on function house.search_hazards to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
