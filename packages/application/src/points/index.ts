export { closePoint, createPoint, editPoint } from './change-points.ts';
export { plateBehind, readPlateAtDoor, tooManyVisits } from './doors.ts';
export type { Plate } from './doors.ts';
export { forgetVisits } from './forget-visits.ts';
export { keeperOn, keepPoint } from './keep-point.ts';
export { listPlates, listPoints, readKeeperOn, readPlate, readPoint } from './read-points.ts';
export { openPoint, pointInScope } from './store.ts';
export type { StoredPoint } from './store.ts';
