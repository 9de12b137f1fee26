import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rules and kept rows take the instant of their history from here.
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [rules, terms, changes, owed, causes, progress, gate]) await part.execute(db);
}

/** Neither 第二十九条 nor 第八条 says how long; the hours are the product's own. */
const rules = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on) values
    ('training.fourNewHours', '4', 'product', '', '中华人民共和国安全生产法（学时为产品默认值）', '第二十九条', 'own', date '2000-01-01'),
    ('training.dustHours', '4', 'product', '', '工贸企业粉尘防爆安全规定（学时为产品默认值）', '第八条', 'own', date '2000-01-01'),
    ('training.beforeReviewDays', '180', 'product', '', '产品默认值', null, 'own', date '2000-01-01')`;

const terms = sql`
  alter table training_terms
    add column four_new_hours double precision not null default 0,
    add column dust_hours double precision not null default 0,
    add column review_hours double precision not null default 0,
    add column review_days smallint not null default 0`;

/** 四新登记: what a unit is going to use for the first time, and from which day. Withdrawn ones ask for nothing. */
const changes = sql`
  create table training_changes (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    kind text not null check (kind in ('process', 'technology', 'material', 'equipment')),
    title text not null,
    note text,
    from_on date not null,
    recorded_on date not null,
    class_hours double precision not null check (class_hours > 0 and class_hours <= 200),
    by_id uuid references persons,
    withdrawn_on date,
    withdrawn_reason text,
    check ((withdrawn_on is null) = (withdrawn_reason is null))
  );
  create index training_changes_of_branch on training_changes (unit_pos, from_on desc, id);
  call house.scope_by_unit('training_changes');
  create policy in_sight on training_changes for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('training_changes', 'withdrawn_on is null');
  call house.versioned('training_changes');
  call house.allow('select, insert, update', 'training_changes')`;

/**
 * 专项应训: one row a person and cause: a change that he is to work with, a dusty place in which he works, a certificate that comes up for review.
 * about_id names the change, the unit or the certificate. In time ⇔ met_on <= due_on; one whose cause turned out to be none is void.
 */
const owed = sql`
  create table training_dedicated (
    id uuid primary key,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    cause text not null check (cause in ('fourNew', 'dust', 'review')),
    about_id uuid not null,
    cause_on date not null,
    hours_owed double precision not null,
    due_on date not null,
    met_on date,
    void_on date,
    unique (person_id, cause, about_id, cause_on)
  );
  create index training_dedicated_open on training_dedicated (unit_pos, due_on, id) where met_on is null and void_on is null;
  create index training_dedicated_of_branch on training_dedicated (unit_pos, due_on desc, id);
  create index training_dedicated_about on training_dedicated (about_id);
  call house.scope_by_unit('training_dedicated');
  call house.versioned('training_dedicated');
  call house.allow('select, insert, update', 'training_dedicated')`;

/**
 * Who owes what, from the facts themselves. 四新: whoever is of the unit's branch by the day of first use. 粉尘: whoever belongs to, or has a post in, a
 * dusty workshop, team or department, and those who lead a dusty unit or its safety, from the gate's first day on. 复审: the holder of a special
 * operator's certificate, some months before it is due.
 */
const causes = sql`
  create function house.training_dusty() returns table (unit_id uuid, about_id uuid, heads boolean)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select distinct on (u.id) u.id, d.id, d.kind not in ('workshop', 'team', 'department')
    from units d join units u on u.id = d.id or (d.kind in ('workshop', 'team', 'department') and u.lo between d.lo and d.hi)
    where d.closed_on is null and u.closed_on is null and 'hasCombustibleDust' = any(d.flags)
    order by u.id, d.kind not in ('workshop', 'team', 'department'), d.lo $$;

  create function house.training_dedicated_causes(people uuid[], on_day date)
    returns table (person_id uuid, unit_id uuid, cause text, about_id uuid, cause_on date, due_on date, hours_owed double precision)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with staff as materialized (
      select p.id, p.unit_id, p.unit_pos, p.hired_on, t.gate_from, t.before_work_days, t.dust_hours, t.review_hours, t.review_days
      from persons p join training_terms t on t.unit_id = p.unit_id
      where (people is null or p.id = any(people)) and p.left_on is null),
    dusty as materialized (select * from house.training_dusty()),
    placed as (
      select s.id, d.about_id from staff s join dusty d on d.unit_id = s.unit_id where not d.heads
      union
      select s.id, d.about_id from dusty d join appointments a on a.unit_id = d.unit_id join staff s on s.id = a.person_id
      where a.from_on <= on_day and (a.to_on is null or a.to_on > on_day)
        and (not d.heads or a.post in ('firstResponsible', 'unitHead', 'safetyDirector', 'safetyOfficer')))
    select s.id, s.unit_id, 'fourNew', c.id, c.from_on, c.from_on, c.class_hours
    from training_changes c join units u on u.id = c.unit_id join staff s on s.unit_pos between u.lo and u.hi
    where c.withdrawn_on is null and on_day <= greatest(c.from_on, c.recorded_on) and (s.hired_on is null or s.hired_on <= greatest(c.from_on, c.recorded_on))
    union all
    select s.id, s.unit_id, 'dust', p.about_id, greatest(s.hired_on, s.gate_from), greatest(s.hired_on, s.gate_from) + s.before_work_days, s.dust_hours
    from placed p join staff s on s.id = p.id
    where s.gate_from is not null and s.dust_hours > 0 and greatest(s.hired_on, s.gate_from) <= on_day
    union all
    select s.id, s.unit_id, 'review', c.id, c.next_due_on, c.next_due_on, s.review_hours
    from certificates c join certificate_items i on i.code = c.item and i.kind = 'specialOperation' join staff s on s.id = c.person_id
    where c.current and c.revoked_on is null and s.review_hours > 0 and on_day between c.next_due_on - s.review_days and c.next_due_on + 60 $$`;

/** The day on which it was met: hours of its category, about that very change or before that very review; 粉尘 is passed as well (第八条). */
const progress = sql`
  create function house.training_dedicated_met(person uuid, cause text, about uuid, cause_on date, hours double precision, until_on date)
    returns table (met_on date, done double precision)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with given as materialized (
      select c.on_day, c.class_hours, c.result, sum(c.class_hours) over (order by c.on_day, c.id) as total
      from training_counting c
      where c.person_id = person and c.attended and c.result is distinct from 'failed' and c.on_day <= until_on
        and c.category = case cause when 'fourNew' then 'fourNew' when 'dust' then 'dust' else 'specialOperator' end
        and (cause <> 'fourNew' or exists (select from training_sessions s where s.id = c.session_id and s.about_id = about))
        and (cause <> 'review' or c.on_day between cause_on - coalesce((
          select t.review_days from persons p join training_terms t on t.unit_id = p.unit_id where p.id = person), 180) and cause_on)),
    full_on as (select min(on_day) as day from given where total >= hours),
    passed_on as (
      select min(day) as day from (
        select on_day as day from given where result = 'passed'
        union all
        select e.taken_on from exam_results e where e.person_id = person and e.category = 'dust' and e.passed and e.taken_on <= until_on) proof)
    select case when cause <> 'dust' then f.day when p.day is not null and f.day is not null then greatest(f.day, p.day) end,
      coalesce((select max(total) from given), 0)
    from full_on f cross join passed_on p $$`;

/** 准入: nobody takes up work in a dusty place, or where something new is in use, before he was taught for it. */
const gate = sql`
  create function house.training_dedicated_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
    returns table (person_id uuid, code text, facts jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    place record;
  begin
    if training_dedicated_gate.certified_post is null and training_dedicated_gate.post not in ('staff', 'teamLeader', 'pointKeeper') then return; end if;
    select u.lo, t.gate_from, t.dust_hours, d.about_id as dusty into place
    from units u join training_terms t on t.unit_id = u.id left join house.training_dusty() d on d.unit_id = u.id and not d.heads
    where u.id = training_dedicated_gate.unit;
    if place.gate_from is null or place.gate_from > training_dedicated_gate.on_day then return; end if;
    if place.dusty is not null and place.dust_hours > 0 then
      return query
        select p.id, 'training.dust_owed'::text, jsonb_build_object('owed', place.dust_hours, 'done', m.done)
        from unnest(training_dedicated_gate.persons) as p (id)
        left join training_dedicated o on o.person_id = p.id and o.cause = 'dust' and o.about_id = place.dusty and o.met_on is not null
        cross join lateral house.training_dedicated_met(p.id, 'dust', place.dusty, null, place.dust_hours, training_dedicated_gate.on_day) m
        where m.met_on is null and o.id is null;
    end if;
    return query
      select o.person_id, 'training.fourNew_owed'::text, jsonb_build_object('on', o.cause_on, 'owed', o.hours_owed, 'done', m.done)
      from training_dedicated o join training_changes c on c.id = o.about_id join units u on u.id = c.unit_id
      cross join lateral house.training_dedicated_met(o.person_id, 'fourNew', c.id, o.cause_on, o.hours_owed, training_dedicated_gate.on_day) m
      where o.person_id = any(training_dedicated_gate.persons) and o.cause = 'fourNew' and o.void_on is null and o.met_on is null
        and c.withdrawn_on is null and c.from_on <= training_dedicated_gate.on_day and place.lo between u.lo and u.hi and m.met_on is null;
  end $$;
  call house.gate('trainingDedicated', 'house.training_dedicated_gate')`;
