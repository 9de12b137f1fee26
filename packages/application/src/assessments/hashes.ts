import { createHash } from 'node:crypto';

import { canonical } from '@changming/domain/assessments';

/** SHA-256 of the canonical JSON of a value: equal values have equal hashes, whatever wrote them. */
export function hashOf(value: Parameters<typeof canonical>[0]): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}
