import { type RawBuilder, sql } from 'kysely';

import type { Writing } from '../context.ts';

/** 有效期、复审、持证岗位停岗. */
export const reminderKinds = ['validity', 'review', 'blocked'] as const;
type Rule = (typeof reminderKinds)[number];

/** One occasion: a certificate, or a certified post whose certificate does not hold any more. */
export type Owing = {
  readonly subjectId: string;
  readonly unitId: string;
  readonly unit: string;
  readonly holderId: string;
  readonly name: string;
  readonly certificate: string;
  readonly sinceOn: string;
  readonly dueOn: string;
};

export const certificateBatch = 500;

export function keyOfOwing({ dueOn, subjectId }: Owing): string {
  return `${dueOn}:${subjectId}`;
}

/** What may be owed a telling, in steps: as far ahead as the longest reminder can be set, of people who are at work. */
export async function owingCertificates({ tx, today }: Writing, rule: Rule, after: string | null): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    select o.subject_id as "subjectId", o.unit_id as "unitId", u.name as unit, p.id as "holderId", p.name, i.name as certificate, o.since_on as "sinceOn", o.due_on as "dueOn"
    from (${rule === 'blocked' ? blocked(today) : due(rule, today)}) as o (subject_id, unit_id, person_id, item, since_on, due_on)
      join persons p on p.id = o.person_id and p.left_on is null join units u on u.id = o.unit_id join certificate_items i on i.code = o.item
    where ${after}::text is null or o.due_on::text || ':' || o.subject_id > ${after}
    order by o.due_on::text || ':' || o.subject_id limit ${certificateBatch}`.execute(tx);
  return rows;
}

function due(rule: 'validity' | 'review', today: string): RawBuilder<unknown> {
  const isReview = sql`c.review_done_on is null and c.review_due_on is not null and (c.valid_until is null or c.review_due_on < c.valid_until)`;
  const day = rule === 'review' ? sql`c.review_due_on` : sql`c.valid_until`;
  return sql`
    select c.id, p.unit_id, c.person_id, c.item, c.entered_on, ${day} from certificates c join persons p on p.id = c.person_id
    where c.current and c.revoked_on is null and ${rule === 'review' ? isReview : sql`c.valid_until is not null`}
      and ${day} <= ${today}::date + 400`;
}

/** The day is the one on which the certificate last held, the one before it was revoked; what never held has nothing to tell of. */
function blocked(today: string): RawBuilder<unknown> {
  return sql`
    select d.id, d.unit_id, d.person_id, d.item, d.from_on, lost.on_date
    from certified_posts d
      join house.certified_standings(array(
        select id from certified_posts where from_on <= ${today}::date and (to_on is null or to_on > ${today}::date)), ${today}::date) s on s.id = d.id
      cross join lateral (select s.on_date - (s.code = 'workforce.certificate_revoked')::integer as on_date) lost
    where not s.holds and lost.on_date < ${today}::date`;
}
