import { expect } from 'vitest';

import type { Database } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { sql } from 'kysely';

import { given, test } from '../testing/index.ts';

test('a hazard is found by its words of today: those it was entered with are forgotten when they change', async ({ database }) => {
  const { owner } = database;
  const { workshop } = await given.group(owner);
  const id = await givenText(owner, workshop.id, '压力表失灵');
  const cut = async () =>
    (await sql<{ grams: string[] }>`select grams from hazard_words where hazard_id = ${id}`.execute(owner)).rows[0]?.grams ?? [];
  expect(await cut()).toContain('失灵');

  await given.arranged(owner, (tx) => tx.updateTable('hazards').set({ text: '护栏缺失', place: '二楼' }).where('id', '=', id).execute());

  expect(await cut()).toEqual(expect.arrayContaining(['护栏', '二楼']));
  expect(await cut()).not.toContain('失灵');
  expect([await foundBy(owner, '护栏'), await foundBy(owner, '二楼'), await foundBy(owner, '失灵')]).toEqual([[id], [id], []]);
});

test('whoever sends the id of a hazard again changes nothing of its words', async ({ database: { owner } }) => {
  const { id, unit_id: unitId } = await owner.selectFrom('hazards').select(['id', 'unit_id']).executeTakeFirstOrThrow();

  await givenText(owner, unitId, '别的字', id);

  const { rows } = await sql<{ grams: string[] }>`select grams from hazard_words`.execute(owner);
  expect(rows).toEqual([{ grams: expect.arrayContaining(['护栏']) as string[] }]);
});

test('the words themselves are read by the door alone', async ({ database: { url, role } }) => {
  const runtime = openDatabase({ url, role, max: 1 });
  await expect(sql`select from hazard_words`.execute(runtime)).rejects.toThrow('permission denied');
  await runtime.destroy();
});

/** What the door finds for somebody who sees the whole group. */
async function foundBy(owner: Database, words: string): Promise<string[]> {
  return owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.read_scope', '{[1,9007199254740991]}', true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      select id from house.search_hazards(${words}, array[1]::bigint[], array[9007199254740991]::bigint[], 10)`.execute(tx);
    return rows.map(({ id }) => id);
  });
}

async function givenText(owner: Database, unitId: string, text: string, id?: string): Promise<string> {
  const { rows } = await given.arranged(owner, (tx) =>
    sql<{ id: string }>`
      insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at, text)
      values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${unitId}, 'reported', 'other', 'other', 'site', 'selfCheck', '2026-01-05',
        now(), now(), now(), ${text})
      on conflict (id) do nothing returning id`.execute(tx),
  );
  return rows[0]?.id ?? '';
}
