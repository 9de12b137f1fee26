import type { Caller } from '../context.ts';
import { readSealedLog } from './sealed-log.ts';
import type { Signer } from './signer.ts';

/**
 * The sealed log as lines of JSON, for the stand-alone verifier: a header with the public key, then each leaf with its record, and each
 * checkpoint right after the leaf that completes it.
 */
export async function* exportTrail(
  caller: Caller,
  signer: Signer,
  { page = 2000 }: { readonly page?: number } = {},
): AsyncGenerator<string> {
  yield JSON.stringify({ format: 'changming-trail/1', origin: signer.origin, publicKey: signer.publicKey });
  for (let from = 0; ; from += page) {
    const { leaves, checkpoints } = await readSealedLog(caller, { from, limit: page });
    if (leaves.length === 0) return;
    const notes = new Map(checkpoints.map(({ size, note }) => [size, note]));
    for (const { index, hash, record } of leaves) {
      yield JSON.stringify({ leaf: index, hash: hash.toString('hex'), record });
      const note = notes.get(index + 1);
      if (note !== undefined) yield JSON.stringify({ checkpoint: note });
    }
  }
}
