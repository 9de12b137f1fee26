import { given, test } from '@changming/application/testing';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

import { askerOn, givenHazardRow, givenToken } from '../../testing/readers.ts';

/** The explicit predicate is taken away, in this file's own copy of the modules: what still holds is row-level security alone. */
vi.mock(import('@changming/database/scope'), async (original) => ({
  ...(await original()),
  within: () => sql<boolean>`true`,
}));

test('a file shows nothing of another branch by row-level security alone', async ({ house, database: { owner } }) => {
  const { east, workshop, farMill, west } = await given.group(owner);
  const [own, foreign] = [await givenHazardRow(owner, workshop), await givenHazardRow(owner, farMill)];
  const token = await givenToken(owner, east);
  const { get } = askerOn(house);
  const now = encodeURIComponent('2026-01-20T10:00:00+08:00');

  for (const path of ['/hazards?', `/hazards?knownAt=${now}&`, '/units?', '/unitHistory?', '/dueMonths?', '/lookBacks?']) {
    const answers: Awaited<ReturnType<typeof get>>[] = [];
    /** Two at a time; the one before may still be ending. */
    const status = async () => answers.unshift(await get(`${path}format=csv`, token)) && answers[0]?.status;
    await expect.poll(status, { message: path, timeout: 10_000 }).toBe(200);
    const { text = '' } = answers[0] ?? {};
    expect([path, [foreign, farMill.id, west.id].filter((id) => text.includes(id))]).toEqual([path, []]);
  }
  expect((await get('/hazards?format=ndjson', token)).text).toContain(own);
});
