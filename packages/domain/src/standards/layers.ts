/**
 * Who says so, from the weakest: a default of the product, the nation, a province, a city, the group, a unit. A default of the product
 * gives way to anybody; below it each layer may only be stricter than what holds above it.
 */
export const layers = ['product', 'nation', 'province', 'city', 'group', 'unit'] as const;
export type Layer = (typeof layers)[number];

/** Where a value holds: the name of the province or city, the id of the unit; empty for product, nation and group. */
export type Jurisdiction = { readonly layer: Layer; readonly place: string };

/** Every jurisdiction that a unit lies in, widest first; `units` from the root down to the unit itself. */
export function jurisdictionsOf({ province, city, units }: { province?: string | null; city?: string | null; units: readonly string[] }) {
  const named = (layer: Layer, place: string | null | undefined): Jurisdiction[] => (place ? [{ layer, place }] : []);
  return [
    { layer: 'product', place: '' },
    { layer: 'nation', place: '' },
    ...named('province', province),
    ...named('city', city),
    { layer: 'group', place: '' },
    ...units.map((place) => ({ layer: 'unit', place })),
  ] as readonly Jurisdiction[];
}

/** Whether `place` names what a jurisdiction of this layer needs, and nothing where none is needed. */
export function isPlaceOf({ layer, place }: Jurisdiction): boolean {
  return layer === 'province' || layer === 'city' || layer === 'unit' ? place !== '' : place === '';
}
