import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [me, library, receipts]) await part.execute(db);
}

/** The person of the running session, for rows that are a person's own wherever he works by now. */
const me = sql`
  create function house.me() returns uuid language sql stable parallel safe as
    $$ select nullif(current_setting('app.person', true), '')::uuid $$`;

/** 学习资料. Read from the owner's branch and from every unit under the owner: what the group publishes is read by all. */
const library = sql`
  create table library_items (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    kind text not null check (kind in ('policy', 'procedure', 'film', 'accidentCase', 'material')),
    title text not null,
    body text not null default '',
    link text check (link ~ '^https?://'),
    edition integer not null default 1,
    edition_at timestamptz not null,
    /* Empty: everybody of the branch. */
    posts text[] not null default '{}',
    must_read boolean not null default false,
    from_on date not null,
    to_on date check (to_on >= from_on),
    /* What it was written from, as an accident case from its incident. */
    origin_id uuid,
    added_by_id uuid references persons,
    search_key text not null,
    version integer not null default 1
  );
  create index library_items_of_branch on library_items (unit_pos, from_on desc, id);
  create unique index library_items_of_origin on library_items (kind, origin_id) where origin_id is not null;
  call house.scope_by_unit('library_items');
  create policy in_sight on library_items for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('library_items', 'to_on is null');
  call house.versioned('library_items', '{search_key,version}');
  call house.allow('select, insert, update', 'library_items')`;

/** 已阅: who has read which edition, and where he belonged then. */
const receipts = sql`
  create table library_receipts (
    id uuid primary key,
    item_id uuid not null references library_items,
    edition integer not null,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    read_at timestamptz not null,
    unique (item_id, edition, person_id)
  );
  create index library_receipts_of_person on library_receipts (person_id);
  call house.scope_by_unit('library_receipts');
  create policy own_read on library_receipts for select using (person_id = (select house.me()));
  create policy own_insert on library_receipts for insert with check (person_id = (select house.me()));
  call house.allow('select, insert', 'library_receipts')`;
