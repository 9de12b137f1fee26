export { createUnit, insertUnit, rootPlace } from './create-unit.ts';
export { initialsOf } from './initials.ts';
export { listChildren, readUnit, searchUnits } from './read-units.ts';
export { searchKeyOf, unitInScope } from './store.ts';
export type { StoredUnit } from './store.ts';
