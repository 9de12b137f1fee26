import { pullOf } from '@changming/domain/analytics';
import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, houseAt, test } from '../testing/index.ts';
import { editProfile, readUnit } from '../units/index.ts';
import { readDataset } from './index.ts';

async function rows(caller: Caller, dataset: 'units' | 'unitHistory', query: Record<string, string>): Promise<unknown[]> {
  const pull = pullOf(dataset, Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])));
  return (await readDataset(caller, pull)).items.map((item) => JSON.parse(item) as unknown);
}

test('address and remark of a unit are read as they were known, without numbers of persons', async ({ database }) => {
  const { root, mill } = await given.group(database.owner);
  const tell = async (at: string, profile: { address: string; remark: string }) => {
    const house = houseAt(database, at);
    const hq = as(house, 'hqSafety', root);
    const { version, shortNames } = await readUnit(hq, { unitId: mill.id });
    const rest = { headcount: 131, province: null, industry: null, flags: [] };
    await editProfile(hq, { unitId: mill.id, version, shortNames, profile: { ...rest, ...profile } });
    await house.close();
  };
  await tell('2026-01-25T02:00:00Z', { address: '东城路 8 号', remark: '门卫 13912345678' });
  await tell('2026-02-05T02:00:00Z', { address: '南环路 1 号', remark: '已搬迁' });

  const house = houseAt(database, '2026-02-10T02:00:00Z');
  const analyst = as(house, 'analyst', root);
  const asked = { select: 'address,remark', unitId: mill.id };
  expect(await rows(analyst, 'units', asked)).toEqual([{ address: '南环路 1 号', remark: '已搬迁' }]);
  expect(await rows(analyst, 'units', { ...asked, knownAt: '2026-02-01T00:00:00Z' })).toEqual([
    { address: '东城路 8 号', remark: '门卫 139****5678' },
  ]);
  expect(await rows(analyst, 'units', { ...asked, knownAt: '2026-01-24T00:00:00Z' })).toEqual([{ address: null, remark: null }]);
  await house.close();
});
