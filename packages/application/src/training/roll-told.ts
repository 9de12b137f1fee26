import type { AttendanceMark } from '@changming/domain/training';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';

/** How somebody stands on the list: whether and how he came, from when to when, the result. */
type Line = readonly (string | number)[];
type Roll = ReadonlyMap<string, Line>;

type Marked = {
  readonly who: string;
  readonly way: string | null;
  readonly in_at: Date | null;
  readonly out_at: Date | null;
  readonly result: string | null;
  readonly score: number | null;
  readonly note: string | null;
};

/** How the people who are marked stand on the list now, held until this transaction ends. */
export async function rollOf({ tx }: Writing, session: { readonly id: string }, marks: readonly AttendanceMark[]): Promise<Roll> {
  const ids = marks.map(({ personId }) => personId);
  const { rows } = await sql<Marked>`
    select coalesce(p.name || ' ' || coalesce(p.staff_no, right(p.id::text, 8)), a.person_id::text) as who, a.way,
      a.signed_in_at as in_at, a.signed_out_at as out_at, a.result, a.score, a.note
    from training_attendance a left join persons p on p.id = a.person_id
    where a.session_id = ${session.id} and a.person_id = any(${ids}::uuid[]) order by a.id for update of a`.execute(tx);
  return new Map(rows.map((row) => [row.who, lineOf(row)]));
}

function lineOf({ way, in_at, out_at, result, score, note }: Marked): Line {
  const told = [way ?? 'absent', in_at?.toISOString(), out_at?.toISOString(), result, score, note];
  return told.filter((each) => each !== null && each !== undefined);
}

/** Who stands otherwise than before, by name: what stood there and what stands there now; those who stay as they were are left out. */
export function changeOfRoll(was: Roll, now: Roll): { readonly before: Record<string, Line>; readonly after: Record<string, Line> } {
  const changed = [...now].filter(([who, line]) => JSON.stringify(was.get(who)) !== JSON.stringify(line));
  const before = changed.flatMap(([who]) => (was.has(who) ? [[who, was.get(who) ?? []] as const] : []));
  return { before: Object.fromEntries(before), after: Object.fromEntries(changed) };
}
