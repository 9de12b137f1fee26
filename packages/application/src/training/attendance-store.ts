import { sql } from 'kysely';

import { rowsAsTable } from '../rows-as-table.ts';
import type { Writing } from '../context.ts';
import type { Invited } from './audience.ts';

type Held = { readonly id: string; readonly unit_id: string };

/** 应到: enters people into the list of a session once; whoever is on it already stays as he is. Answers how many are new. */
export async function expectAt({ tx, newId }: Writing, session: Held, people: readonly Invited[], expected = true): Promise<number> {
  if (people.length === 0) return 0;
  const rows = people.map(({ id }) => ({ id: newId(), person_id: id }));
  const { numAffectedRows } = await sql`
    insert into training_attendance (id, session_id, unit_id, person_id, expected)
    select r.id, ${session.id}::uuid, ${session.unit_id}::uuid, r.person_id, ${expected}::boolean
    from ${rowsAsTable('r', { id: 'uuid', person_id: 'uuid' }, rows)}
    on conflict (session_id, person_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
