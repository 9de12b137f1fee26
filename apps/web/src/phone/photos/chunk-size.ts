const smallest = 32 * 1024;
const largest = 1024 * 1024;

/** Bytes of the first piece: ten seconds on a poor line. */
export const firstChunk = 128 * 1024;

/** The next piece after one of `size` that took `ms`, or failed: on a good line few and large, on a bad one each small enough to get through. */
export function nextChunk(size: number, took: number | 'failed'): number {
  if (took === 'failed') return Math.max(smallest, size / 2);
  if (took < 1000) return Math.min(largest, size * 2);
  return took > 5000 ? Math.max(smallest, size / 2) : size;
}
