import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Database, Tx } from './database.ts';
import { knownAt, untilSettled } from './known-at.ts';
import { test } from './testing/index.ts';

const before = '2026-04-05T15:59:59Z';
const cutOff = new Date('2026-04-05T16:00:00Z');
const after = '2026-04-05T16:00:01Z';

async function write(tx: Tx, at: string, id: string, name: string): Promise<void> {
  await sql`select set_config('app.at', ${at}, true)`.execute(tx);
  await sql`insert into units (id, code, name, kind, lo, hi, used, depth, opened_on, search_key)
    values (${id}, ${id}, ${name}, 'group', 1, 99, 1, 0, '2026-01-01', '') on conflict (id) do update set name = excluded.name`.execute(tx);
}

/** A transaction that began and took its instant before the cut-off, and writes only when told to. */
function slowWriter(owner: Database, id: string, name: string) {
  const begun = Promise.withResolvers<undefined>();
  const told = Promise.withResolvers<undefined>();
  const ended = owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', ${before}, true)`.execute(tx);
    begun.resolve(undefined);
    await told.promise;
    await write(tx, before, id, name);
  });
  return { begun: begun.promise, finish: () => told.resolve(undefined), ended };
}

async function namesKnownAt(owner: Database, instant: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${knownAt('units', instant)} u`.execute(owner);
  return rows.map(({ name }) => name);
}

describe('what was known at a cut-off', () => {
  test('includes what a slow transaction learnt before it and committed after it, and nothing learnt later', async ({
    database: { owner },
  }) => {
    const id = randomUUID();
    await owner.transaction().execute((tx) => write(tx, '2026-01-01T00:00:00Z', id, '旧名'));
    const slow = slowWriter(owner, id, '更名于截止前');
    await slow.begun;
    expect(await namesKnownAt(owner, cutOff)).toEqual(['旧名']);

    const looks: number[] = [];
    const settled = untilSettled(owner, {
      pause: async () => {
        looks.push(1);
        if (looks.length === 3) slow.finish();
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    });
    await settled;
    await slow.ended;
    const known = await namesKnownAt(owner, cutOff);
    await owner.transaction().execute((tx) => write(tx, after, id, '更名于截止后'));

    expect(looks.length).toBeGreaterThanOrEqual(3);
    expect(known).toEqual(['更名于截止前']);
    expect(await namesKnownAt(owner, cutOff)).toEqual(['更名于截止前']);
    expect(await namesKnownAt(owner, new Date(after))).toEqual(['更名于截止后']);
  });

  test('does not wait for transactions begun after it asked', async ({ database: { owner } }) => {
    const earlier = slowWriter(owner, randomUUID(), '早');
    await earlier.begun;
    const later: ReturnType<typeof slowWriter>[] = [];
    const pause = async () => {
      const one = slowWriter(owner, randomUUID(), '晚');
      later.push(one);
      await one.begun;
      earlier.finish();
      await earlier.ended.catch(() => {});
    };

    await untilSettled(owner, { attempts: 1, pause });

    expect(later).toHaveLength(1);
    for (const one of later) one.finish();
    await Promise.allSettled(later.map(({ ended }) => ended));
  });

  test('is not read at all while an earlier transaction never ends', async ({ database: { owner } }) => {
    const slow = slowWriter(owner, randomUUID(), '不结束');
    await slow.begun;

    await expect(untilSettled(owner, { attempts: 2 })).rejects.toThrow('still open');

    slow.finish();
    await slow.ended.catch(() => {});
  });
});
