import { expect } from 'vitest';

import { as, type Given, given, givenAccount, givenGrant, test } from '../testing/index.ts';
import { candidatesByStaffNo, endGrant, listAccounts, listCandidates, listGrants } from './index.ts';

const page = { limit: 50 };
/** One group a file: the first test makes it. */
let units: Given;

test('people at work with a 工号 and no account can be given one, in the order of the tree', async ({ house, database: { owner } }) => {
  units = await given.group(owner);
  await given.person(owner, units.workshop, { staff_no: 'C2', name: '李雷' });
  await given.person(owner, units.mill, { staff_no: 'C1', name: '韩梅' });
  const holder = await given.person(owner, units.mill, { staff_no: 'C3' });
  await givenAccount(owner, { person: holder, role: 'safetyOfficer', at: units.mill });
  await given.person(owner, units.mill, { staff_no: 'C4', left_on: '2026-01-10' });
  await given.person(owner, units.mill, { staff_no: null });
  const admin = as(house, 'systemAdmin', units.root);

  const { items } = await listCandidates(admin, page);

  expect(items.map(({ staffNo, unit }) => [staffNo, unit])).toEqual([
    ['C1', '东城一厂'],
    ['C2', '缝制一车间'],
  ]);
  const here = await listCandidates(admin, { ...page, unitId: units.mill.id, withBelow: false });
  expect(here.items.map(({ staffNo }) => staffNo)).toEqual(['C1']);
});

test('nobody of another branch is offered, and nobody at all without the permission', async ({ house }) => {
  expect((await listCandidates(as(house, 'systemAdmin', units.west), page)).items).toEqual([]);
  await expect(listCandidates(as(house, 'systemAdmin', units.west), { ...page, unitId: units.mill.id })).rejects.toMatchObject({
    code: 'units.not_found',
  });
  await expect(listCandidates(as(house, 'securityAdmin', units.root), page)).rejects.toMatchObject({ code: 'access.not_permitted' });
});

test('a page after the other reaches everybody once', async ({ house }) => {
  const admin = as(house, 'systemAdmin', units.root);
  const first = await listCandidates(admin, { limit: 1 });
  const [position, id] = (first.next ?? '').split('~');
  const second = await listCandidates(admin, { limit: 1, after: [Number(position), id ?? ''] });

  expect([...first.items, ...second.items].map(({ staffNo }) => staffNo)).toEqual(['C1', 'C2']);
  expect(second.next).toBeNull();
});

test('accounts are narrowed to a role held today and to a unit without those below', async ({ house, database: { owner } }) => {
  const admin = as(house, 'systemAdmin', units.root);
  const head = await givenAccount(owner, { person: await given.person(owner, units.workshop, { staff_no: 'C5' }) });
  await givenGrant(owner, head.id, { role: 'workshopHead', at: units.workshop });
  const former = await givenAccount(owner, { person: await given.person(owner, units.workshop, { staff_no: 'C6' }) });
  await givenGrant(owner, former.id, { role: 'workshopHead', at: units.workshop, to: '2026-01-10' });

  const heads = await listAccounts(admin, { ...page, role: 'workshopHead' });
  const ofMill = await listAccounts(admin, { ...page, unitId: units.mill.id, below: false });

  expect(heads.items.map(({ staffNo }) => staffNo)).toEqual(['C5']);
  expect(ofMill.items.map(({ staffNo }) => staffNo)).toEqual(['C3']);
});

test('what was withdrawn stays in the history of its account and in no other list', async ({ house, database: { owner } }) => {
  const security = as(house, 'securityAdmin', units.root);
  const holder = await givenAccount(owner, { person: await given.person(owner, units.farMill, { staff_no: 'C7' }) });
  await givenGrant(owner, holder.id, { role: 'teamLeader', at: units.farMill });
  const { items } = await listGrants(security, { ...page, accountId: holder.id });
  const [ended, ...kept] = items;

  await endGrant(security, { grantId: ended?.id ?? '' });

  const past = await listGrants(security, { ...page, accountId: holder.id, past: true });
  expect(past.items.find(({ id }) => id === ended?.id)).toMatchObject({ inForce: false, endedAt: new Date('2026-01-20T02:00:00.000Z') });
  expect((await listGrants(security, { ...page, accountId: holder.id })).items).toHaveLength(kept.length);
  expect((await listGrants(security, { ...page, unitId: units.farMill.id, past: true })).items).toHaveLength(kept.length);
});

test('a pasted list of 工号 says of each number whether an account can be opened', async ({ house, database: { owner } }) => {
  const holder = await given.person(owner, units.workshop, { staff_no: 'L2' });
  await given.person(owner, units.mill, { staff_no: 'L1', name: '名单一' });
  await givenAccount(owner, { person: holder });
  await given.person(owner, units.mill, { staff_no: 'L3', left_on: '2026-01-19' });
  await given.person(owner, units.farMill, { staff_no: 'L4' });
  const ask = (at: typeof units.east) =>
    candidatesByStaffNo(as(house, 'systemAdmin', at), { staffNos: ['l1', 'L2', 'L3', 'L4', ' L1 ', 'L5'] });

  const { candidates, refused } = await ask(units.east);

  expect(candidates).toMatchObject([{ name: '名单一', staffNo: 'L1', unit: '东城一厂' }]);
  expect(refused).toEqual([
    { staffNo: 'L2', code: 'access.account_exists' },
    { staffNo: 'L3', code: 'access.person_left' },
    { staffNo: 'L4', code: 'access.person_not_found' },
    { staffNo: 'L5', code: 'access.person_not_found' },
  ]);
  expect((await ask(units.west)).candidates.map(({ staffNo }) => staffNo)).toEqual(['L4']);
  await expect(candidatesByStaffNo(as(house, 'securityAdmin', units.root), { staffNos: ['L1'] })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
