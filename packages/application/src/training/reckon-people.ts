import { id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { makeDedicated, settleDedicated } from './reckon-dedicated.ts';
import { makeOwed, settleOwed } from './reckon-owed.ts';
import { openYears, writeStandings } from './reckon-standings.ts';

const input = z.strictObject({ sessionId: id.optional(), personIds: z.array(id).max(5000).default([]) });

/** 核对一次培训的人: what a session that was closed or put right, or an exam, has met for whom. */
export const reckonPeople = command({
  permission: 'training.sweep',
  name: 'training.reckonPeople',
  input,
  async run(work, { sessionId, personIds }) {
    const people = [...new Set([...personIds, ...(sessionId === undefined ? [] : await peopleOf(work, sessionId))])];
    return work.trail([], await reckon(work, people));
  },
});

/** 核对新近变动的人: whoever joined, moved, left or came back within the last hours. */
export const reckonRecent = command({
  permission: 'training.sweep',
  name: 'training.reckonRecent',
  input: z.strictObject({}),
  async run(work) {
    const { rows } = await sql<{ id: string }>`
      select h.id from persons_history h where h.known_from > ${work.now}::timestamptz - interval '2 hours'
      union select a.person_id from absences_history a where a.known_from > ${work.now}::timestamptz - interval '2 hours'
      union select a.person_id from appointments_history a where a.known_from > ${work.now}::timestamptz - interval '2 hours'
      limit 5000`.execute(work.tx);
    return work.trail(
      [],
      await reckon(
        work,
        rows.map((row) => row.id),
      ),
    );
  },
});

async function peopleOf({ tx }: Writing, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from training_credits where session_id = ${sessionId}`.execute(tx);
  return rows.map((row) => row.id);
}

async function reckon(work: Writing, people: readonly string[]) {
  if (people.length === 0) return { people: 0, made: 0, settled: 0 };
  const made = (await makeOwed(work, people)) + (await makeDedicated(work, people));
  const settled = (await settleOwed(work, people)) + (await settleDedicated(work, people));
  for (const year of openYears(work.today)) await writeStandings(work, year, people);
  return { people: people.length, made, settled };
}
