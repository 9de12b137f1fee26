import type { Hazard } from '@changming/domain/hazards';
import { addDays } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Writing, Permission } from '../context.ts';

/** What a person from another branch needs to do the one thing on the one hazard: see it, show photos, do it. */
export const needs = {
  'hazards.rectify': ['hazards.rectify', 'hazards.follow', 'evidence.upload', 'evidence.read'],
  'hazards.lookBack': ['hazards.lookBack', 'hazards.follow', 'evidence.upload', 'evidence.read'],
} as const satisfies Record<string, readonly Permission[]>;
export type AssignedWork = keyof typeof needs;

type Assigned = { readonly work: AssignedWork; readonly personId: string; readonly untilOn: string };

/** 指派: this person may do this to this hazard, wherever his own grants lie. Whoever had the same work before has it no more. */
export async function assignWork(
  writing: Writing,
  hazard: Pick<Hazard, 'id' | 'unitId'>,
  { work, personId, untilOn }: Assigned,
): Promise<void> {
  await endWork(writing, hazard.id, work);
  const rows = needs[work].map((verb) => ({
    id: writing.newId(),
    subject_id: hazard.id,
    unit_id: hazard.unitId,
    person_id: personId,
    verb,
    until_on: untilOn,
    ended_at: null,
  }));
  await writing.tx.insertInto('assignments').values(rows).execute();
}

/** Rows of one kind of work on a hazard run from the same person; ending one kind leaves the other's. */
export async function endWork(writing: Writing, hazardId: string, work: AssignedWork): Promise<void> {
  await endWorkOfMany(writing, [hazardId], work);
}

/** The same on many hazards, in one statement. */
export async function endWorkOfMany({ tx, now }: Writing, hazardIds: readonly string[], work: AssignedWork): Promise<void> {
  if (hazardIds.length === 0) return;
  await sql`
    update assignments a set ended_at = ${now}
    where a.subject_id = any(${[...hazardIds]}::uuid[]) and a.verb = any(${[...needs[work]]}::text[]) and a.ended_at is null
      and exists (select from assignments h
        where h.subject_id = a.subject_id and h.person_id = a.person_id and h.verb = ${work} and h.ended_at is null)`.execute(tx);
}

/** Natural days in which the photos of what was done may still arrive. */
const photosFollow = 7;

/** The work is done, and nobody does it twice; whoever did it still sees the hazard for some days, and sends the photos he declared. */
export async function endWorkDone({ tx, now, today }: Writing, hazardId: string, work: AssignedWork): Promise<void> {
  await sql`
    update assignments a set
      ended_at = case when a.verb = ${work} then ${now}::timestamptz end, until_on = least(a.until_on, ${addDays(today, photosFollow)}::date)
    where a.subject_id = ${hazardId}::uuid and a.verb = any(${[...needs[work]]}::text[]) and a.ended_at is null
      and exists (select from assignments h
        where h.subject_id = a.subject_id and h.person_id = a.person_id and h.verb = ${work} and h.ended_at is null)`.execute(tx);
}

/** Work may come late and be sent back; the assignment outlives its deadline and ends with the closing. */
export function untilAfter(dueOn: string | null, today: string): string {
  return addDays(dueOn === null || dueOn < today ? today : dueOn, 180);
}
