import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseWiderHand } from './account-in-scope.ts';
import { newTokenSecret } from './issue-token.ts';
import { tokenInScope } from './token-in-scope.ts';

const input = z.strictObject({ tokenId: z.uuid() });

/** 吊销: the next request with it is a stranger's. */
export const revokeToken = command({
  permission: 'access.manageTokens',
  name: 'access.revokeToken',
  input,
  async run(work, { tokenId }) {
    const token = await tokenInScope(work, tokenId);
    await work.tx.updateTable('tokens').set({ revoked_at: work.now }).where('id', '=', tokenId).execute();
    return work.trail({ subjectId: tokenId, unitId: token.unit_id, before: { name: token.name }, after: { revoked: true } }, null);
  },
});

/** 轮换: a new secret for the same token, and the old one dies at once. It lives no longer than before. */
export const rotateToken = command({
  permission: 'access.manageTokens',
  name: 'access.rotateToken',
  input,
  toldOnce: true,
  async run(work, { tokenId }) {
    const token = await tokenInScope(work, tokenId);
    if (token.expires_on < work.today) refuse('conflict', 'access.token_expired');
    for (const unitId of token.unit_ids) await unitInScope(work.tx, work.scope, unitId);
    if (token.unit_ids.length === 0) await refuseWiderHand(work, token.account_id);
    const { secret, ...kept } = newTokenSecret();
    await work.tx.updateTable('tokens').set(kept).where('id', '=', tokenId).execute();
    const change = { before: { prefix: token.prefix }, after: { prefix: kept.prefix } };
    return work.trail({ subjectId: tokenId, unitId: token.unit_id, ...change }, { id: tokenId, secret, prefix: kept.prefix });
  },
});
