import { flushCompileCache } from 'node:module';

import { openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { stepBack } from '@changming/application/step-back';
import { PgBoss } from 'pg-boss';
import { destination, pino } from 'pino';

import { jobTools, runUntilIdle, serveJobs } from './boss.ts';
import { readConfig } from './config.ts';
import { jobs } from './jobs.ts';
import { openMailer } from './mailer.ts';

// People wait for the API, nobody for this: an import of a large ledger leaves the machine to them.
stepBack(process.pid);
const config = readConfig(process.env);
const untilIdle = process.argv.includes('--until-idle');
/** Whoever started `--until-idle` reads what was done from standard output. */
const log = pino(destination(untilIdle ? 2 : 1));
const house = openHouse({
  url: config.DATABASE_WORKER_URL,
  max: 6,
  inBackground: true,
  named: config.DATABASE_PREPARE === 'on',
  clock: config.clock,
  secrets: secretsFrom(config.CM_SECRET_KEY),
  onFault: ({ name, message }) => log.warn({ fault: name, why: message }, 'database connection lost'),
});
const mailer = config.CM_SMTP_URL === undefined ? null : openMailer(config.CM_SMTP_URL, config.CM_MAIL_FROM);
const boss = new PgBoss({
  connectionString: config.DATABASE_WORKER_URL,
  schema: 'jobs',
  migrate: false,
  max: 4,
  schedule: !untilIdle,
  supervise: !untilIdle,
  superviseIntervalSeconds: 10,
  monitorIntervalSeconds: 10,
});
boss.on('error', ({ name, message }) => log.warn({ fault: name, why: message }, 'queue'));

async function leave(code: number): Promise<void> {
  setTimeout(() => process.exit(1), 25_000).unref();
  await boss.stop({ graceful: true, timeout: 20_000 });
  mailer?.close();
  await house.close();
  process.exit(code);
}

process.once('SIGTERM', () => void leave(0));
process.once('SIGINT', () => void leave(0));
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));

await boss.start();
const tools = jobTools(boss, house, { mailer, publicUrl: config.PUBLIC_URL, dataDir: config.CM_DATA_DIR });
if (untilIdle) {
  const worked = await runUntilIdle(boss, jobs, { tools, log });
  process.stdout.write(`${JSON.stringify(worked)}\n`);
  await leave(worked.failed === 0 ? 0 : 1);
} else {
  await serveJobs(boss, jobs, { tools, log });
  log.info({ jobs: jobs.length }, 'working');
  flushCompileCache();
}
