import { type Database, holdTree } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { openHouse } from '../context.ts';
import { as, given, test, testSecrets, today } from '../testing/index.ts';
import { createUnit, listChildren, readUnit, searchUnits } from './index.ts';

const wanted = { name: '裁剪车间', kind: 'workshop', on: '2026-01-10', reason: '新建' } as const;

describe('creating a unit', () => {
  test('places it below its parent, found by initials, told in the trail', async ({ house, database: { owner } }) => {
    const { root, mill } = await given.group(owner);
    const safety = as(house, 'hqSafety', root);

    const { id } = await createUnit(safety, { ...wanted, parentId: mill.id, code: 'CJ-1' });

    expect(await listChildren(safety, { parentId: mill.id })).toContainEqual(
      expect.objectContaining({ id, name: '裁剪车间', hasChildren: false }),
    );
    expect(await searchUnits(safety, { q: 'cjcj', limit: 5 })).toMatchObject([{ id, path: '岚枝集团 / 东城服饰 / 东城一厂' }]);
    expect(await readUnit(safety, { unitId: id })).toMatchObject({
      openedOn: '2026-01-10',
      path: [{ name: '岚枝集团' }, {}, { name: '东城一厂' }],
    });
    expect(await owner.selectFrom('trail').selectAll().where('subject_id', '=', id).execute()).toMatchObject([
      { verb: 'units.create', unit_id: id },
    ]);

    await expect(createUnit(safety, { ...wanted, parentId: mill.id, code: 'CJ-1', name: '二裁车间' })).rejects.toMatchObject({
      code: 'units.code_taken',
    });
    await expect(createUnit(safety, { ...wanted, parentId: mill.id, code: 'CJ-9' })).rejects.toMatchObject({ code: 'units.name_taken' });
    const alike = { ...wanted, parentId: mill.id, code: 'CJ-9', name: `${wanted.name.slice(0, 1)} ${wanted.name.slice(1)}` };
    await expect(createUnit(safety, alike)).rejects.toMatchObject({ code: 'units.name_taken' });
    await expect(createUnit(safety, { ...wanted, parentId: mill.id, code: 'cj-1', name: '二裁车间' })).rejects.toMatchObject({
      code: 'units.code_taken',
    });
    await expect(
      createUnit(safety, { ...wanted, parentId: mill.id, code: 'CJ-2', name: '三裁车间', on: '2026-01-21' }),
    ).rejects.toMatchObject({
      code: 'units.future_date',
    });
    await expect(createUnit(safety, { ...wanted, parentId: id, code: 'CJ-3', kind: 'factory' })).rejects.toMatchObject({
      code: 'units.kind_below',
    });
  });

  test('is impossible from outside the branch, and without the permission', async ({ house, database: { owner } }) => {
    const { rows } = { rows: await owner.selectFrom('units').selectAll().execute() };
    const at = (name: string) => rows.find((row) => row.name === name) ?? rows[0];
    const [west, mill] = [at('西岭羽绒'), at('东城一厂')];
    if (west === undefined || mill === undefined) throw new Error('the group of the first test is missing');

    await expect(createUnit(as(house, 'hqSafety', west), { ...wanted, parentId: mill.id, code: 'X-1' })).rejects.toMatchObject({
      kind: 'missing',
      code: 'units.not_found',
    });
    await expect(createUnit(as(house, 'worker', mill), { ...wanted, parentId: mill.id, code: 'X-2' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('that waits for a connection across a cut-off is learnt after it: what ran for the cut-off meanwhile has not missed it', async ({
    database: { owner, url, role },
  }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const [root, mill] = ['岚枝集团', '东城一厂'].map((name) => units.find((unit) => unit.name === name));
    if (root === undefined || mill === undefined) throw new Error('the group of the first test is missing');
    const [before, cutOff, after] = ['2026-01-20T02:00:00Z', '2026-01-20T02:30:00Z', '2026-01-20T03:00:00Z'].map((at) => new Date(at));
    let now = before ?? new Date();
    const small = openHouse({ url, role, max: 1, clock: { now: () => now, today: () => today }, secrets: testSecrets });
    const held = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const holder = owner.transaction().execute(async (tx) => {
      await holdTree(tx, 'alone');
      held.resolve();
      await free.promise;
    });
    await held.promise;

    const begun = createUnit(as(small, 'hqSafety', root), { ...wanted, parentId: mill.id, code: 'W-1', name: '在途车间' });
    const waiting = createUnit(as(small, 'hqSafety', root), { ...wanted, parentId: mill.id, code: 'W-2', name: '等待车间' });
    await expect.poll(() => waitingForTree(owner), { timeout: 10_000 }).toBe(1);
    now = after ?? now;
    free.resolve();
    const made = [(await begun).id, (await waiting).id];
    await holder;
    await small.close();

    const known = await owner.selectFrom('units_history').select(['id', 'known_from']).where('id', 'in', made).execute();
    const learntBefore = made.map((id) => known.some((row) => row.id === id && row.known_from < (cutOff ?? row.known_from)));
    expect(learntBefore).toEqual([true, false]);
  });
});

async function waitingForTree(owner: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(owner);
  return Number(rows[0]?.count);
}
