import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [countingCredits, termsOf, causes, progress, gate]) await part.execute(db);
}

/** Credits that no later one corrects. */
const countingCredits = sql`
  create view training_counting with (security_invoker = true) as
    select c.* from training_credits c where not exists (select from training_credits later where later.corrects_id = c.id);
  do $$ begin
    execute format('grant select on training_counting to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** The terms of a unit, or of the nearest unit above that the worker has reckoned already. */
const termsOf = sql`
  create function house.training_terms_of(unit uuid) returns setof training_terms
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select t.* from units u join units above on above.lo <= u.lo and above.hi >= u.hi join training_terms t on t.unit_id = above.id
    where u.id = unit order by above.lo desc limit 1 $$`;

/**
 * Why people owe training before work, from the facts themselves: joined (hired on or after the gate's first day), moved (another unit;
 * not by a merger of units, nor put right on the day on which it was entered) and returned (away as long as the rule says or longer).
 */
const causes = sql`
  create function house.training_causes(people uuid[], until_on date)
    returns table (person_id uuid, unit_id uuid, cause text, cause_on date, level text, hours_owed double precision)
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    with staff as materialized (
      select p.id, p.unit_id, p.hired_on, p.version, t.level_hours, t.new_worker, t.move_hours, t.return_months, t.gate_from
      from persons p join training_terms t on t.unit_id = p.unit_id
      where (people is null or p.id = any(people)) and p.left_on is null and t.gate_from is not null
      union all
      select p.id, p.unit_id, p.hired_on, p.version, t.level_hours, t.new_worker, t.move_hours, t.return_months, t.gate_from
      from persons p cross join lateral house.training_terms_of(p.unit_id) t
      where (people is null or p.id = any(people)) and p.left_on is null and t.gate_from is not null
        and not exists (select from training_terms z where z.unit_id = p.unit_id)),
    caused as (
      select s.id, s.unit_id, 'joined' as cause, s.hired_on as cause_on, greatest(s.level_hours, ceil(s.new_worker / 3)) as hours, true as company
      from staff s where s.hired_on between s.gate_from and until_on
      union all
      select s.id, s.unit_id, 'moved', (later.known_from at time zone 'Asia/Shanghai')::date, s.move_hours, false
      from staff s join persons_history later on later.id = s.id and s.version > 1
      join lateral (
        select h.unit_id, h.known_from from persons_history h
        where h.id = s.id and h.known_from < later.known_from order by h.known_from desc limit 1) earlier on true
      where earlier.unit_id <> later.unit_id and later.left_on is null
        and (later.known_from at time zone 'Asia/Shanghai')::date between s.gate_from and until_on
        and (later.known_from at time zone 'Asia/Shanghai')::date > (earlier.known_from at time zone 'Asia/Shanghai')::date
        and (later.known_from at time zone 'Asia/Shanghai')::date > coalesce(s.hired_on, '-infinity')
        and not exists (
          select from unit_changes u where u.recorded_at = later.known_from and u.unit_id = earlier.unit_id and u.act in ('merge', 'split', 'move', 'close'))
      union all
      select s.id, s.unit_id, 'returned', (a.until_at at time zone 'Asia/Shanghai')::date, s.move_hours, false
      from staff s join absences a on a.person_id = s.id
      where (a.until_at at time zone 'Asia/Shanghai')::date between s.gate_from and until_on
        and (a.from_at at time zone 'Asia/Shanghai')::date + make_interval(months => s.return_months) <= (a.until_at at time zone 'Asia/Shanghai')::date)
    select c.id, c.unit_id, c.cause, c.cause_on, l.level, c.hours
    from caused c cross join (values ('company'), ('workshop'), ('team')) as l (level)
    where c.company or l.level <> 'company' $$`;

/**
 * The day on which a level was passed, or null: the hours are full and a session or an exam of that level was passed. Joining counts
 * 三级教育 from a month before on; moving and coming back count what was held since, as 转岗、复岗 or again as 三级教育.
 */
const progress = sql`
  create function house.training_passed(person uuid, cause text, cause_on date, wanted text, hours double precision, until_on date)
    returns date language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
  declare
    kinds text[] := case when cause = 'joined' then array['threeLevel'] else array['transfer', 'return', 'threeLevel'] end;
    since date := case when cause = 'joined' then cause_on - 30 else cause_on end;
    full_on date;
    passed_on date;
  begin
    select min(run.on_day) into full_on from (
      select c.on_day, sum(c.class_hours) over (order by c.on_day, c.id) as total from training_counting c
      where c.person_id = person and c.level = wanted and c.category = any(kinds) and c.on_day between since and until_on) run
    where run.total >= hours;
    if full_on is null then return null; end if;
    select min(proof.on_day) into passed_on from (
      select c.on_day from training_counting c
      where c.person_id = person and c.level = wanted and c.category = any(kinds) and c.result = 'passed' and c.on_day between since and until_on
      union all
      select e.taken_on from exam_results e
      where e.person_id = person and e.level = wanted and e.category = any(kinds) and e.passed and e.taken_on between since and until_on) proof;
    return case when passed_on is null then null else greatest(full_on, passed_on) end;
  end $$`;

/**
 * 准入: who works with his own hands takes up no post before he is trained; one objection for each level that is missing, with the class
 * hours had and owed. A level that was passed was passed by the hours of its day, whatever is asked since. Heads answer by deadline.
 */
const gate = sql`
  create function house.training_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
    returns table (person_id uuid, code text, facts jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if training_gate.certified_post is null and training_gate.post not in ('staff', 'teamLeader', 'pointKeeper') then return; end if;
    return query
      select c.person_id, 'training.' || c.cause || '_' || c.level || '_owed',
        jsonb_build_object('on', c.cause_on, 'owed', c.hours_owed, 'done', coalesce((
          select sum(k.class_hours) from training_counting k
          where k.person_id = c.person_id and k.level = c.level and k.on_day <= training_gate.on_day
            and k.category = any(case c.cause when 'joined' then array['threeLevel'] else array['transfer', 'return', 'threeLevel'] end)
            and k.on_day >= case c.cause when 'joined' then c.cause_on - 30 else c.cause_on end), 0))
      from house.training_causes(training_gate.persons, training_gate.on_day) c
      left join training_owed met on met.person_id = c.person_id and met.cause = c.cause and met.cause_on = c.cause_on and met.level = c.level
        and met.met_on is not null
      where house.training_passed(c.person_id, c.cause, c.cause_on, c.level, coalesce(met.hours_owed, c.hours_owed), training_gate.on_day) is null;
  end $$;
  call house.gate('training', 'house.training_gate')`;
