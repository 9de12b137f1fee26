import type { Place } from './draft.ts';

const shelf = 'cm.phone.places';
/** As many are one tap away. */
const most = 3;
/** As many are known by their names when there is no network. */
const mostKnown = 50;

/** The last three places of this phone, the latest first: one tap where there is no plate. */
export function recentPlaces(): readonly Place[] {
  return visitedPlaces().slice(0, most);
}

/** Every place that this phone knows by its name, the latest first. */
export function visitedPlaces(): readonly Place[] {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? '[]') as unknown;
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

export function rememberPlace(place: Place): void {
  const others = visitedPlaces().filter((known) => keyOf(known) !== keyOf(place));
  localStorage.setItem(shelf, JSON.stringify([place, ...others].slice(0, mostKnown)));
}

export function keyOf(place: Place): string {
  return place.by === 'plate' ? place.code : place.unitId;
}

function isPlace(value: unknown): value is Place {
  const { by, code, unitId, name, unit } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string') return false;
  return by === 'plate' ? typeof code === 'string' && typeof unit === 'string' : by === 'unit' && typeof unitId === 'string';
}
