import { oweFollowUps, sweepIncidents, tellIncidentInput, tellOfIncident } from '@changming/application/incidents';
import { z } from 'zod';

import { job } from '../../job.ts';

export { makeDocument } from './documents.ts';

/** Finds out whom a step concerns, and hands the notice over. */
export const tell = job({
  name: 'incidents.tell',
  payload: tellIncidentInput,
  async run({ clock }, told) {
    await tellOfIncident(clock, told);
  },
});

/** 报送时限: what is owed for each day of a rescue, and what is owed by now and not done, whatever was missed while nobody looked. */
export const sweep = job({
  name: 'incidents.sweep',
  cron: '*/5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    for (const owe of [oweFollowUps, sweepIncidents]) {
      let after: string | null = null;
      do after = (await owe(clock, { after })).next;
      while (after !== null);
    }
  },
});
