import { sql } from 'kysely';
import { z } from 'zod';

import { command } from '../context.ts';

const day = 86_400_000;
/** Days for which the notes of readings are kept. */
export const readsKept = 400;
const atOnce = 50_000;

/** 清理取数记录: notes of readings older than they are kept go; the trail keeps who read what. */
export const sweepReads = command({
  permission: 'analytics.sweep',
  input: z.strictObject({}),
  async run({ tx, now, trail }) {
    const before = new Date(now.getTime() - readsKept * day);
    const { rows } = await sql<{ gone: number }>`select house.forget_analytics_reads(${before}, ${atOnce}) as gone`.execute(tx);
    return trail([], { gone: rows[0]?.gone ?? 0 });
  },
});
