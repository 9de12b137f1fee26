import { request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { given, test } from '@changming/application/testing';
import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { askerOn, givenHazardRow, givenToken, openCopies } from '../../testing/readers.ts';

let token = '';

/** Three hundred hazards of 48 kB: more than fits between a server and a client that does not read. */
async function stage(house: House, owner: Database) {
  if (token === '') {
    const { root, workshop } = await given.group(owner);
    token = await givenToken(owner, root);
    const id = await givenHazardRow(owner, workshop, { measures: 'abc '.repeat(12_000) });
    await given.arranged(owner, (tx) =>
      sql`insert into hazards (id, unit_id, unit_pos, stage, level, category, key_area, kind, source, measures, found_on, found_at, claimed_at, reported_at)
        select gen_random_uuid(), unit_id, unit_pos, stage, level, category, key_area, kind, source, measures, found_on, found_at, claimed_at, reported_at
        from hazards, generate_series(1, 300) where id = ${id}`.execute(tx),
    );
  }
  const { app } = askerOn(house);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { port, close };
}

/** Asks over a real socket and reads no more than the first piece. */
function begin(port: number, path: string) {
  const asked = request({ port, host: '127.0.0.1', path: `/api/v1/analytics${path}`, headers: { authorization: `Bearer ${token}` } });
  const answered = new Promise<number>((resolve, reject) => {
    asked.on('response', (answer) => {
      answer.pause();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
  });
  asked.end();
  return { answered, leave: () => void asked.destroy() };
}

/** Answers how many were under way: one that is over by now would look whole with right. */
async function breakCopies(owner: Database): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'copy (%' and state = 'active'`.execute(owner);
  return rows.length;
}

const soon = { timeout: 10_000 };

describe('a long download', () => {
  test('comes whole to whoever reads it', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);

    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/analytics/hazards?format=csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const lines = (await answer.text()).trimEnd().split('\n');

    expect(lines).toHaveLength(302);
    expect(new Set(lines.slice(1).map((line) => line.slice(0, 36))).size).toBe(301);
    await close();
  });

  test('ends with whoever leaves: the connection is free again, and the trace says it was cut', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);
    const download = begin(port, '/hazards?format=csv');
    expect(await download.answered).toBe(200);
    expect(await openCopies(owner)).toBe(1);

    download.leave();

    await expect.poll(() => openCopies(owner), soon).toBe(0);
    await expect
      .poll(
        async () => (await owner.selectFrom('analytics_reads').select(['outcome', 'rows']).where('outcome', '=', 'cut').execute()).at(0),
        soon,
      )
      .toEqual({ outcome: 'cut', rows: null });
    await close();
  });

  test('that is asked about and not wanted holds nothing', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);

    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/analytics/hazards?format=csv`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${token}` },
    });

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    await expect.poll(() => openCopies(owner), soon).toBe(0);
    await close();
  });

  test('waits its turn: two of one person at a time', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);
    const running = [begin(port, '/hazards?format=csv'), begin(port, '/hazards?format=ndjson')];
    expect(await Promise.all(running.map(({ answered }) => answered))).toEqual([200, 200]);

    const third = await fetch(`http://127.0.0.1:${port}/api/v1/analytics/hazards?format=csv`, {
      headers: { authorization: `Bearer ${token}` },
    });

    expect([third.status, third.headers.get('retry-after'), ((await third.json()) as { title: string }).title]).toEqual([
      429,
      '5',
      '同时进行的下载太多，请等前面的完成后再试',
    ]);
    for (const { leave } of running) leave();
    await expect.poll(() => openCopies(owner), soon).toBe(0);
    await close();
  });

  test('that breaks in the middle never looks whole', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);
    const asked = fetch(`http://127.0.0.1:${port}/api/v1/analytics/hazards?format=csv`, { headers: { authorization: `Bearer ${token}` } });
    const answer = await asked;

    expect(await breakCopies(owner)).toBe(1);

    await expect(answer.text()).rejects.toThrow();
    await expect.poll(() => openCopies(owner), soon).toBe(0);
    await close();
  });

  test('is refused after six hundred readings in a minute', async ({ house, database: { owner } }) => {
    const { port, close } = await stage(house, owner);
    const { person_id } = await owner.selectFrom('analytics_reads').select('person_id').executeTakeFirstOrThrow();
    await sql`insert into analytics_reads (id, person_id, dataset, format, asked, began_at)
      select gen_random_uuid(), ${person_id}, 'units', 'json', '{}', '2026-01-20T01:59:30Z' from generate_series(1, 600)`.execute(owner);

    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/analytics/units`, { headers: { authorization: `Bearer ${token}` } });

    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([429, 'analytics.too_often']);
    await close();
  });
});
