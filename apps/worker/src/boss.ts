import { speakFor } from '@changming/application/access';
import type { House } from '@changming/application/context';
import { stillAsked } from '@changming/application/hazards';
import { confirmationAsked } from '@changming/application/imports';
import { queuePolicy } from '@changming/application/jobs';
import type { JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

import type { Job, JobTools } from './job.ts';

type Outside = Pick<JobTools, 'mailer' | 'publicUrl' | 'dataDir'>;

export function jobTools(boss: PgBoss, house: House, outside: Outside): JobTools {
  const clock = house.clockwork();
  return {
    ...outside,
    house,
    clock,
    stillAsked: async (occasion) => (await stillAsked(clock, occasion)) && (await confirmationAsked(clock, occasion)),
    speakFor: (accountId) => speakFor(house, accountId),
    async enqueue(target, payload, key) {
      await boss.send(target.name, payload as object, { singletonKey: key });
    },
  };
}

const batch = { batchSize: 50, pollingIntervalSeconds: 1, burstWhenBatchFull: true, perJobResults: true } as const;

/** Makes the queues, the schedules and the handlers. A job that fails is retried with growing pauses and takes no other along. */
export async function serveJobs(boss: PgBoss, jobs: readonly Job[], working: Working): Promise<void> {
  for (const each of jobs) {
    await boss.createQueue(each.name, queuePolicy);
    if (each.cron !== undefined) await boss.schedule(each.name, each.cron, {}, { tz: 'Asia/Shanghai' });
    if (each.atStart === true) await boss.send(each.name, {}, { singletonKey: 'start' });
    await boss.work<object, unknown, typeof batch>(each.name, batch, async (waiting) => settled(each, waiting, working));
  }
}

/** How many jobs of the queues were done, and what failed; what failed there waits in its queue for another try. */
type Worked = { readonly done: number; readonly failed: number };

/** Runs every scheduled sweep once, then works the queues until nothing is left to do: `cm worker --until-idle`. */
export async function runUntilIdle(boss: PgBoss, jobs: readonly Job[], working: Working): Promise<Worked> {
  for (const each of jobs) await boss.createQueue(each.name, queuePolicy);
  const swept = await inTurn(jobs, (each) => sweepNow(each, working));
  for (let [done, failed] = [0, swept.failed]; ; ) {
    const round = await inTurn(jobs, (each) => workOff(boss, each, working));
    if (round.done + round.failed === 0) return { done, failed };
    [done, failed] = [done + round.done, failed + round.failed];
  }
}

async function inTurn(jobs: readonly Job[], act: (each: Job) => Promise<JobResult<object>[]>): Promise<Worked> {
  const results: JobResult<object>[] = [];
  for (const each of jobs) results.push(...(await act(each)));
  const done = results.filter(({ status }) => status === 'completed').length;
  return { done, failed: results.length - done };
}

/** The worker that runs all the time may be at the very same: whoever comes second does it again, and finds it done. */
async function sweepNow(each: Job, working: Working): Promise<JobResult<object>[]> {
  if (each.cron === undefined) return [];
  const once = () => settled(each, [{ id: each.name, data: {} }], working);
  const results = await once();
  return results.every(({ status }) => status === 'completed') ? results : once();
}

export type Working = { readonly tools: JobTools; readonly log: Logger };
type Waiting = { readonly id: string; readonly data: object };

async function workOff(boss: PgBoss, each: Job, working: Working): Promise<JobResult<object>[]> {
  const results = await settled(each, await boss.fetch<object>(each.name, { batchSize: 50 }), working);
  for (const { id, status, output } of results) {
    if (status === 'completed') await boss.complete(each.name, id);
    else await boss.fail(each.name, id, output ?? null);
  }
  return results;
}

/** Runs a batch one by one and says of each how it went. */
async function settled(each: Job, waiting: readonly Waiting[], { tools, log }: Working): Promise<JobResult<object>[]> {
  const results: JobResult<object>[] = [];
  for (const { id, data } of waiting) {
    try {
      await each.run(tools, each.payload.parse(data ?? {}));
      results.push({ id, status: 'completed' });
    } catch (error) {
      log.error({ err: error, job: each.name }, 'job failed');
      results.push({ id, status: 'failed', output: { message: String(error) } });
    }
  }
  return results;
}
