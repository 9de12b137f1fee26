export type { Changed, Provenance } from './append-trail.ts';
export { exportTrail } from './export-trail.ts';
export { readAccountTrail, readRecordTrail, searchTrail } from './read-trail.ts';
export { sealTrail } from './seal-trail.ts';
export { readSealing } from './sealed-log.ts';
export { signerIn } from './signer.ts';
export type { Signer } from './signer.ts';
export { verifyTrail } from './verify-trail.ts';
export type { TrailFault, Verified } from './verify-trail.ts';
