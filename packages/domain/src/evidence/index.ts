export { placeOf, takenAtOf } from './camera.ts';
export type { Place } from './camera.ts';
export { disguiseIn } from './disguise.ts';
export * from './inputs.ts';
export { evidenceRefusals } from './refusals.ts';
export type { EvidenceRefusal } from './refusals.ts';
