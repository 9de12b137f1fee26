import { closeAttempts, closeSeats, installQuestions, remindSitters, sweepViolations } from '@changming/application/training';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 到时交卷、缺考、考试提醒: whatever is over by now, however long nobody looked. */
export const closeExams = job({
  name: 'training.close-exams',
  cron: '*/5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    while ((await closeAttempts(clock, {})).more);
    while ((await closeSeats(clock, {})).more);
    await remindSitters(clock, {});
  },
});

/** 三违再教育、屡犯重训催办. */
export const chaseViolations = job({
  name: 'training.chase-violations',
  cron: '40 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    let after: string | null = null;
    do after = (await sweepViolations(clock, { after })).next;
    while (after !== null);
  },
});

/** 随附的题库: put where it is not yet, once the group is founded, when a newer product starts, and each night. */
export const installBank = job({
  name: 'training.install-questions',
  cron: '50 0 * * *',
  atStart: true,
  payload: z.strictObject({}),
  async run({ clock }) {
    await installQuestions(clock, {});
  },
});
