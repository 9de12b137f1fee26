import type { House } from '@changming/application/context';
import type { TestDatabase } from '@changming/database/testing';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';

import { jobTools, runUntilIdle } from '../boss.ts';
import { jobs } from '../jobs.ts';

/** Works the wanted queues off, as `cm worker --until-idle` does with all; what waits in the others goes on waiting. */
export async function workOff({ url }: TestDatabase, house: House, isWanted: (queue: string) => boolean): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  const tools = jobTools(boss, house, { mailer: null, publicUrl: 'http://lamp.example.test', dataDir: '' });
  const wanted = jobs.filter(({ name }) => isWanted(name));
  await runUntilIdle(boss, wanted, { tools, log: pino({ level: 'silent' }) });
  await boss.stop({ graceful: false });
}
