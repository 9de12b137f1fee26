import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { Audience, DedicatedCause } from '@changming/domain/training';
import { type RawBuilder, sql, type SqlBool } from 'kysely';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

export type Invited = { readonly id: string; readonly unitId: string };

/** As many as one session or exam takes. */
const most = 5000;

/**
 * 批量选人: the people of the caller's branch whom an audience means. Units, posts, kinds of engagement, title, day of joining and what is
 * owed narrow each other; people named by id or 工号 come in beside them. Refused when somebody named is not there, or when they are too many.
 */
export async function peopleOf(work: Reading, audience: Audience): Promise<Invited[]> {
  const [named, filtered] = [await namedOf(work, audience), await filteredOf(work, audience)];
  const all = new Map([...named, ...filtered].map((each) => [each.id, each]));
  if (all.size > most) refuse('invalid', 'training.audience_too_large', { most });
  return [...all.values()].toSorted((a, b) => a.id.localeCompare(b.id));
}

async function namedOf({ tx, scope }: Reading, { personIds, staffNos }: Audience): Promise<Invited[]> {
  const wanted = [...new Set(staffNos.map((each) => each.trim()).filter((each) => each !== ''))];
  const ids = [...new Set(personIds)];
  if (wanted.length + ids.length === 0) return [];
  const rows = await tx
    .selectFrom('persons')
    .select(['id', 'unit_id as unitId', 'staff_no as staffNo'])
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .where((eb) => eb.or([sql<SqlBool>`id = any(${ids}::uuid[])`, sql<SqlBool>`staff_no = any(${wanted}::text[])`]))
    .execute();
  const known = new Set(rows.flatMap(({ id, staffNo }) => [id, staffNo ?? '']));
  const missing = [...ids, ...wanted].filter((each) => !known.has(each));
  if (missing.length > 0)
    refuse('invalid', 'training.person_not_found', { count: missing.length, missing: missing.slice(0, 50).join('、') });
  return rows;
}

async function filteredOf(work: Reading, audience: Audience): Promise<Invited[]> {
  const { unitIds, withBelow, posts, engagements, title, hiredFrom, owing, dedicated } = audience;
  const listed = unitIds.length + posts.length + engagements.length > 0;
  if (!listed && !owing && [title, hiredFrom, dedicated].every((each) => each === undefined)) return [];
  const { tx, scope, today } = work;
  const ranges = unitIds.length === 0 ? scope : await Promise.all(unitIds.map((id) => placeOf(work, id, withBelow)));
  return tx
    .selectFrom('persons as p')
    .select(['p.id', 'p.unit_id as unitId'])
    .where('p.left_on', 'is', null)
    .where((eb) => within(eb.ref('p.unit_pos'), ranges))
    .$if(engagements.length > 0, (each) => each.where('p.engagement', 'in', engagements))
    .$if(title !== undefined, (each) => each.where('p.title', '=', title ?? ''))
    .$if(hiredFrom !== undefined, (each) => each.where('p.hired_on', '>=', hiredFrom ?? ''))
    .$if(posts.length > 0, (each) => each.where(holdingOne(posts, today)))
    .$if(owing, (each) => each.where(stillOwing))
    .$if(dedicated !== undefined, (each) => each.where(stillOwingDedicated(dedicated ?? 'dust')))
    .limit(most + 1)
    .execute();
}

async function placeOf({ tx, scope }: Reading, unitId: string, withBelow: boolean) {
  const { lo, hi } = await unitInScope(tx, scope, unitId);
  return { lo, hi: withBelow ? hi : lo };
}

function holdingOne(posts: readonly string[], today: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from appointments a where a.person_id = p.id and a.post = any(${[...posts]}::text[])
    and a.from_on <= ${today}::date and (a.to_on is null or a.to_on > ${today}::date))`;
}

const stillOwing = sql<SqlBool>`exists (
  select from training_owed o where o.person_id = p.id and o.met_on is null and o.void_on is null)`;

const stillOwingDedicated = (cause: DedicatedCause) => sql<SqlBool>`exists (
  select from training_dedicated o where o.person_id = p.id and o.cause = ${cause} and o.met_on is null and o.void_on is null)`;
