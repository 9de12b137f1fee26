export * from './inputs.ts';
export { childWidth, labelBranch, nextBelow, roomBelow, rootRange, widthOf } from './labels.ts';
export type { Branch, Labelled } from './labels.ts';
export { unitRefusals } from './refusals.ts';
export type { UnitRefusal } from './refusals.ts';
export { deepest, mayHangBelow, unitActs, unitFlags, unitKinds } from './unit.ts';
export type { UnitAct, UnitFlag, UnitKind } from './unit.ts';
export { containing, merged } from './unit-range.ts';
export type { UnitRange } from './unit-range.ts';
