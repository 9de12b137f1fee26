export { canonicalJson } from './canonical.ts';
export { checkpointText, fingerprint, signedNote } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export * from './inputs.ts';
export { emptyTree, grown, leafHash, rootOf } from './merkle.ts';
export type { Frontier, Hash } from './merkle.ts';
export { leafText } from './trail-record.ts';
export type { TrailRecord } from './trail-record.ts';
