export * from './inputs.ts';
export { pointKinds } from './kinds.ts';
export type { PointKind } from './kinds.ts';
export { isPlateCode, plateCode, plateCodeLength, readPlateCode } from './plate-code.ts';
export { pointRefusals } from './refusals.ts';
export type { PointRefusal } from './refusals.ts';
export { drawnKinds, movedPlace, placeIn, placeUnits, sheetKinds, sheetState, sheetStates } from './sheets.ts';
export type { DrawnKind, PlanPlace, SheetKind, SheetState } from './sheets.ts';
