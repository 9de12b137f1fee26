import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [campaigns, letters, texts, parties, rules]) await part.execute(db);
}

/** 年度责任书签订: one a year for the whole group; its text is fixed once it is open. Read from below, like what it asks. */
const campaigns = sql`
  create table letter_campaigns (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    year integer not null check (year between 2000 and 2100),
    name text not null,
    template text not null,
    post_names jsonb not null,
    from_on date not null,
    sign_by_on date not null check (sign_by_on >= from_on),
    state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    opened_at timestamptz,
    closed_at timestamptz,
    by_id uuid references persons,
    version integer not null default 1
  );
  create unique index letter_campaigns_of_year on letter_campaigns (unit_id, year);
  call house.scope_by_unit('letter_campaigns');
  create policy in_sight on letter_campaigns for select using (exists (select from units where units.id = unit_id));
  call house.versioned('letter_campaigns', '{version}');
  call house.allow('select, insert, update', 'letter_campaigns')`;

/**
 * 安全生产责任书: one a person, unit, post and day from which it is owed. The issuer is the holder above; none for the head of the whole group,
 * who declares. owed_from is the day of joining or moving, or the campaign's; due_on the last day to sign on time. Every step has the
 * instant at which the product learnt of it; ended_on is the day on which it was superseded or expired. One's own is read and signed
 * wherever it lies, so that whoever moves needs no account in the new branch first.
 */
const letters = sql`
  create table letters (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references letter_campaigns,
    year integer not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    post text not null,
    appointment_id uuid references appointments,
    issuer_id uuid references persons,
    issuer_post text,
    issuer_unit_id uuid references units,
    state text not null default 'draft' check (state in ('draft', 'issued', 'signed', 'assessed', 'superseded', 'expired')),
    cause text not null check (cause in ('campaign', 'joined', 'moved')),
    owed_from date not null,
    due_on date not null check (due_on >= owed_from),
    made_at timestamptz not null,
    issued_at timestamptz,
    issued_by_id uuid references persons,
    text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
    signed_at timestamptz,
    signed_on date,
    assessed_at timestamptz,
    assessed_by_id uuid references persons,
    verdict text check (verdict in ('met', 'partly', 'unmet')),
    verdict_note text,
    ended_at timestamptz,
    ended_on date,
    end_why text check (end_why in ('moved', 'left', 'yearOver')),
    version integer not null default 1,
    unique (campaign_id, person_id, unit_id, post, owed_from),
    check ((text_sha256 is null) = (issued_at is null)),
    check ((signed_at is null) = (signed_on is null)),
    check ((ended_at is null) = (ended_on is null) and (ended_at is null) = (end_why is null)),
    check ((state in ('superseded', 'expired')) = (ended_at is not null)),
    check (state <> 'signed' or signed_at is not null),
    check ((verdict is null) = (assessed_at is null))
  );
  /* Coverage of a branch, from the index alone. */
  create index letters_of_branch on letters (year, unit_pos, state, due_on);
  create index letters_of_person on letters (person_id, year);
  create index letters_of_issuer on letters (issuer_id, year, state);
  create unique index letters_live on letters (campaign_id, person_id) where state in ('draft', 'issued', 'signed', 'assessed');
  create index letters_unsigned on letters (due_on, id) where state in ('draft', 'issued');
  call house.scope_by_unit('letters');
  create policy own_read on letters for select using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  create policy own_update on letters for update using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  call house.allow('select, insert, update', 'letters')`;

/** The exact text that was issued and signed; its hash stands on the letter. */
const texts = sql`
  create table letter_texts (
    letter_id uuid primary key references letters,
    text text not null
  );
  alter table letter_texts enable row level security;
  create policy of_visible on letter_texts for select using (exists (select from letters l where l.id = letter_id));
  create policy of_own_insert on letter_texts for insert with check (exists (
    select from letters l where l.id = letter_id and l.unit_pos <@ (select house.write_scope())));
  call house.allow('select, insert', 'letter_texts')`;

/**
 * Whose and of which unit the letters of a page are and who issues them, wherever all that belongs, and whether the issuer's own of that year
 * is signed; nothing of a letter outside of the scope that is not one's own.
 */
const parties = sql`
  create function house.letter_parties(ids uuid[])
    returns table (letter_id uuid, unit text, person text, staff_no text, issuer text, issuer_signed boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select l.id, u.name, p.name, p.staff_no, i.name, l.issuer_id is null or exists (
      select from letters own where own.person_id = l.issuer_id and own.year = l.year and own.state in ('signed', 'assessed'))
    from letters l join units u on u.id = l.unit_id join persons p on p.id = l.person_id left join persons i on i.id = l.issuer_id
    where l.id = any(ids) and (l.unit_pos <@ house.read_scope()
      or l.person_id = nullif(current_setting('app.person', true), '')::uuid) $$;
  revoke execute on function house.letter_parties from public;
  do $$ begin
    execute format('grant execute on function house.letter_parties to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** When people are reminded, and when it climbs. */
const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('responsibilities.remindDays', 3), ('responsibilities.chaseUnitHeadDays', 3), ('responsibilities.chaseParentDays', 7))
    as row (rule_id, days)`;
