import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { given, test } from '../testing/index.ts';

/** As a program says it that knows neither the name of the file nor the taking back: one may still run when the tables have changed. */
const saidBefore = (owner: Database, hazardId: string, batchId: string) =>
  sql`
  insert into hazard_aliases (hazard_id, text_key, kind, text, batch_id, sheet, row, said_at)
    values (${hazardId}, 'k', 'same', '压力不足', ${batchId}, 'Sheet1', 2, now())
    on conflict (hazard_id, key_md5) do update set kind = excluded.kind, text = excluded.text, batch_id = excluded.batch_id,
      sheet = excluded.sheet, row = excluded.row, said_by_id = excluded.said_by_id, said_at = excluded.said_at`.execute(owner);

test('what an older program notes of a ledger names the file, and holds again when it is said again', async ({ database: { owner } }) => {
  const { root, mill } = await given.group(owner);
  const [hazardId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await given.arranged(owner, async (tx) => {
    await sql`select set_config('app.at', ${startOf('2026-01-02').toISOString()}, true)`.execute(tx);
    await sql`insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at)
      values (${hazardId}, ${mill.id}, 'reported', 'exits', 'fire', 'site', 'selfCheck', '2026-01-01', now(), now(), now())`.execute(tx);
    for (const [id, name] of [
      [first, '一月.xlsx'],
      [second, '二月.xlsx'],
    ])
      await sql`insert into import_batches (id, unit_id, kind, state, file_name, effective_on, answers, created_at, state_since)
        values (${id}, ${root.id}, 'hazards', 'running', ${name}, '2026-01-01', '{}', now(), now())`.execute(tx);
  });
  const aliases = owner.selectFrom('hazard_aliases').select(['file_name', 'taken_back_at', 'taken_back_reason']);

  await saidBefore(owner, hazardId, first);
  expect(await aliases.execute()).toEqual([{ file_name: '一月.xlsx', taken_back_at: null, taken_back_reason: null }]);

  await owner
    .updateTable('hazard_aliases')
    .set({ taken_back_at: startOf('2026-01-03'), taken_back_reason: '说错了' })
    .execute();
  expect(await aliases.execute()).toMatchObject([{ taken_back_reason: '说错了' }]);
  await saidBefore(owner, hazardId, second);
  expect(await aliases.execute()).toEqual([{ file_name: '二月.xlsx', taken_back_at: null, taken_back_reason: null }]);
});
