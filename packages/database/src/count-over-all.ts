import { rootRange, type UnitRange } from '@changming/domain/units';
import type { RawBuilder } from 'kysely';

import type { Tx } from './database.ts';
import { scopeSetting } from './scope.ts';
import { makeSettings } from './transaction.ts';

/**
 * One row of whole numbers, counted with sight of the whole group, for a reader who may see a part of it. No record can leave it: an answer
 * that holds anything but numbers, or more rows than one, is thrown away. Afterwards the transaction sees what it saw before.
 */
export async function countOverAll<Counts extends Readonly<Record<string, number>>>(
  tx: Tx,
  scope: readonly UnitRange[],
  statement: RawBuilder<Counts>,
): Promise<Counts> {
  await makeSettings(tx, { 'app.read_scope': scopeSetting([rootRange]), 'app.whole': 'yes' });
  const narrow = () => makeSettings(tx, { 'app.read_scope': scopeSetting(scope), 'app.whole': '' });
  const { rows } = await statement.execute(tx).catch(async (fault: unknown) => {
    // Where the server refused the statement it answers nothing more in this transaction, this one neither.
    await narrow().catch(() => undefined);
    throw fault;
  });
  await narrow();
  const [counts] = rows;
  if (counts === undefined || rows.length > 1 || !Object.values(counts).every(Number.isSafeInteger))
    throw new Error('what is counted over all is one row of whole numbers');
  return counts;
}
