import { sweepReads } from '@changming/application/analytics';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 清理取数记录, at night. */
export const sweep = job({
  name: 'analytics.sweep',
  cron: '40 3 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepReads(clock, {});
  },
});
