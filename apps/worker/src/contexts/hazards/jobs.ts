import {
  commitToDraws,
  drawLookBacks,
  endNobodyMay,
  foldHazards,
  nameInspectors,
  recordOldRungs,
  recountHazards,
  reminders,
  sweepHazards,
  tellInput,
  tellOfHazard,
} from '@changming/application/hazards';
import { forgetVisits } from '@changming/application/points';
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
    for (const rule of reminders) {
      let next: string | null = null;
      do next = (await sweepHazards(clock, { rule, after: next })).next;
      while (next !== null);
    }
  },
});

/** 无人有权办理的提醒: taken back once somebody may, or the step is done. */
export const endNobody = job({
  name: 'hazards.end-nobody-may',
  cron: '5-59/10 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await endNobodyMay(clock, { after })).next;
    while (after !== null);
  },
});

/** 经过: rungs told before it kept them are written down from their notices; after that there are none. */
export const oldRungs = job({
  name: 'hazards.old-rungs',
  cron: '*/15 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    while ((await recordOldRungs(clock, {})).more);
  },
});

/** 每小时清理公共入口的到访记录. */
export const forget = job({
  name: 'hazards.forget-visits',
  cron: '37 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await forgetVisits(clock, {});
  },
});

/** 回头看抽查: commits to the months to come, draws those that are over, names inspectors. At once where a month may begin within the hour. */
export const lookBacks = job({
  name: 'hazards.look-backs',
  cron: '5 * * * *',
  atStart: true,
  payload: z.strictObject({}),
  async run({ clock }) {
    await commitToDraws(clock, {});
    await drawLookBacks(clock, {});
    while ((await nameInspectors(clock, {})).named > 0);
  },
});

/** 汇总: folds what changed in the counts. Counts are true without it; they are only quicker after it. */
export const fold = job({
  name: 'hazards.fold',
  cron: '* * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    while ((await foldHazards(clock, {})).more);
  },
});

/** 复核: counts every hazard anew each night and puts right what differs. */
export const recount = job({
  name: 'hazards.recount',
  cron: '40 2 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await recountHazards(clock, {});
  },
});

export { makeDocument, sweepMade } from './documents.ts';
