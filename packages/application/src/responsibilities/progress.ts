import type { Tx } from '@changming/database';

type Progress = { readonly day: string | null; readonly at: Date | null };

/** How far the clock has come with `name`; locked, so that two workers never go the same way at once. */
export async function progressOf(tx: Tx, name: string): Promise<Progress | undefined> {
  return tx.selectFrom('responsibility_progress').select(['day', 'at']).where('name', '=', name).forUpdate().executeTakeFirst();
}

type Kept = { readonly name: string; readonly day?: string; readonly at?: Date };

export async function keepProgress(tx: Tx, { name, day, at }: Kept): Promise<void> {
  const row = { name, day: day ?? null, at: at ?? null };
  await tx
    .insertInto('responsibility_progress')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ day: row.day, at: row.at }))
    .execute();
}
