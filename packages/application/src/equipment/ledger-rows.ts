import type { Tx } from '@changming/database';

/** 来源: the rows of ledgers that told of a piece of equipment, with every cell as it was written. */
export async function ledgerRowsOf(tx: Tx, subjectId: string) {
  return tx
    .selectFrom('equipment_ledger_rows')
    .select(['file_name as fileName', 'sheet', 'row', 'words'])
    .where('subject_id', '=', subjectId)
    .orderBy('told_at', 'desc')
    .limit(20)
    .execute();
}
