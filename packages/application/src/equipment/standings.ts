import type { FireStanding, SpecialStanding } from '@changming/domain/equipment';
import { type RawBuilder, sql } from 'kysely';

/** `standingOf` of the domain in SQL, for conditions over many rows: a test compares the two. */
export function specialStanding(today: string, soon: number): RawBuilder<SpecialStanding> {
  return sql<SpecialStanding>`(case when e.state <> 'inUse' then e.state when e.inspection_result = 'failed' then 'failed'
    when e.next_due_on is null then 'undated' when e.next_due_on < ${today}::date then 'overdue'
    when e.next_due_on <= ${today}::date + ${soon}::integer then 'dueSoon' else 'inDate' end)`;
}

/** `fireStandingOf` of the domain in SQL. */
export function fireStanding(today: string, soon: number): RawBuilder<FireStanding> {
  return sql<FireStanding>`(case when e.condition = 'scrapped' then 'scrapped' when e.scrap_due_on < ${today}::date then 'expired'
    when e.condition <> 'intact' then 'defect' when e.service_due_on < ${today}::date then 'serviceOverdue'
    when least(e.service_due_on, e.scrap_due_on) <= ${today}::date + ${soon}::integer then 'dueSoon' else 'inDate' end)`;
}
