import { sweepExpired } from '@changming/application/access';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 每小时清理过期的登录记录和幂等键. */
export const sweep = job({
  name: 'access.sweep',
  cron: '17 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepExpired(clock, {});
  },
});
