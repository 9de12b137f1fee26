import {
  reckonDedicated,
  reckonOwed,
  reckonPeople,
  reckonRecent,
  reckonStandings,
  reckonTerms,
  remindOwed,
} from '@changming/application/training';
import { z } from 'zod';

import { job } from '../../job.ts';

/** 学时与岗前应训的全面核对: each night, and when the gate or the rules change. */
export const sweep = job({
  name: 'training.sweep',
  cron: '35 0 * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await reckonTerms(clock, {});
    await reckonOwed(clock, {});
    await reckonDedicated(clock, {});
    await reckonStandings(clock, {});
    await remindOwed(clock, {});
  },
});

/** 新近入职、转岗、返岗的人: every few minutes, so that a new worker is on the list before his first shift. */
export const recent = job({
  name: 'training.recent',
  cron: '*/5 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await reckonTerms(clock, {});
    await reckonRecent(clock, {});
    await remindOwed(clock, {});
  },
});

/** 一次培训或考试之后: what it has met for whom. */
export const reckon = job({
  name: 'training.reckon',
  payload: z.strictObject({ sessionId: z.uuid().optional(), personIds: z.array(z.uuid()).max(5000).optional() }),
  async run({ clock }, { sessionId, personIds }) {
    await reckonPeople(clock, { sessionId, personIds: personIds ?? [] });
  },
});
