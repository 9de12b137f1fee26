import {
  chaseMisses,
  foldInspections,
  installChecklists,
  makeOccurrences,
  recountInspections,
  settleMisses,
} from '@changming/application/inspections';
import { z } from 'zod';

import { job } from '../../job.ts';

export { makeDocument } from './documents.ts';
export { chaseUnconfirmed } from './lights-out.ts';

const nothing = z.strictObject({});

/** 检查表库: what comes with the product is there once the group is. */
export const install = job({
  name: 'inspections.install',
  cron: '*/10 * * * *',
  payload: nothing,
  async run({ clock }) {
    await installChecklists(clock, {});
  },
});

/** 生成应查、登记漏查、催办: makes what is owed by now, settles what was missed, and tells of it. Catches up whatever was not made. */
export const sweep = job({
  name: 'inspections.sweep',
  cron: '*/5 * * * *',
  payload: nothing,
  async run({ clock }) {
    while ((await makeOccurrences(clock, {})).more);
    while ((await settleMisses(clock, {})).more);
    while ((await foldInspections(clock, {})).more);
    let next: string | null = null;
    do next = (await chaseMisses(clock, { after: next })).next;
    while (next !== null);
  },
});

/** 汇总: folds what changed in the counts. Counts are true without it; they are only quicker after it. */
export const fold = job({
  name: 'inspections.fold',
  cron: '* * * * *',
  payload: nothing,
  async run({ clock }) {
    while ((await foldInspections(clock, {})).more);
  },
});

/** 复核: compares the sums with the records each night, period by period, and puts right what differs. */
export const recount = job({
  name: 'inspections.recount',
  cron: '50 2 * * *',
  payload: nothing,
  async run({ clock }) {
    let next: number | null = 0;
    while (next !== null) next = (await recountInspections(clock, { nth: next })).next;
  },
});
