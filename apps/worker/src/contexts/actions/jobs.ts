import { sweepActions, tellActionInput, tellOfAction } from '@changming/application/actions';
import { z } from 'zod';

import { job } from '../../job.ts';

export { makeDocument } from './documents.ts';

/** Finds out whom a step or a reminder concerns, and hands the notice over. */
export const tell = job({
  name: 'actions.tell',
  payload: tellActionInput,
  async run({ clock }, told) {
    await tellOfAction(clock, told);
  },
});

/** 到期提醒、超期升级: what is owed by now, whatever was missed while nobody looked. */
export const sweep = job({
  name: 'actions.sweep',
  cron: '25 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await sweepActions(clock, { after })).next;
    while (after !== null);
  },
});
