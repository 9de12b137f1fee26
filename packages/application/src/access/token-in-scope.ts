import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';

/** A token that still lives, locked, if its owner's account lies in the scope. */
export async function tokenInScope({ tx, scope }: Writing, tokenId: string) {
  const row = await tx
    .selectFrom('tokens as t')
    .innerJoin('accounts as a', 'a.id', 't.account_id')
    .select(['t.id', 't.name', 't.prefix', 't.revoked_at', 't.expires_on', 't.unit_ids', 't.account_id', 'a.unit_id'])
    .where('t.id', '=', tokenId)
    .where((eb) => within(eb.ref('a.unit_pos'), scope))
    .forUpdate('t')
    .executeTakeFirst();
  return row === undefined || row.revoked_at !== null ? refuse('missing', 'access.token_not_found', { id: tokenId }) : row;
}
