import type { HazardDetail } from '../queries.ts';

/** The name of somebody the record names by id. */
export function personIn({ people }: HazardDetail, id: string | null): string | null {
  return id === null ? null : (people.find((person) => person.id === id)?.name ?? null);
}

/** What was done, and who did it. */
export function signed(on: string, by: string | null): string {
  return by === null ? on : `${on} · ${by}`;
}

/** How a request ended, in the label beside the day and the name: what is taken back has no verdict. */
export function endOf(stage: NonNullable<HazardDetail['extension']>['stage']): 'withdrawn' | 'decided' {
  return stage === 'withdrawn' ? 'withdrawn' : 'decided';
}
