import type { Tx } from '@changming/database';
import { type Actor } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import type { Secrets } from '../secrets.ts';

/** `Idempotency-Key` of a request and what was asked with it: method, path and body. */
export type Once = { readonly key: string; readonly asked: string };

type Act = { readonly name: string; readonly now: Date; readonly secrets: Pick<Secrets, 'index'> };

type Caller = { readonly actor: Actor; readonly once?: Once };

/**
 * Runs `act` once for a key: whoever comes second waits for the first to commit, changes nothing and gets the first one's answer.
 * The key and the effect share one transaction. What was asked is kept as a keyed hash: a body may hold a number of eleven digits, which
 * a plain one would give away to whoever reads the table.
 */
export async function onceOnly<Result>(
  tx: Tx,
  { actor, once }: Caller,
  { name, now, secrets }: Act,
  act: () => Promise<Result>,
): Promise<Result> {
  if (once === undefined) return act();
  const owner = actor.accountId ?? '';
  const mine = { owner, verb: name, key: once.key };
  const fingerprint = secrets.index('asked', once.asked).toString('hex');
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({ ...mine, fingerprint, answer: null, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) return repeated<Result>(tx, mine, fingerprint);
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

async function repeated<Result>(tx: Tx, { owner, verb, key }: Mine, fingerprint: string): Promise<Result> {
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
