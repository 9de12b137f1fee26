import {
  chaseWatch,
  oweWatch,
  remindUnplanned,
  reminderKinds,
  settleStaffing,
  sweepCertificates,
  sweepOverrides,
} from '@changming/application/workforce';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 值班: seats that are owed, and what is to be told of them by now. */
export const watch = job({
  name: 'workforce.watch',
  cron: '*/5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await oweWatch(clock, { after })).next;
    while (after !== null);
    do after = (await chaseWatch(clock, { after })).next;
    while (after !== null);
    do after = (await remindUnplanned(clock, { after })).next;
    while (after !== null);
  },
});

/** 证书到期、复审、停岗: whatever is to be told by now. */
export const certificates = job({
  name: 'workforce.certificates',
  cron: '40 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    for (const rule of reminderKinds) {
      let after: string | null = null;
      do after = (await sweepCertificates(clock, { rule, after })).next;
      while (after !== null);
    }
  },
});

/** 放行到期: what is about to end or has ended while something is missing. */
export const overrides = job({
  name: 'workforce.overrides',
  cron: '50 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await sweepOverrides(clock, { after })).next;
    while (after !== null);
  },
});

/** 月末人员配备: the month-ends that have passed since anybody looked. */
export const staffing = job({
  name: 'workforce.staffing',
  cron: '15 0 * * *',
  payload: z.strictObject({}),
  run: async ({ clock }) => void (await settleStaffing(clock, {})),
});
