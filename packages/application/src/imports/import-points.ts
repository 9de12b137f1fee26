import type { PointDraft } from '@changming/domain/imports';
import { earlierOf, laterOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { type Changed, command, type Writing } from '../context.ts';
import { enterPoints, type LedgerPoint } from '../points/index.ts';
import { noteRecords } from './note-records.ts';
import type { Of } from './plan.ts';
import { planOfPoints } from './plan-points.ts';
import { ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 点位台账: points with their keepers. Whoever may set a point up by hand may bring a table of them in. */
export const runPointsImport = command({
  permission: 'points.edit',
  name: 'points.import',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringPoints),
});

async function bringPoints(work: Writing, batch: Batch, asked: Of): Promise<Changed[]> {
  // One table at a time: a second one is judged against what the first has brought.
  await sql`select pg_advisory_xact_lock(hashtext('points.import'))`.execute(work.tx);
  const drafts = readyOf(await planOfPoints(work, asked), batch);
  const points = drafts.map((draft) => ({ draft, point: ledgerPoint(work, draft, batch) }));
  const changes = await enterPoints(
    work,
    points.map(({ point }) => point),
  );
  await noteRecords(
    work,
    batch,
    // Every cell as it is written: what no table holds is not lost.
    points.map(({ draft: { source, words }, point: { id } }) => ({ id, source, words })),
  );
  return changes;
}

function ledgerPoint({ today, newId }: Writing, draft: PointDraft, { effective_on, file_name }: Batch): LedgerPoint {
  const { unitId, name, code, keeperId, key, closedOn, ownNo, place, remark, existingId } = draft;
  const day = earlierOf(effective_on, today);
  const openedOn = draft.openedOn ?? earlierOf(day, closedOn ?? day);
  return {
    id: existingId ?? newId(),
    isKnown: existingId !== null,
    unitId,
    name,
    code,
    keeperId,
    key,
    closedOn,
    ownNo,
    place,
    remark,
    openedOn,
    kind: draft.isKindTold || existingId === null ? draft.kind : null,
    keyReason: draft.keyReason ?? file_name.replace(/\.xlsx$/iu, '').slice(0, 200),
    from: laterOf(openedOn, day),
  };
}
