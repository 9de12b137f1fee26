import { alongWithNext, blueprint, type Branches, compiledOnce, type Slots } from '@changming/database';
import type { Hazard } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';

/** What happens to a hazard besides the steps of its lifecycle. */
export type HazardEvent = {
  readonly hazard: Pick<Hazard, 'id' | 'reopenings'>;
  readonly step: string;
  readonly note?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** 如实记录 (安全生产法 art. 41): who did what, when, in which round. */
export async function recordEvent(work: Writing, { hazard, step, note, facts = {} }: HazardEvent): Promise<void> {
  const { tx, now, newId, actor } = work;
  const given = {
    id: newId(),
    hazard_id: hazard.id,
    round: hazard.reopenings,
    step,
    by_id: actor.personId,
    at: now,
    note: note ?? null,
    facts: JSON.stringify(facts),
  };
  await alongWithNext(tx, eventQuery({ ranges: [], given, fixed: {} }));
}

type Event = {
  readonly id: string;
  readonly hazard_id: string;
  readonly round: number;
  readonly step: string;
  readonly by_id: string | null;
  readonly at: Date;
  readonly note: string | null;
  readonly facts: string;
};

const eventQuery = compiledOnce((_: Branches, event: Slots<Event>) => blueprint.insertInto('hazard_events').values(event));

/** Whom the trade names: an account without a person may not act on hazards. */
export function personOf({ actor }: Pick<Writing, 'actor'>): string {
  return actor.personId ?? refuse('forbidden', 'hazards.no_person');
}

/**
 * Lets the worker tell whom it concerns: the caller may not see who stands above him, the clock may. `occasion` makes each telling
 * happen once.
 */
export async function tell({ enqueue, actor }: Writing, hazardId: string, about: string, occasion: string | number): Promise<void> {
  const once = `${about}:${occasion}`;
  await enqueue('hazards.tell', { hazardId, about, once, byId: actor.personId }, `${hazardId}:${once}`);
}
