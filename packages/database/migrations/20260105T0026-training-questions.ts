import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [questions, papers]) await part.execute(db);
}

/** 题库. Units below may draw from the questions of those above. The shipped ones belong to the group and keep their code. */
const questions = sql`
  create table exam_questions (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    code text not null,
    kind text not null check (kind in ('single', 'multiple', 'trueFalse')),
    topic text not null,
    level text check (level in ('company', 'workshop', 'team')),
    difficulty smallint not null check (difficulty between 1 and 3),
    stem text not null,
    /* Texts in the order A, B, C …; none for true or false. */
    options text[] not null default '{}',
    /* Letters of the right options, or T or F. */
    answer text[] not null check (cardinality(answer) > 0),
    clause text,
    explanation text,
    retired_on date,
    search_key text not null,
    version integer not null default 1,
    unique (unit_id, code)
  );
  create index exam_questions_of_branch on exam_questions (unit_pos, search_key, id);
  create index exam_questions_to_draw on exam_questions (topic) where retired_on is null;
  call house.scope_by_unit('exam_questions');
  create policy in_sight on exam_questions for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('exam_questions', 'retired_on is null');
  call house.versioned('exam_questions', '{search_key,version}');
  call house.allow('select, insert, update', 'exam_questions')`;

/** 试卷: a rule of drawing. What it says when an exam is set is copied into the exam. */
const papers = sql`
  create table exam_papers (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    name text not null,
    /* Draws questions of this level and those of none; of all when null. */
    level text check (level in ('company', 'workshop', 'team')),
    /* [{ topic, kind, count, score }] */
    draw jsonb not null,
    /* Of a hundred. */
    pass_mark smallint not null check (pass_mark between 1 and 100),
    minutes smallint not null check (minutes between 1 and 300),
    attempts smallint not null check (attempts between 1 and 10),
    wait_hours smallint not null check (wait_hours between 0 and 720),
    retired_on date,
    version integer not null default 1
  );
  create index exam_papers_of_branch on exam_papers (unit_pos, name, id);
  call house.scope_by_unit('exam_papers');
  create policy in_sight on exam_papers for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('exam_papers', 'retired_on is null');
  call house.versioned('exam_papers', '{version}');
  call house.allow('select, insert, update', 'exam_papers')`;
