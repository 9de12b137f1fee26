import { keepPart, readPart } from '../../../phone/snapshot/part-store.ts';
import type { Place } from './draft.ts';

const part = 'hazards.places';
/** As many are one tap away. */
const most = 3;
/** As many are known by their names when there is no network. */
const mostKnown = 50;

/** The last three places where this person was with this phone, the latest first: one tap where there is no plate. */
export async function recentPlaces(ownerId: string): Promise<readonly Place[]> {
  return (await visitedPlaces(ownerId)).slice(0, most);
}

/**
 * Every place that this person visited with this phone, by its name, the latest first. Locked with the person's key: whoever takes the phone
 * over sees nothing of it, and signing out leaves nothing.
 */
export async function visitedPlaces(ownerId: string): Promise<readonly Place[]> {
  const kept = await readPart<unknown>(ownerId, part);
  return Array.isArray(kept?.value) ? kept.value.filter(isPlace) : [];
}

let written: Promise<void> = Promise.resolve();

/** One after another: a visit and the report that follows it would else take each other's place. Without a sign-in nothing is kept. */
export async function rememberPlace(ownerId: string, place: Place): Promise<void> {
  written = written.then(() => note(ownerId, place));
  await written;
}

async function note(ownerId: string, place: Place): Promise<void> {
  const others = (await visitedPlaces(ownerId)).filter((known) => keyOf(known) !== keyOf(place));
  await keepPart(ownerId, part, [place, ...others].slice(0, mostKnown));
}

export function keyOf(place: Place): string {
  return place.by === 'plate' ? place.code : place.unitId;
}

/** Where they lay open to everybody who takes the phone into the hand. */
export function clearOpenShelf(): void {
  localStorage.removeItem('cm.phone.places');
}

function isPlace(value: unknown): value is Place {
  const { by, code, unitId, name, unit } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string') return false;
  return by === 'plate' ? typeof code === 'string' && typeof unit === 'string' : by === 'unit' && typeof unitId === 'string';
}
