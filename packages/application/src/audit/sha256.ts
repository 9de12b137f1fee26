import { createHash } from 'node:crypto';

import type { Hash } from '@changming/domain/audit';

/** What the log is hashed with. */
export const sha256: Hash = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
