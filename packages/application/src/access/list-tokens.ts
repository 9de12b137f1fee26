import { toPage, when, within } from '@changming/database';
import type { tokenFilter } from '@changming/domain/access';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';

type Filter = z.output<typeof tokenFilter>;

/** 令牌 that nobody revoked, newest first, with their last use; never a secret. */
export const listTokens = query({
  permission: 'access.manageTokens',
  async run({ tx, scope }: Reading, { accountId, expiresBy, after, limit }: Filter) {
    const rows = await tx
      .selectFrom('tokens as t')
      .innerJoin('accounts as a', 'a.id', 't.account_id')
      .leftJoin('persons as p', 'p.id', 'a.person_id')
      .select(['t.id', 't.name', 't.prefix', 't.scopes', 't.unit_ids as unitIds', 't.expires_on as expiresOn', 't.created_at as createdAt'])
      .select(['t.used_at as usedAt', 't.account_id as accountId', 'a.login', 'p.name as owner', 'p.staff_no as staffNo'])
      .where('t.revoked_at', 'is', null)
      .where((eb) => within(eb.ref('a.unit_pos'), scope))
      .where((eb) =>
        eb.and([
          ...when(accountId, (id) => eb('t.account_id', '=', id)),
          ...when(expiresBy, (day) => eb('t.expires_on', '<=', day)),
          ...when(after, ([last]) => eb('t.id', '<', last)),
        ]),
      )
      .orderBy('t.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => row.id,
      (row) => row,
    );
  },
});
