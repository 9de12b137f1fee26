import { z } from 'zod';

import { command } from '../context.ts';
import { saveBatch } from './store.ts';

/** Longer than the queue waits for a worker that died, tries again included; minutes. */
const patience = 30;

/**
 * Ends batches that have been read or run for too long, because every try of their job was cut off: they say so, keep the file and the
 * answers, and may be tried again. A worker that is still at it finds its batch changed and leaves nothing behind.
 */
export const sweepImports = command({
  permission: 'imports.sweep',
  input: z.strictObject({}),
  async run(work) {
    const stuck = await work.tx
      .selectFrom('import_batches')
      .selectAll()
      .where('state', 'in', ['reading', 'running'])
      .where('state_since', '<', new Date(work.now.getTime() - patience * 60_000))
      .orderBy('state_since')
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute();
    const failure = { code: 'imports.interrupted', facts: { minutes: patience } };
    for (const batch of stuck) await saveBatch(work, batch, { state: 'failed', failure: JSON.stringify(failure) });
    const changes = stuck.map(({ id, unit_id, state }) => ({
      subjectId: id,
      unitId: unit_id,
      before: { state },
      after: { failure: failure.code },
    }));
    return work.trail(changes, { stopped: stuck.length });
  },
});
