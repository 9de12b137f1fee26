import { receiveFailedControl, sweepReviews } from '@changming/application/risks';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 措施失效: a failed check or a hazard on a measure asks for the risk to be graded anew. */
export const failedControl = job({
  name: 'risks.failed-control',
  payload: z.strictObject({
    measureId: z.uuid(),
    cause: z.enum(['failedCheck', 'hazard']),
    subjectId: z.uuid(),
    on: z.iso.date(),
  }),
  async run({ clock }, failed) {
    await receiveFailedControl(clock, failed);
  },
});

/** 复评提醒: looks at the reviews that are owed by now. */
export const reviews = job({
  name: 'risks.reviews',
  cron: '20 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await sweepReviews(clock, { after })).next;
    while (after !== null);
  },
});
