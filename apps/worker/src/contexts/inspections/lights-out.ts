import { chaseLightsOut } from '@changming/application/inspections';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 班后催办: chases within the hour whoever has not confirmed the end of a shift. */
export const chaseUnconfirmed = job({
  name: 'inspections.lightsOut',
  cron: '*/5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    while ((await chaseLightsOut(clock, {})).more);
  },
});
