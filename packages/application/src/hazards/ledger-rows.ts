import type { Tx } from '@changming/database';

/** 期初台账: what each ledger said of the hazard, the latest last. */
export async function ledgerRowsOf(tx: Tx, hazardId: string) {
  return tx
    .selectFrom('hazard_ledger_rows')
    .select(['file_name as fileName', 'file_hash as fileHash', 'sheet', 'row', 'words', 'told_at as toldAt'])
    .where('hazard_id', '=', hazardId)
    .orderBy('told_at')
    .limit(50)
    .execute();
}
