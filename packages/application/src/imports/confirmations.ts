import { type AwaitedRows, awaitedRows, confirmPermissions, rowsToConfirm, type Verdict } from '@changming/domain/imports';
import { within } from '@changming/database';
import { sql } from 'kysely';

import type { Reading, Writing } from '../context.ts';
import { grantedScope } from '../permitted.ts';
import type { Batch } from './store.ts';

/**
 * Notes which rows of 组织机构 wait for somebody to confirm them, and lets the clock tell whoever may: the caller does not see who that is.
 * A batch in which no more rows wait than before has been told of.
 */
export async function noteAwaiting(work: Writing, batch: Batch, verdicts: readonly Verdict<unknown>[]): Promise<void> {
  const awaiting = awaitedRows(verdicts);
  if (awaiting.length === 0 && batch.awaiting === null) return;
  const isMore = allAwaited(awaiting) > allAwaited(batch.awaiting);
  const told = isMore ? batch.version : batch.awaiting_told;
  const noted = awaiting.length === 0 ? null : { awaiting: JSON.stringify(awaiting), awaiting_told: told };
  await work.tx
    .updateTable('import_batches')
    .set(noted ?? { awaiting: null, awaiting_told: null })
    .where('id', '=', batch.id)
    .execute();
  const order = { batchId: batch.id, byId: work.actor.personId, before: batch.awaiting_told };
  await work.enqueue('imports.tell', order, `${batch.id}:${batch.version}`);
}

/** How many rows of a batch wait, whoever may confirm them. */
export function allAwaited(awaiting: readonly AwaitedRows[] | null): number {
  return rowsToConfirm(awaiting ?? [], () => true);
}

/** How many rows of the batch `b` of a statement the caller may confirm, each at its unit. */
export function awaitedOf({ actor, today }: Pick<Reading, 'actor' | 'today'>) {
  const at = sql.ref<number>('p.lo');
  const held = confirmPermissions.map(
    (permission) => sql`jsonb_exists(w.needs, ${permission}) and ${within(at, grantedScope(actor, permission, today))}`,
  );
  return sql<number>`(
    select coalesce(sum(w.rows), 0)::integer
    from jsonb_to_recordset(b.awaiting) as w ("unitId" uuid, needs jsonb, rows integer) join units p on p.id = w."unitId"
    where ${within(at, grantedScope(actor, 'imports.run', today))} and (${sql.join(held, sql` or `)}))`;
}
