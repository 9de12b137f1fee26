import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect } from 'vitest';

import * as opening from '../migrations/20260110T0010-imports-opening.ts';
import type { Database } from './database.ts';
import { test } from './testing/index.ts';

/** A batch of before, in that state. */
async function batch(owner: Database, kind: string, state: string): Promise<void> {
  await sql`
    insert into import_batches (id, kind, unit_id, unit_pos, file_name, state, answers, effective_on, created_at, state_since)
    select ${randomUUID()}::uuid, ${kind}, u.id, u.lo, ${`${kind} ${state}`}, ${state}, '{}', '2026-01-05', now(), now() from units u`.execute(
    owner,
  );
}

test('tables of points that came in before were opening; those judged and not come in are judged again', async ({
  database: { owner },
}) => {
  await owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', '2026-01-01T00:00:00Z', true)`.execute(tx);
    await sql`insert into units (id, code, name, kind, lo, hi, used, depth, opened_on, search_key)
      values (${randomUUID()}, 'U', '长明集团', 'group', 1, 99, 1, 0, '2026-01-01', '')`.execute(tx);
  });
  await sql`alter table import_batches drop column opening`.execute(owner);
  for (const state of ['declared', 'reading', 'planned', 'running', 'done', 'failed']) await batch(owner, 'points', state);
  for (const state of ['planned', 'running', 'done']) await batch(owner, 'training', state);

  const migration: Migration = opening;
  await migration.up(owner);

  const { rows } = await sql<{ told: string }>`
    select concat_ws(' ', file_name || ':', state, failure ->> 'code', case when opening then 'opening' end) as told
    from import_batches order by 1`.execute(owner);
  expect(rows.map(({ told }) => told)).toEqual([
    'points declared: declared',
    'points done: done opening',
    'points failed: failed',
    'points planned: failed imports.interrupted',
    'points reading: reading',
    'points running: failed imports.interrupted',
    'training done: done',
    'training planned: planned',
    'training running: running',
  ]);
});
