import { sql } from 'kysely';
import { z } from 'zod';

import { command } from '../context.ts';

/** A phone that lies in a drawer over the holidays finds what it had begun to send; days. */
const patience = 14;

/** Forgets the pieces of photos of which nothing more has come for a fortnight. The phone then begins them anew. */
export const sweepChunks = command({
  permission: 'evidence.sweep',
  input: z.strictObject({}),
  async run({ tx, now, trail }) {
    const since = new Date(now.getTime() - patience * 86_400_000);
    const { rows } = await sql<{ evidence_id: string }>`
      delete from evidence_chunks where evidence_id in (
        select evidence_id from evidence_chunks where at < ${since} and not exists (
          select from evidence_chunks later where later.evidence_id = evidence_chunks.evidence_id and later.at >= ${since}))
      returning evidence_id`.execute(tx);
    return trail([], { dropped: new Set(rows.map((row) => row.evidence_id)).size });
  },
});
