import { confirmPermissions, rowsToConfirm } from '@changming/domain/imports';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command, query, type Reading } from '../context.ts';
import { holdersOver } from '../holders-over.ts';
import { tellAll } from '../tell-all.ts';
import { type Batch, batchInScope } from './store.ts';
import { mayConfirm, placesOf } from './withheld-rows.ts';

const about = 'imports.confirmationAsked';

/** `byId` has seen them already; `before` is what was told until now. */
const input = z.strictObject({ batchId: id, byId: id.nullable(), before: z.int().nullable() });

/**
 * Tells whoever may confirm rows that wait in a batch how many those are, once however often the file is judged; what waits no more is off
 * the lists.
 */
export const tellConfirmers = command({
  permission: 'imports.sweep',
  name: 'imports.tell',
  input,
  async run(work, { batchId, byId, before }) {
    const batch = await batchInScope(work.tx, work.scope, batchId);
    const [past, once] = [occasionAt(batchId, before), occasionOf(batch)];
    if (past !== null && past !== once) await work.enqueue('notices.close', { about, subjectId: batchId, once: past }, `${about}:${past}`);
    if (once === null) return work.trail([], { told: 0 });
    const others = (await confirmers(work, batch)).filter(({ personId }) => personId !== byId);
    const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', batch.unit_id).executeTakeFirstOrThrow();
    for (const [count, those] of Map.groupBy(others, ({ rows }) => rows)) {
      const to = { personIds: those.map(({ personId }) => personId) };
      const facts = { unit, title: batch.file_name, count };
      await tellAll(work, { about, subjectId: batchId, unitId: batch.unit_id, to, facts, link: `/imports/${batchId}?show=wrong`, once });
    }
    return work.trail([], { told: others.length });
  },
});

type Occasion = { readonly about: string; readonly subjectId: string; readonly once: string };

/** Whether a notice still asks for something: rows that were confirmed or left out meanwhile wait no more. Every other notice stands. */
export async function confirmationAsked(clock: Caller, occasion: Occasion): Promise<boolean> {
  return occasion.about !== about || rowsWait(clock, occasion);
}

const rowsWait = query({
  permission: 'imports.sweep',
  async run({ tx, scope }, { subjectId, once }: Occasion) {
    return occasionOf(await batchInScope(tx, scope, subjectId)) === once;
  },
});

function occasionOf({ id: batchId, awaiting_told: told }: Batch): string | null {
  return occasionAt(batchId, told);
}

function occasionAt(batchId: string, told: number | null): string | null {
  return told === null ? null : `${batchId}:${told}`;
}

type Confirmer = { readonly personId: string; readonly rows: number };

/** Who may open the batch today and confirm rows of it, each with how many. */
async function confirmers(reading: Reading, batch: Batch): Promise<Confirmer[]> {
  const awaiting = batch.awaiting ?? [];
  const places = await placesOf(
    reading.tx,
    awaiting.map(({ unitId }) => unitId),
  );
  const permissions = [...confirmPermissions, 'imports.run' as const];
  const holders = await holdersOver(reading, { permissions, places: [batch.unit_pos, ...places.values()] });
  return holders.flatMap(({ personId, may }) => {
    const rows = rowsToConfirm(awaiting, (permission, unitId) => mayConfirm(may, permission, places.get(unitId)));
    return rows === 0 || !may('imports.run', batch.unit_pos) ? [] : [{ personId, rows }];
  });
}
