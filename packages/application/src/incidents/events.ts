import type { Writing } from '../context.ts';

type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Event = { readonly step: string; readonly note?: string | null | undefined; readonly facts?: Facts };

/** 如实记录: who did what, when. */
export async function noteEvent(work: Writing, incidentId: string, { step, note = null, facts = {} }: Event): Promise<void> {
  const { tx, now, newId, actor } = work;
  await tx
    .insertInto('incident_events')
    .values({ id: newId(), incident_id: incidentId, step, by_id: actor.personId, at: now, note, facts: JSON.stringify(facts) })
    .execute();
}

type Telling = { readonly incidentId: string; readonly about: string; readonly once: string | number };

/** Lets the worker tell whom it concerns: the caller may not see who stands above him, the clock may. */
export async function tell({ enqueue, actor }: Writing, { incidentId, about, once }: Telling): Promise<void> {
  const key = `${about}:${once}`;
  await enqueue('incidents.tell', { incidentId, about, once: key, byId: actor.personId }, `${incidentId}:${key}`);
}
