import { sweepChunks } from '@changming/application/evidence';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 每天清理两周没有再传的照片片段. */
export const sweep = job({
  name: 'evidence.sweep',
  cron: '43 3 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepChunks(clock, {});
  },
});
