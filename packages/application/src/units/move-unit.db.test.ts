import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../testing/index.ts';
import { createUnit, listChanges, listChildren, moveUnit, readUnit } from './index.ts';
import { faultsOfTree, givenBranch } from './testing/given-branch.ts';

const why = { on: '2026-01-15', reason: '划归西岭' };

describe('moving a unit', () => {
  test('takes its whole branch along: 500 units and 5,000 people, labels nested and every row in place', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, west, mill } = await given.group(owner);
    const ids = await givenBranch(owner, mill, { units: 500, persons: 5_000 });
    const before = await owner.selectFrom('persons_history').select('id').execute();
    const safety = as(house, 'hqSafety', root);

    await moveUnit(safety, { unitId: mill.id, parentId: west.id, ...why });

    expect(await faultsOfTree(owner)).toEqual([]);
    const moved = await owner.selectFrom('units').select(['lo', 'hi']).where('id', 'in', ids).execute();
    const { lo, hi } = await owner.selectFrom('units').select(['lo', 'hi']).where('id', '=', west.id).executeTakeFirstOrThrow();
    expect(moved.filter((each) => each.lo > lo && each.hi <= hi)).toHaveLength(ids.length);
    expect(await owner.selectFrom('persons_history').select('id').execute()).toHaveLength(before.length);
    const after = await owner.selectFrom('units').selectAll().where('id', '=', mill.id).executeTakeFirstOrThrow();
    expect(after.lo).toBeGreaterThan(mill.hi);
    const names = async (parentId: string, on?: string) => (await listChildren(safety, { parentId, on })).map(({ name }) => name);
    expect([await names(east.id), await names(west.id)]).toEqual([[], ['西岭一厂', '东城一厂']]);
    expect([await names(east.id, '2026-01-14'), await names(west.id, '2026-01-14')]).toEqual([['东城一厂'], ['西岭一厂']]);
    expect((await readUnit(safety, { unitId: mill.id, on: '2026-01-14' })).path.map(({ name }) => name)).toEqual(['岚枝集团', '东城服饰']);
    expect((await readUnit(safety, { unitId: mill.id })).path.map(({ name }) => name)).toEqual(['岚枝集团', '西岭羽绒']);
    expect(await listChanges(safety, { unitId: mill.id })).toMatchObject([{ act: 'move', on: '2026-01-15', otherName: '东城服饰' }]);
  });

  test('shows the mill to its new parent only, and the old one sees neither it nor its past below itself', async ({
    house,
    database: { owner },
  }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const [east, west, mill] = ['东城服饰', '西岭羽绒', '东城一厂'].map((name) => units.find((each) => each.name === name) ?? units[0]);
    if (east === undefined || west === undefined || mill === undefined) throw new Error('the group of the first test is missing');

    await expect(readUnit(as(house, 'unitHead', east), { unitId: mill.id })).rejects.toMatchObject({ code: 'units.not_found' });
    expect(await listChildren(as(house, 'unitHead', east), { parentId: east.id, on: '2026-01-14' })).toEqual([]);
    expect(await readUnit(as(house, 'unitHead', west), { unitId: mill.id })).toMatchObject({ id: mill.id });
  });

  test('is known only since it was recorded: before that the product knew the old tree', async ({ house, database }) => {
    const units = await database.owner.selectFrom('units').selectAll().execute();
    const at = (name: string) => units.find((each) => each.name === name) ?? units[0];
    const [root, west, far, mill] = [at('岚枝集团'), at('西岭羽绒'), at('西岭一厂'), at('东城一厂')];
    if (root === undefined || west === undefined || far === undefined || mill === undefined) throw new Error('no group');
    const seen = { parentId: west.id, on: '2026-01-20' };
    const names = async (knownAt: string) =>
      (await listChildren(as(house, 'hqSafety', root), { ...seen, knownAt })).map(({ name }) => name);

    expect(await names('2026-01-20T01:00:00Z')).toEqual(['西岭一厂']);
    expect(await names('2026-01-20T03:00:00Z')).toEqual(['西岭一厂', '东城一厂']);

    const later = houseAt(database, '2026-02-01T00:00:00Z');
    await expect(
      moveUnit(as(later, 'hqSafety', root), { unitId: mill.id, parentId: far.id, ...why, on: '2026-01-10' }),
    ).rejects.toMatchObject({
      code: 'units.kind_below',
    });
    await later.close();
  });

  test('is refused below itself, to where it is, into the past of its last move, from outside and without the right', async ({
    house,
    database: { owner },
  }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const at = (name: string) => units.find((each) => each.name === name) ?? units[0];
    const [root, east, west, mill, shop] = [at('岚枝集团'), at('东城服饰'), at('西岭羽绒'), at('东城一厂'), at('缝制一车间')];
    if (root === undefined || east === undefined || west === undefined || mill === undefined || shop === undefined)
      throw new Error('no group');
    const safety = as(house, 'hqSafety', root);
    const codeOf = (attempt: Promise<unknown>) => attempt.then(() => 'done').catch((error: { code?: string }) => error.code);

    expect([
      await codeOf(moveUnit(safety, { unitId: west.id, parentId: mill.id, ...why })),
      await codeOf(moveUnit(safety, { unitId: mill.id, parentId: west.id, ...why })),
      await codeOf(moveUnit(safety, { unitId: mill.id, parentId: east.id, ...why, on: '2026-01-14' })),
      await codeOf(moveUnit(safety, { unitId: mill.id, parentId: east.id, ...why, on: '2026-01-21' })),
      await codeOf(moveUnit(safety, { unitId: root.id, parentId: west.id, ...why })),
      await codeOf(moveUnit(as(house, 'hqSafety', east), { unitId: mill.id, parentId: east.id, ...why })),
      await codeOf(moveUnit(as(house, 'hqSafety', west), { unitId: mill.id, parentId: east.id, ...why })),
      await codeOf(moveUnit(as(house, 'unitHead', root), { unitId: mill.id, parentId: east.id, ...why })),
    ]).toEqual([
      'units.inside_itself',
      'units.already_there',
      'units.before_last_change',
      'units.future_date',
      'units.is_root',
      'units.not_found',
      'units.not_found',
      'access.not_permitted',
    ]);
  });

  test('and creating in it at the same moment wait for each other, and nobody deadlocks', async ({ house, database: { owner } }) => {
    const units = await owner.selectFrom('units').selectAll().execute();
    const at = (name: string) => units.find((each) => each.name === name) ?? units[0];
    const [root, east, west, mill] = [at('岚枝集团'), at('东城服饰'), at('西岭羽绒'), at('东城一厂')];
    if (root === undefined || east === undefined || west === undefined || mill === undefined) throw new Error('no group');
    const safety = as(house, 'hqSafety', root);
    const unit = (n: number) => ({ parentId: mill.id, code: `R-${n}`, name: `新车间${n}`, kind: 'workshop' as const, ...why });

    const outcomes = await Promise.allSettled([
      ...[1, 2, 3].map((n) => createUnit(safety, unit(n))),
      moveUnit(safety, { unitId: mill.id, parentId: east.id, ...why, on: '2026-01-16' }),
      ...[4, 5, 6].map((n) => createUnit(safety, unit(n))),
      moveUnit(safety, { unitId: mill.id, parentId: east.id, ...why, on: '2026-01-16' }),
    ]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([...Array(7).fill('fulfilled'), 'rejected']);
    expect(await faultsOfTree(owner)).toEqual([]);
  });
});
