export { largestPhoto } from '@changming/domain/evidence';
export { declareEvidence } from './declare-evidence.ts';
export { preparePhoto } from './prepare-photo.ts';
export { readPhoto, seenBefore } from './read-photo.ts';
export type { SeenBefore, ServedPhoto } from './read-photo.ts';
export { keep, receivePhoto, settle } from './receive-photo.ts';
export type { PhotoReceipt } from './receive-photo.ts';
export { declare, evidenceInScope } from './store.ts';
