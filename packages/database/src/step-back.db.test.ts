import { readFile } from 'node:fs/promises';
import { constants, getPriority } from 'node:os';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { openDatabase } from './open.ts';
import { isOnThisMachine } from './step-back.ts';
import { test } from './testing/index.ts';

const asked = sql<{ pid: number }>`select pg_backend_pid() as pid`;

test('what works in the background steps back behind what people wait for', async ({ database: { url, role } }) => {
  const here = getPriority();
  for (const [inBackground, priority, ofSession] of [
    [true, constants.priority.PRIORITY_BELOW_NORMAL, 3],
    [false, here, 0],
  ] as const) {
    const db = openDatabase({ url, role, max: 1, inBackground });
    const { rows } = await asked.execute(db);

    expect(getPriority(rows[0]?.pid)).toBe(priority);
    // The connection's process leads a session of its own, whatever this one belongs to.
    await expect.poll(async () => (await priorityOfSession(rows[0]?.pid)) ?? ofSession, { timeout: 10_000 }).toBe(ofSession);
    await db.destroy();
  }
});

/** Nothing where the system does not share the processors out by session, or the process belongs to none of them. */
async function priorityOfSession(pid: number | undefined): Promise<number | null> {
  const told = await readFile(`/proc/${pid}/autogroup`, 'utf8').catch(() => '');
  const [, priority] = /nice (-?\d+)/.exec(told) ?? [];
  return priority === undefined ? null : Number(priority);
}

test.for([
  ['postgres://a@localhost:5432/changming?host=%2Ftmp%2Fchangming-1', true],
  ['postgres://a@localhost:5432/changming', false],
  ['postgres://a@10.0.0.5:5432/changming?host=db.example', false],
] as const)('a server at %s is on this machine: %s', ([url, here]) => {
  expect(isOnThisMachine(url)).toBe(here);
});
