import { chaseResponsibilities, countActs, makeDuties, oweLetters } from '@changming/application/responsibilities';
import { z } from 'zod';

import { job } from '../../job.ts';

const nothing = z.strictObject({});

/** 生成履职应做: what is owed by now, and whatever was not made while nobody looked. */
export const sweep = job({
  name: 'responsibilities.sweep',
  cron: '25 * * * *',
  payload: nothing,
  async run({ clock }) {
    while ((await makeDuties(clock, {})).more);
    while ((await countActs(clock, {})).more);
  },
});

/** 自动核销: real acts are given to what is owed within minutes. */
export const count = job({
  name: 'responsibilities.count',
  cron: '*/5 * * * *',
  payload: nothing,
  async run({ clock }) {
    while ((await countActs(clock, {})).more);
  },
});

/** 责任书: those of whoever joined, moved or left; asked for at once when a year is opened. */
export const sweepLetters = job({
  name: 'responsibilities.sweep-letters',
  cron: '*/10 * * * *',
  payload: nothing,
  async run({ clock }) {
    while ((await oweLetters(clock, {})).more);
  },
});

/** 提醒与催办, each morning. */
export const chase = job({
  name: 'responsibilities.chase',
  cron: '30 8 * * *',
  payload: nothing,
  async run({ clock }) {
    for (const what of ['letters', 'duties'] as const) {
      let after: string | null = null;
      do after = (await chaseResponsibilities(clock, { what, after })).next;
      while (after !== null);
    }
  },
});
