import { randomFillSync } from 'node:crypto';

import { uuidV7 } from '@changming/domain/kernel';

const each = 16;
/** Drawn for many ids at once: a draw costs far more than sixteen bytes do. Each byte is used once. */
const drawn = Buffer.alloc(each * 256);
let used = drawn.length;

/** A new id that sorts by the instant. */
export function newIdAt(instant: Date): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += each;
  return uuidV7(instant, drawn.subarray(used - each, used));
}
