import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [persons, appointments]) await part.execute(db);
}

/**
 * Identity number and phone are AES-256-GCM sealed; \`*_index\` is a keyed hash that finds an exact number again, \`*_masked\` is what
 * everybody sees. The clear number is in no column.
 */
const persons = sql`
  create table persons (
    id uuid primary key,
    staff_no text unique,
    name text not null,
    sex text check (sex in ('male', 'female')),
    unit_id uuid not null references units,
    unit_pos bigint not null,
    title text,
    hired_on date,
    left_on date,
    identity_sealed bytea,
    identity_index bytea unique,
    identity_masked text,
    phone_sealed bytea,
    phone_index bytea,
    phone_masked text,
    search_key text not null,
    version integer not null default 1
  );
  create index persons_of_branch on persons (unit_pos, name, id);
  create index persons_by_phone on persons (phone_index);
  call house.scope_by_unit('persons');
  call house.versioned('persons', '{identity_sealed,phone_sealed,search_key,version}');
  call house.allow('select, insert, update', 'persons')`;

/** 任职: who holds which post of which unit (or point) from when to when. \`to_on\` is the first day after it. */
const appointments = sql`
  create table appointments (
    id uuid primary key,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    post text not null check (post in ('firstResponsible', 'unitHead', 'safetyDirector', 'safetyOfficer', 'workshopHead',
      'teamLeader', 'pointKeeper', 'staff')),
    point_id uuid,
    deputy boolean not null default false,
    from_on date not null,
    to_on date check (to_on > from_on),
    version integer not null default 1
  );
  create index appointments_of_unit on appointments (unit_id, post, from_on);
  create index appointments_of_person on appointments (person_id, from_on);
  create index appointments_of_point on appointments (point_id, from_on) where point_id is not null;
  call house.scope_by_unit('appointments');
  call house.versioned('appointments', '{version}');
  call house.allow('select, insert, update', 'appointments')`;
