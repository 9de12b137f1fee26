import {
  commitToDraws,
  drawLookBacks,
  nameInspectors,
  reminderRules,
  sweepHazards,
  tellInput,
  tellOfHazard,
} from '@changming/application/hazards';
import { z } from 'zod';

import { job } from '../../job.ts';

/** Finds out whom a step or a reminder concerns, and hands the notice over. */
export const tell = job({
  name: 'hazards.tell',
  payload: tellInput,
  async run({ clock }, told) {
    await tellOfHazard(clock, told);
  },
});

/** 到期提醒、超期升级: looks at what is owed by now, rule by rule and batch by batch. */
export const sweep = job({
  name: 'hazards.sweep',
  cron: '*/10 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    for (const rule of reminderRules) {
      let next: string | null = null;
      do next = (await sweepHazards(clock, { rule, after: next })).next;
      while (next !== null);
    }
  },
});

/** 回头看抽查: commits to the months to come, draws those that are over, names inspectors. */
export const lookBacks = job({
  name: 'hazards.look-backs',
  cron: '5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await commitToDraws(clock, {});
    await drawLookBacks(clock, {});
    while ((await nameInspectors(clock, {})).named > 0);
  },
});
