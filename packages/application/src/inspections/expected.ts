import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';

/** Whether an appointment of `alias` holds on a day. */
export function heldOn(alias: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('from_on')} <= ${day} and (${column('to_on')} is null or ${column('to_on')} > ${day}))`;
}

/**
 * Whoever is expected to do occurrence `o`: the person it names, or the holders of its post. A keeper's is the post of the point itself;
 * any other is held by the nearest unit, from the occurrence's upwards, where somebody holds it on that day.
 */
export const expectedPersons = sql<{ personId: string }>`
  select o.person_id as "personId" where o.person_id is not null
  union
  select a.person_id from appointments a
  where o.post = 'pointKeeper' and a.point_id = o.point_id and a.post = o.post and ${heldOn('a', sql`o.on_day`)}
  union
  select a.person_id from appointments a join units held on held.id = a.unit_id
  where o.post <> 'pointKeeper' and a.post = o.post and a.point_id is null and ${heldOn('a', sql`o.on_day`)}
    and o.unit_pos between held.lo and held.hi
    and not exists (
      select from appointments b join units nearer on nearer.id = b.unit_id
      where b.post = o.post and b.point_id is null and ${heldOn('b', sql`o.on_day`)}
        and o.unit_pos between nearer.lo and nearer.hi and nearer.lo > held.lo)`;

/** The persons expected for these occurrences, each once. */
export async function personsExpected({ tx }: Pick<Reading, 'tx'>, occurrenceIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct e."personId" from inspection_occurrences o cross join lateral (${expectedPersons}) as e
    where o.id = any(${[...occurrenceIds]}::uuid[]) order by 1`.execute(tx);
  return rows.map(({ personId }) => personId);
}
