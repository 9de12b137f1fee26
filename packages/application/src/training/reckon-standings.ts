import { id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, query, type Writing } from '../context.ts';
import { standingsNow } from './standings-now.ts';

const input = z.strictObject({ year: z.int().optional(), personIds: z.array(id).max(5000).nullable().default(null) });

/** 学时台账核对: hours of everybody, or of some people, against what the year owes, in one statement; only what came out differently is written. */
export const reckonStandings = command({
  permission: 'training.sweep',
  name: 'training.reckonStandings',
  input,
  async run(work, { year, personIds }) {
    let written = 0;
    for (const each of year === undefined ? openYears(work.today) : [year]) written += await writeStandings(work, each, personIds);
    const gone = personIds === null ? await dropGone(work, Number(work.today.slice(0, 4))) : 0;
    return work.trail([], { written, gone });
  },
});

/** The year, and through January the one before: its last day is reckoned after it, and what was held then may be closed late. */
export function openYears(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) === '01' ? [year - 1, year] : [year];
}

/** Those of some people, or of everybody, written where they came out differently: who stays in his unit keeps his place in the list. */
export async function writeStandings({ tx, today }: Writing, year: number, people: readonly string[] | null): Promise<number> {
  const now = sql`n.role, n.span, n.hours_owed, n.months, n.hours, n.met`;
  const stored = sql`s.role, s.span, s.hours_owed, s.months, s.hours, s.met`;
  const { rows } = await sql<{ written: number }>`
    with n as materialized (${standingsNow({ year, on: today, people })}),
    kept as (
      update training_standings s set (role, span, hours_owed, months, hours, met, as_of) = (${now}, ${today}::date)
      from n where s.person_id = n.person_id and s.year = ${year} and s.unit_id = n.unit_id and (${stored}) is distinct from (${now})
      returning 1),
    fresh as (
      insert into training_standings (person_id, year, unit_id, role, span, hours_owed, months, hours, met, as_of)
      select n.person_id, ${year}::smallint, n.unit_id, ${now}, ${today}::date
      from n left join training_standings s on s.person_id = n.person_id and s.year = ${year}
      where s.person_id is null or s.unit_id <> n.unit_id
      on conflict (person_id, year) do update set
        (unit_id, role, span, hours_owed, months, hours, met, as_of) =
        (excluded.unit_id, excluded.role, excluded.span, excluded.hours_owed, excluded.months, excluded.hours, excluded.met, excluded.as_of)
      returning 1)
    select (select count(*) from kept) + (select count(*) from fresh) as written`.execute(tx);
  return rows[0]?.written ?? 0;
}

/** Whoever has left owes nothing any more. */
async function dropGone({ tx, today }: Writing, year: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from training_standings s where s.year = ${year} and not exists (
      select from persons p where p.id = s.person_id and p.left_on is null and (p.hired_on is null or p.hired_on <= ${today}::date))`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** How many people's kept hours differ from a recount: 0 once the worker has looked. */
export const recountStandings = query({
  permission: 'training.read',
  async run({ tx, today }, { year = Number(today.slice(0, 4)) }: { year?: number }) {
    const { rows } = await sql<{ differing: number }>`
      select count(*) as differing from (${standingsNow({ year, on: today, people: null })}) n
      full join (select * from training_standings where year = ${year}) s on s.person_id = n.person_id
      where (n.unit_id, n.role, n.span, n.hours_owed, n.months, n.hours, n.met)
        is distinct from (s.unit_id, s.role, s.span, s.hours_owed, s.months::smallint, s.hours, s.met)`.execute(tx);
    return { differing: rows[0]?.differing ?? 0 };
  },
});
