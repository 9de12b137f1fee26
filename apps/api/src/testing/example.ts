import { randomUUID } from 'node:crypto';

import { given, givenAccount } from '@changming/application/testing';

import type { Holder, Place, World } from './world.ts';

/** A request that fits the contract, about a record at a place. */
export type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Sent as they are, as a file would be. */
  readonly bytes?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What comes when it is let through, as a status or a code of a refusal that needs the record to be seen; 2xx when nothing is said. */
  readonly answers?: readonly (number | string)[];
};

/** Writes what the request is about, as the owner, and says how to ask. Each call makes a record that no request has changed yet. */
export type Example = (world: World, at: Place, by: Holder) => Promise<Asked> | Asked;

/** Nothing needs to be there before. */
export const bare: Example = () => ({});

/** A list narrowed to the unit of the place. */
export const ofUnit: Example = (_, at) => ({ query: { unitId: unitId(at) } });

export function unitId(at: Place): string {
  return at.absent ? randomUUID() : at.unit.id;
}

let counted = 0;

/** A code that nothing else has. */
export function fresh(prefix: string): string {
  counted += 1;
  return `${prefix}${counted}`;
}

/** Notes what lies outside the callers' branch, so that every later answer is searched for it. */
export function noted({ hidden }: Pick<World, 'hidden'>, at: Place, id: string): string {
  if (at.relation !== 'own' && at.relation !== 'child') hidden.add(id);
  return id;
}

/** What lies above the callers holds for them, so its id is no secret. */
export function notedUnlessAbove(world: Pick<World, 'hidden'>, at: Place, id: string): string {
  return at.relation === 'parent' || at.relation === 'group' ? id : noted(world, at, id);
}

export async function personId(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  return noted(world, at, (await given.person(world.owner, at.unit, { staff_no: fresh('P') })).id);
}

/** An account of a person at the place. */
export async function accountId(world: World, at: Place, over: object = {}): Promise<string> {
  if (at.absent) return randomUUID();
  const person = await given.person(world.owner, at.unit, { staff_no: fresh('P') });
  noted(world, at, person.id);
  return noted(world, at, (await givenAccount(world.owner, { person, over })).id);
}

/** A unit of its own below the place, so that a request may change it. */
export async function unitBelow(world: World, at: Place, kind: 'team' | 'workshop' = 'team'): Promise<string> {
  if (at.absent) return randomUUID();
  return noted(world, at, (await given.unit(world.owner, fresh('单位'), kind, at.unit)).id);
}

/**
 * A record that is made once a place where nobody may reach it: what is only refused changes nothing, so that one record serves all
 * questions about the place. Of one's own branch, and where the world changes elsewhere too, each is new.
 */
export function onceOutside<Made, More extends readonly (string | undefined)[]>(
  make: (world: World, at: Place, ...more: More) => Promise<Made>,
) {
  const made = new WeakMap<World, Map<string, Promise<Made>>>();
  return (world: World, at: Place, ...more: More): Promise<Made> => {
    if (!world.isStillOutside || ['own', 'child', 'group', 'absent'].includes(at.relation)) return make(world, at, ...more);
    const places = made.get(world) ?? new Map<string, Promise<Made>>();
    made.set(world, places);
    const name = [at.relation, ...more].join(' ');
    const known = places.get(name) ?? make(world, at, ...more);
    places.set(name, known);
    return known;
  };
}
