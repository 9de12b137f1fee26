import { computeInput, fillMemberCounts, installSchemes, runAssessment, sweepRuns, tellUnits } from '@changming/application/assessments';
import { Refusal } from '@changming/application/context';
import { z } from 'zod';

import { job } from '../../job.ts';

/**
 * 计算考核: waits until every change that had begun has ended, then computes. A refusal is an answer: what was computed meanwhile, or is
 * not due after all, is not tried again.
 */
export const compute = job({
  name: 'assessments.compute',
  payload: computeInput,
  async run({ house, clock }, order) {
    const readAt = house.clock.now().toISOString();
    await house.settled();
    await runAssessment(clock, { ...order, readAt }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  },
});

/** 到期应算: looks whether a cut-off has passed. Schemes that come with the product are there from the first look on. */
export const sweep = job({
  name: 'assessments.sweep',
  cron: '15 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await installSchemes(clock, {});
    await sweepRuns(clock, {});
  },
});

/** 送单位确认: every unit with a result is told of it. */
export const tell = job({
  name: 'assessments.tell-units',
  payload: z.strictObject({ runId: z.uuid() }),
  async run({ clock }, { runId }) {
    let next: string | null = null;
    do next = (await tellUnits(clock, { runId, after: next })).next;
    while (next !== null);
  },
});

/** So many pieces a look, of about a second each: well within the time that a job has. */
const pieces = 200;

/** 补记各单位的条数: of scores that were computed before these were kept, piece by piece; what a killed worker had done stays done. */
export const fillCounts = job({
  name: 'assessments.fill-member-counts',
  cron: '*/10 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    for (let piece = 0; piece < pieces; piece += 1) if (!(await fillMemberCounts(clock, {})).more) break;
  },
});
