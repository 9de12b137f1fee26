import { dueKinds, oweSpotChecks, refreshFireDues, sweepEquipment } from '@changming/application/equipment';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 点检任务、到期提醒: what is owed by now, whatever was missed while nobody looked. */
export const sweep = job({
  name: 'equipment.sweep',
  cron: '20 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let next: string | null = null;
    do next = (await oweSpotChecks(clock, { after: next })).next;
    while (next !== null);
    for (const rule of dueKinds) {
      let after: string | null = null;
      do after = (await sweepEquipment(clock, { rule, after })).next;
      while (after !== null);
    }
  },
});

/** 复核到期日: reckons the days of fire equipment anew each night, by the rules of that day. */
export const refresh = job({
  name: 'equipment.refresh-dues',
  cron: '10 1 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let next: string | null = null;
    do next = (await refreshFireDues(clock, { after: next })).next;
    while (next !== null);
  },
});
