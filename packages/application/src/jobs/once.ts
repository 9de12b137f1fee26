import type { Tx } from '@changming/database';
import { type Actor } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

/** `Idempotency-Key` of a request and a hash of what was sent with it. */
export type Once = { readonly key: string; readonly fingerprint: string };

type Caller = { readonly actor: Actor; readonly once?: Once };

/**
 * Runs `act` once for a key: whoever comes second waits for the first to commit, changes nothing and gets the first one's answer.
 * The key and the effect share one transaction.
 */
export async function onceOnly<Result>(
  tx: Tx,
  { actor, once }: Caller,
  { name, now }: { readonly name: string; readonly now: Date },
  act: () => Promise<Result>,
): Promise<Result> {
  if (once === undefined) return act();
  const owner = actor.accountId ?? '';
  const mine = { owner, verb: name, key: once.key };
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({ ...mine, fingerprint: once.fingerprint, answer: null, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) return repeated<Result>(tx, mine, once);
  const result = await act();
  const answer = JSON.stringify({ result });
  await tx
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('owner', '=', owner)
    .where('verb', '=', name)
    .where('key', '=', once.key)
    .execute();
  return result;
}

type Mine = { readonly owner: string; readonly verb: string; readonly key: string };

async function repeated<Result>(tx: Tx, { owner, verb, key }: Mine, { fingerprint }: Once): Promise<Result> {
  const first = await tx
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer'])
    .where('owner', '=', owner)
    .where('verb', '=', verb)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.fingerprint !== fingerprint) refuse('invalid', 'request.key_reused', { key });
  return (first.answer as { result: Result }).result;
}
