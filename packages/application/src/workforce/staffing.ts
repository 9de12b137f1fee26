import type { Tx } from '@changming/database';
import { monthFound, requiredStaffing, type SafetyTerm, type StaffingRequired } from '@changming/domain/workforce';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

import { staffingRuleBook } from './staffing-rules.ts';

/** 生产经营单位: what is staffed on its own. Workshops, teams and departments belong to one. */
const staffed = ['group', 'subsidiary', 'factory'] as const;

export type StaffedUnit = {
  readonly id: string;
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  readonly province: string | null;
  readonly flags: readonly string[];
  /** As stated in its profile, or the people on its roster when they are more: nobody escapes a threshold by an incomplete roster. */
  readonly headcount: number;
  readonly organisationOn: string | null;
  readonly committeeOn: string | null;
};

/** The staffed units within the ranges that are open on `on`, in the order of the tree. */
export async function staffedUnits(tx: Tx, on: string, inside: RawBuilder<SqlBool>): Promise<StaffedUnit[]> {
  const { rows } = await sql<StaffedUnit>`
    select u.id, u.name, u.lo, u.hi, u.province, u.flags, b.organisation_on as "organisationOn", b.committee_on as "committeeOn",
      greatest(coalesce(u.headcount, 0), (
        select count(*) from persons p where p.unit_pos between u.lo and u.hi and coalesce(p.hired_on <= ${on}::date, true)
          and coalesce(p.left_on > ${on}::date, true)))::integer as headcount
    from units u left join safety_bodies b on b.unit_id = u.id
    where u.kind = any(${[...staffed]}::text[]) and u.opened_on <= ${on}::date and coalesce(u.closed_on > ${on}::date, true) and ${inside}
    order by u.lo`.execute(tx);
  return rows;
}

type Term = SafetyTerm & { readonly pos: number };

/** Everybody in a safety post who held it at some time within the days. */
export async function safetyTerms(tx: Tx, from: string, until: string): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select a.person_id as "personId", a.post = 'safetyDirector' as director, coalesce(o.part_time, false) as "partTime", a.from_on as from,
      a.to_on as to, a.unit_pos as pos
    from appointments a left join part_time_officers o on o.id = a.id
    where a.post in ('safetyOfficer', 'safetyDirector') and not a.deputy and a.from_on <= ${until}::date
      and (a.to_on is null or a.to_on > ${from}::date)`.execute(tx);
  return rows;
}

export type StaffingFound = ReturnType<typeof monthFound> & {
  readonly unit: StaffedUnit;
  readonly highRisk: boolean;
  readonly required: StaffingRequired;
};

/** How each unit stands on a day, by the rules that bind it then. */
export async function staffingOn(tx: Tx, on: string, units: readonly StaffedUnit[]): Promise<StaffingFound[]> {
  const book = await staffingRuleBook(tx);
  const terms = await safetyTerms(tx, `${Number(on.slice(0, 4)) - 1}${on.slice(4, 8)}01`, on);
  const found: StaffingFound[] = [];
  for (const unit of units) {
    const rules = await book({ unitId: unit.id, on });
    const highRisk = unit.flags.includes('isHighRisk') || (rules.dustIsHighRisk && unit.flags.includes('hasCombustibleDust'));
    const required = requiredStaffing({ headcount: unit.headcount, highRisk }, rules);
    const own = terms.filter(({ pos }) => pos >= unit.lo && pos <= unit.hi);
    const { organisationOn, committeeOn } = unit;
    const month = monthFound(on, required, { terms: own, bodies: { organisationOn, committeeOn }, vacancyDays: rules.vacancyDays });
    found.push({ ...month, unit, highRisk, required });
  }
  return found;
}
