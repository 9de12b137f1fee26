import type { Tx } from '@changming/database';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { type Searched, searched } from '../workforce/index.ts';

/** Accounts within the ranges whose login, or whose person's name, pinyin initials or 工号, holds what was typed. */
export function accountsWith(tx: Tx, ranges: readonly UnitRange[], typed: string): Promise<Searched> {
  return searched(
    tx,
    ranges,
    typed,
    ({ key, los, his, most }) => sql`select id from house.search_accounts(${key}, ${los}::bigint[], ${his}::bigint[], ${most})`,
  );
}
