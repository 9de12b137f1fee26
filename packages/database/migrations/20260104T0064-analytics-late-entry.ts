import { type Kysely, sql } from 'kysely';

/** 晚录 (11.2.4): entered more than 48 hours after it was found; what an old ledger told of is no late entry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await view('analytics_hazards', 'hazards', { pos: 'h.unit_pos', more: '', where: '' }).execute(db);
  const known = { pos: 'u.lo', more: ', h.known_from, h.known_to', where: 'where u.lo <@ (select house.read_scope())' };
  await view('analytics_hazards_known', 'hazards_history', known).execute(db);
}

/** The columns that were there before, in their order: a view that is replaced may only grow at its end. */
function view(name: string, table: string, { pos, more, where }: { pos: string; more: string; where: string }) {
  return sql.raw(`
    create or replace view ${name} with (security_invoker = true) as
      select h.id as hazard_id, h.number, h.unit_id, u.code as unit_code, u.name as unit_name, h.point_id, h.stage, h.level, h.category,
        h.factor, h.key_area, h.kind, h.source, h.origin, house.masked_prose(h.text) as text, house.masked_prose(h.place) as place,
        house.masked_prose(h.measures) as measures, house.masked_name(p.name) as responsible, h.anonymous, h.found_on, h.reported_at,
        h.registered_on, h.assigned_on, h.due_on, h.started_on, h.submitted_on, h.closed_on, h.voided_on,
        case when h.stage = 'closed' then h.submitted_on <= h.due_on end as on_time, h.on_the_spot, h.supervised,
        h.recurrence_of_id is not null as recurrence, h.send_backs, h.reopenings, (h.funds / 100.0)::numeric(18, 2) as planned_funds,
        (h.spent / 100.0)::numeric(18, 2) as spent_funds, ${pos} as pos${more},
        h.origin = 'recorded' and h.reported_at - h.found_at > interval '48 hours' as late_entry
      from ${table} h join units u on u.id = h.unit_id left join persons p on p.id = h.responsible_id ${where}`);
}
