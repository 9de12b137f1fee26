import type { Writing } from '../context.ts';

type Telling = { readonly actionId: string; readonly about: string; readonly once: string | number };

/** Lets the worker tell whom it concerns: the caller may not see who stands above him, the clock may. */
export async function tellOf({ enqueue, actor }: Writing, { actionId, about, once }: Telling): Promise<void> {
  const key = `${about}:${once}`;
  await enqueue('actions.tell', { actionId, about, once: key, byId: actor.personId }, `${actionId}:${key}`);
}
