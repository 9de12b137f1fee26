import type { Tx } from '@changming/database';

import { supervisionNumber } from './list-supervisions.ts';
import { type StoredSupervision, toSupervision } from './supervisions.ts';

/** The supervision listed last: the one that runs, or the one that ended last. */
export async function lastSupervision(tx: Tx, hazardId: string): Promise<StoredSupervision | null> {
  const row = await tx
    .selectFrom('hazard_supervisions')
    .selectAll()
    .where('hazard_id', '=', hazardId)
    .orderBy('stage', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toSupervision(row);
}

/** 挂牌督办台账 of one hazard, latest first, with the progress reported. */
export async function supervisionsOf(tx: Tx, hazardId: string) {
  const rows = await tx.selectFrom('hazard_supervisions').selectAll().where('hazard_id', '=', hazardId).orderBy('seq', 'desc').execute();
  const progress = await tx
    .selectFrom('hazard_progress')
    .select(['supervision_id as supervisionId', 'text', 'by_id as byId', 'at'])
    .where('hazard_id', '=', hazardId)
    .orderBy('at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...toSupervision(row),
    number: supervisionNumber(row.listed_on, row.seq),
    progress: progress.filter(({ supervisionId }) => supervisionId === row.id).map(({ text, byId, at }) => ({ text, byId, at })),
  }));
}
