import { test } from '@changming/application/testing';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { expect } from 'vitest';
import { z } from 'zod';

import { jobTools, runUntilIdle } from './boss.ts';
import { job } from './job.ts';

test('what fails is counted and left for another try, and takes nothing else along; a sweep that met another is tried again', async ({
  database,
  house,
}) => {
  const boss = new PgBoss({ connectionString: database.url, schema: 'jobs', migrate: false, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  const polished: number[] = [];
  const payload = z.strictObject({ lamp: z.int() });
  const polish = job({
    name: 'lamps.polish',
    payload,
    async run(_, { lamp }) {
      if (lamp === 2) throw new Error('the second lamp is broken');
      polished.push(lamp);
    },
  });
  const ask = job({
    name: 'lamps.ask',
    cron: '0 7 * * *',
    payload: z.strictObject({}),
    async run({ enqueue }) {
      for (const lamp of [1, 2, 3]) await enqueue(polish, { lamp }, String(lamp));
      throw new Error('nobody knows of a fourth');
    },
  });
  let wiped = 0;
  const wipe = job({
    name: 'lamps.wipe',
    cron: '0 8 * * *',
    payload: z.strictObject({}),
    async run() {
      wiped += 1;
      if (wiped === 1) throw new Error('somebody else wipes them just now');
    },
  });
  const tools = jobTools(boss, house, { mailer: null, publicUrl: 'http://lamp.example.test', dataDir: '' });

  const worked = await runUntilIdle(boss, [ask, wipe, polish], { tools, log: pino({ level: 'silent' }) });

  expect(worked).toEqual({ done: 2, failed: 2 });
  expect(wiped).toBe(2);
  expect(new Set(polished)).toEqual(new Set([1, 3]));
  expect(await boss.findJobs('lamps.polish', { key: '2' })).toMatchObject([{ state: 'retry' }]);
  await boss.stop({ graceful: false });
});
