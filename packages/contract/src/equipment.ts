export * from './equipment/due.ts';
export * from './equipment/defects.ts';
export * from './equipment/fire.ts';
export * from './equipment/misses.ts';
export * from './equipment/special.ts';
export * from './equipment/spots.ts';
