import { type Database, within } from '@changming/database';
import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { createUnit } from './index.ts';
import { faultsOfTree } from './testing/given-branch.ts';

const wanted = { kind: 'team', on: '2026-01-10', reason: '扩编' } as const;

/** Every label below these units has been given once. */
async function givenFull(owner: Database, ...ids: string[]): Promise<void> {
  await given.arranged(owner, (tx) =>
    tx
      .updateTable('units')
      .set((eb) => ({ used: eb.ref('hi') }))
      .where('id', 'in', ids)
      .execute(),
  );
}

test('a full branch grows on its own, by way of its parents where they are full too, and its people stay in it', async ({
  house,
  database: { owner },
}) => {
  const { root, east, mill, workshop } = await given.group(owner);
  const person = await given.person(owner, workshop);
  const safety = as(house, 'hqSafety', root);
  const labels = (id: string) => owner.selectFrom('units').select(['lo', 'hi']).where('id', '=', id).executeTakeFirstOrThrow();

  await givenFull(owner, workshop.id);
  await createUnit(safety, { ...wanted, parentId: workshop.id, code: 'T-1', name: '一班' });
  const once = await labels(workshop.id);
  await givenFull(owner, workshop.id, mill.id, east.id);
  await createUnit(safety, { ...wanted, parentId: workshop.id, code: 'T-2', name: '二班' });
  const twice = await labels(workshop.id);

  expect(once.lo).toBeGreaterThan(workshop.hi);
  expect(once.hi - once.lo).toBeGreaterThan(workshop.hi - workshop.lo);
  expect(twice.lo).toBeGreaterThan(once.hi);
  expect(await faultsOfTree(owner)).toEqual([]);
  const seen = await owner
    .selectFrom('persons')
    .select('id')
    .where((eb) => within(eb.ref('unit_pos'), [twice]))
    .execute();
  expect(seen).toEqual([{ id: person.id }]);
});

test('a full branch is refused where nothing above it has room, or where the room is not the caller’s to give', async ({
  house,
  database: { owner },
}) => {
  const units = await owner.selectFrom('units').selectAll().execute();
  const at = (name: string) => units.find((each) => each.name === name) ?? units[0];
  const [root, west, far] = [at('岚枝集团'), at('西岭羽绒'), at('西岭一厂')];
  if (root === undefined || west === undefined || far === undefined) throw new Error('no group');
  const wantedShop = { ...wanted, kind: 'workshop', parentId: far.id, code: 'W-1', name: '充绒车间' } as const;

  await givenFull(owner, far.id);
  await expect(createUnit(as(house, 'hqSafety', far), wantedShop)).rejects.toMatchObject({ code: 'units.no_room' });
  await givenFull(owner, root.id, west.id);
  await expect(createUnit(as(house, 'hqSafety', root), wantedShop)).rejects.toMatchObject({ code: 'units.no_room' });

  expect(await faultsOfTree(owner)).toEqual([]);
});
