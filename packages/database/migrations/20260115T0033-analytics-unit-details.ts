import { type Kysely, sql } from 'kysely';

/**
 * 地址 and 备注 of a unit's profile among the data that analysts read, the remark without numbers of persons. A change of theirs is another
 * state of the unit; before the first it had none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view analytics_unit_states with (security_invoker = true) as
      select s.id::text || '/' || to_char(at.known_from at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as state_id,
        u.id as unit_id, u.code as unit_code, s.name as unit_name, s.kind, s.parent_id, u.opened_on, u.closed_on, u.headcount, u.province,
        u.industry, u.flags, s.from_on as valid_from, s.to_on as valid_to, at.known_from, nullif(at.known_to, 'infinity') as known_to,
        today.lo as pos, d.address, house.masked_prose(d.remark) as remark
      from unit_spans_history s
        join units_history u on u.id = s.unit_id and greatest(s.known_from, u.known_from) < least(s.known_to, u.known_to)
        join units today on today.id = s.unit_id
        cross join lateral (
          select known_from, known_to, address, remark from unit_details_history where id = u.id
          union all
          select '-infinity', coalesce(min(known_from), 'infinity'), null, null from unit_details_history where id = u.id
        ) as d
        cross join lateral (
          select greatest(s.known_from, u.known_from, d.known_from) as known_from, least(s.known_to, u.known_to, d.known_to) as known_to
        ) as at
      where today.lo <@ (select house.read_scope()) and at.known_from < at.known_to`.execute(db);
}
