import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test, today } from '@changming/application/testing';
import { callers, givenGrants, givenHazard, givenTrade } from '@changming/application/testing/hazard-story';
import { expect } from 'vitest';

type Said = { readonly code: number; readonly out: string; readonly err: string };
type Place = { readonly url: string; readonly role: string; readonly workerUrl?: string };

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** `cm worker --until-idle` on the test's database as the runtime role, on a day of the house. */
async function worked({ url, role, workerUrl = url }: Place, day: string): Promise<Said> {
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const env = {
    ...process.env,
    DATABASE_API_URL: url,
    DATABASE_WORKER_URL: workerUrl,
    PGOPTIONS: `-c role=${role}`,
    CM_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    CM_DATA_DIR: await mkdtemp(join(tmpdir(), 'cm-worker-')),
    CM_CLOCK: `-P${days(day, now)}D`,
  };
  return new Promise((answer) => {
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), 'worker', '--until-idle'], { env }, (error, out, err) =>
      answer({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

test('what is due by now is done from the shell, and the command ends', { timeout: 60_000 }, async ({ house, database }) => {
  const { owner } = database;
  const trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  const { hazardId } = await givenHazard(owner, { trade, by: callers(house, trade) }, 'assigned', { plan: { dueOn: today } });

  const said = await worked(database, '2026-02-05');

  expect(said).toEqual({ code: 0, out: expect.stringMatching(/^后台工作已办完：[1-9]\d* 件\n$/u), err: '' });
  const told = await owner.selectFrom('notices').select('about').where('subject_id', '=', hazardId).execute();
  expect(told.map(({ about }) => about)).toContain('hazards.escalated');
});

test('a worker that cannot begin has not done it', async ({ database: { url, role } }) => {
  const { code, err } = await worked({ url, role, workerUrl: '' }, today);

  expect([code, err]).toEqual([1, expect.stringContaining('后台工作没有办完就结束了')]);
});
