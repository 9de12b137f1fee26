import { declareImportInput, type ImportFailure, noAnswers } from '@changming/domain/imports';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { batchIn, order, refuseLedger, refuseOpening, saveBatch } from './store.ts';

/** Opens a batch for a file that is about to be sent. The same id again is the same batch. */
export const declareImport = command({
  permission: 'imports.run',
  name: 'imports.declare',
  input: declareImportInput,
  async run(work, { kind, unitId, fileName, effectiveOn, opening = false, ...given }) {
    const unit = await unitInScope(work.tx, work.scope, unitId);
    refuseLedger(work, kind, unit.lo);
    if (opening) refuseOpening(work, kind, unit.lo);
    const batchId = given.id ?? work.newId();
    const { accountId: account_id, personId: person_id } = work.actor;
    await work.tx
      .insertInto('import_batches')
      .values({
        id: batchId,
        kind,
        unit_id: unit.id,
        file_name: fileName,
        state: 'declared',
        answers: JSON.stringify(noAnswers),
        effective_on: effectiveOn ?? work.today,
        opening,
        account_id,
        person_id,
        created_at: work.now,
        state_since: work.now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return work.trail({ subjectId: batchId, unitId: unit.id, before: null, after: { kind, fileName, opening } }, { id: batchId });
  },
});

const received = z.strictObject({ batchId: id, content: z.instanceof(Uint8Array), hash: z.string().length(64) });

type Received = z.output<typeof received>;

/** Takes the file, seals it, and lets the worker read it. Acknowledged means kept. A file without a byte is refused, and its batch says so. */
export async function receiveImport(caller: Caller, file: Received): Promise<{ readonly id: string; readonly state: string }> {
  if (file.content.byteLength > 0) return keepFile(caller, file);
  await failWithoutFile(caller, { batchId: file.batchId });
  return refuse('invalid', 'imports.not_xlsx');
}

/** A batch that waits for its file does so no longer; one that has a file keeps it. */
const failWithoutFile = command({
  permission: 'imports.run',
  name: 'imports.fail',
  input: z.strictObject({ batchId: id }),
  async run(work, { batchId }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['declared', 'reading', 'planned', 'failed'] });
    if (batch.state !== 'declared') return work.trail([], null);
    const failure: ImportFailure = { code: 'imports.not_xlsx', facts: {} };
    await saveBatch(work, batch, { state: 'failed', failure: JSON.stringify(failure) });
    return work.trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { failure: failure.code } }, null);
  },
});

const keepFile = command({
  permission: 'imports.run',
  name: 'imports.receive',
  input: received,
  async run(work, { batchId, content, hash }) {
    const { tx, scope, secrets, trail } = work;
    const batch = await batchIn(tx, scope, { id: batchId, states: ['declared', 'reading', 'planned', 'failed'] });
    if (batch.file_hash === hash && batch.state !== 'failed') return trail([], { id: batchId, state: batch.state });
    if (batch.file_hash !== null && batch.file_hash !== hash) refuse('conflict', 'imports.other_file');
    const sealed = secrets.seal(Buffer.from(content).toString('base64'));
    await tx
      .insertInto('import_files')
      .values({ batch_id: batchId, sealed, bytes: content.byteLength })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await saveBatch(work, batch, { state: 'reading', failure: null, file_hash: hash });
    await order(work, 'imports.plan', batch);
    return trail(
      { subjectId: batchId, unitId: batch.unit_id, before: null, after: { hash, bytes: content.byteLength } },
      { id: batchId, state: 'reading' },
    );
  },
});
