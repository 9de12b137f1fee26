import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [notices, mails, channels]) await part.execute(db);
}

/** 通知: one row for each person and occasion; `once` makes a retried delivery find it done. Everybody sees only his own. */
const notices = sql`
  create table notices (
    id uuid primary key,
    person_id uuid not null references persons,
    about text not null,
    subject_id uuid not null,
    unit_id uuid not null references units,
    facts jsonb not null,
    link text not null check (link like '/%'),
    once text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    unique (person_id, about, once)
  );
  create index notices_of_person on notices (person_id, created_at desc, id desc);
  create index notices_unread on notices (person_id) where read_at is null;
  alter table notices enable row level security;
  create policy own on notices for select using (
    person_id = (select nullif(current_setting('app.person', true), '')::uuid) or (select current_setting('app.clock', true)) = 'yes');
  create policy own_update on notices for update using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  create policy by_the_clock on notices for insert with check ((select current_setting('app.clock', true)) = 'yes');
  call house.allow('select, insert, update', 'notices')`;

/** Mails to be sent. A killed worker leaves a row `waiting`; the message id lets the receiver's side recognise a repeat. */
const mails = sql`
  create table notice_mails (
    id uuid primary key,
    notice_id uuid not null unique references notices,
    address text not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up')),
    tries integer not null default 0,
    due_at timestamptz not null,
    sent_at timestamptz,
    last_error text
  );
  create index notice_mails_due on notice_mails (due_at) where state = 'waiting';
  alter table notice_mails enable row level security;
  create policy by_the_clock on notice_mails for all using ((select current_setting('app.clock', true)) = 'yes');
  call house.allow('select, insert, update', 'notice_mails')`;

/** Where a person wants to be told beside the product itself. */
const channels = sql`
  create table notice_channels (
    person_id uuid primary key references persons,
    email text,
    quiet_from time,
    quiet_to time
  );
  alter table notice_channels enable row level security;
  create policy own on notice_channels for all using (
    person_id = (select nullif(current_setting('app.person', true), '')::uuid) or (select current_setting('app.clock', true)) = 'yes');
  call house.allow('select, insert, update', 'notice_channels')`;
