import type { House } from '@changming/application/context';
import { queuePolicy } from '@changming/application/jobs';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

import type { Job, JobTools } from './job.ts';

type Outside = Pick<JobTools, 'mailer' | 'publicUrl' | 'dataDir'>;

export function jobTools(boss: PgBoss, house: House, outside: Outside): JobTools {
  return {
    ...outside,
    house,
    clock: house.clockwork(),
    async enqueue(target, payload, key) {
      await boss.send(target.name, payload as object, { singletonKey: key });
    },
  };
}

/** Makes the queues, the schedules and the handlers. A payload that does not fit fails and is retried with growing pauses. */
export async function serveJobs(boss: PgBoss, jobs: readonly Job[], tools: JobTools): Promise<void> {
  for (const each of jobs) {
    await boss.createQueue(each.name, queuePolicy);
    if (each.cron !== undefined) await boss.schedule(each.name, each.cron, {}, { tz: 'Asia/Shanghai' });
    await boss.work(each.name, { pollingIntervalSeconds: 1 }, async ([work]) => each.run(tools, each.payload.parse(work?.data ?? {})));
  }
}

/** Runs every scheduled sweep once, then works the queues until nothing is left to do: \`cm worker --until-idle\`. */
export async function runUntilIdle(boss: PgBoss, jobs: readonly Job[], { tools, log }: { tools: JobTools; log: Logger }): Promise<void> {
  for (const each of jobs) await boss.createQueue(each.name, queuePolicy);
  for (const each of jobs) if (each.cron !== undefined) await each.run(tools, each.payload.parse({}));
  for (let done = 1; done > 0; ) {
    done = 0;
    for (const each of jobs) done += await workOff(boss, each, { tools, log });
  }
}

async function workOff(boss: PgBoss, each: Job, { tools, log }: { tools: JobTools; log: Logger }): Promise<number> {
  const waiting = await boss.fetch<object>(each.name, { batchSize: 50 });
  for (const work of waiting) {
    try {
      await each.run(tools, each.payload.parse(work.data));
      await boss.complete(each.name, work.id);
    } catch (error) {
      log.error({ err: error, job: each.name }, 'job failed');
      await boss.fail(each.name, work.id, { message: String(error) });
    }
  }
  return waiting.length;
}
