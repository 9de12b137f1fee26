import type { Tx } from '@changming/database';

/** 发证机关 of a certificate; null: not stated. */
export async function issuerOf(tx: Tx, certificateId: string): Promise<string | null> {
  const row = await tx.selectFrom('certificate_issuers').select('issuer').where('id', '=', certificateId).executeTakeFirst();
  return row?.issuer ?? null;
}

/** States who issued it; nothing is written where nothing was stated and nothing is. */
export async function keepIssuer(tx: Tx, certificateId: string, issuer: string | null): Promise<void> {
  if ((await issuerOf(tx, certificateId)) === issuer) return;
  await tx
    .insertInto('certificate_issuers')
    .values({ id: certificateId, issuer })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ issuer }))
    .execute();
}
