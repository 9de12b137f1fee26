import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [rules, gate, pastSight]) await part.execute(db);
}

const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, worth::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('training.passMark', 0.8), ('training.reEducateDays', 15), ('training.repeatViolations', 2),
    ('training.repeatMonths', 12), ('training.retrainDays', 15), ('training.violationRemindDays', 3),
    ('training.violationUnitHeadDays', 1), ('training.violationParentDays', 7)) as row (rule_id, worth)`;

/** 屡犯未重训，不得上岗: whoever owes a re-training on that day. */
const gate = sql`
  create function house.violations_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
    returns table (person_id uuid, code text, facts jsonb)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select r.person_id, 'training.retraining_owed', jsonb_build_object('count', max(r.count), 'since', min(r.owed_on), 'due', min(r.due_on))
    from violation_retrainings r
    where r.person_id = any(persons) and r.owed_on <= on_day and r.cancelled_on is null and (r.done_on is null or r.done_on > on_day)
    group by r.person_id $$;
  call house.gate('violations', 'house.violations_gate')`;

/** An assessment of the whole group reads the past of units that were closed since. */
const pastSight = sql`
  drop policy in_scope_read on violations_history;
  create policy in_scope_read on violations_history for select using ((select house.sees_all()) or exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())))`;
