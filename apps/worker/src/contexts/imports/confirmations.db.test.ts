import type { Caller, House } from '@changming/application/context';
import { listImports, readImport } from '@changming/application/imports';
import { listOwnNotices } from '@changming/application/notices';
import { as, given, givenAccount, type Given, test } from '@changming/application/testing';
import { judgedUnits } from '@changming/application/testing/units-file';
import type { Database } from '@changming/database';
import type { TestDatabase } from '@changming/database/testing';
import type { Role } from '@changming/domain/access';
import { expect } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

const all = ['imports.tell', 'notices.deliver', 'notices.close'];

/** Works these queues off; what waits in the others goes on waiting. */
function workUntilIdle(database: TestDatabase, house: House, queues: readonly string[] = all): Promise<void> {
  return workOff(database, house, (queue) => queues.includes(queue));
}

let units: Given;
type Who = 'headquarters' | 'east' | 'west' | 'eastOfficer' | 'officer' | 'formerly';
let people: Readonly<Record<Who, Caller>>;

/** Somebody with an account, calling with the role that it was granted. */
async function somebody(owner: Database, house: House, { role, at, disabled_at = null }: Somebody): Promise<Caller> {
  const person = await given.person(owner, at);
  await givenAccount(owner, { person, role, at, over: { disabled_at } });
  return as(house, role, at, person.id);
}

type Somebody = { readonly role: Role; readonly at: Given['root']; readonly disabled_at?: Date | null };

/** What each has unread of a batch: how many rows are to be confirmed. */
async function toldOf(batchId: string) {
  const told: Record<string, unknown> = {};
  for (const [who, caller] of Object.entries(people)) {
    const { items } = await listOwnNotices(caller, { unread: true, limit: 50 });
    const own = items.filter(({ subjectId }) => subjectId === batchId);
    if (own.length > 0) told[who] = own.map(({ facts }) => facts['count']);
  }
  return told;
}

/** In how many rows of the batch each finds something to confirm, in the list that the home page opens. */
async function listedOf(batchId: string) {
  const listed: Record<string, number> = {};
  for (const [who, caller] of Object.entries(people)) {
    if (who === 'formerly') continue;
    const { items } = await listImports(caller, { awaiting: true, limit: 50 });
    for (const { id, awaiting } of items) if (id === batchId) listed[who] = awaiting;
  }
  return listed;
}

const header = ['一级', '二级', '三级', '四级', '单位代码', '从业人数'];
const mill = ['岚枝集团', '东城服饰', '东城一厂'];
const accept = (row: number) => ({ sheet: 'Sheet1', row, say: 'accept' as const, about: 'unit_create_barred' as const });
const skip = (row: number) => ({ sheet: 'Sheet1', row, say: 'skip' as const });
const replace = (row: number, about?: 'unit_edit_barred') => ({ sheet: 'Sheet1', row, say: 'replace' as const, ...(about && { about }) });

test('rows that an officer may not bring in are told to whoever may confirm them where they are, and to nobody else', async ({
  house,
  database,
}) => {
  const { owner } = database;
  units = await given.group(owner);
  const { root, east, west } = units;
  people = {
    headquarters: await somebody(owner, house, { role: 'hqSafety', at: root }),
    east: await somebody(owner, house, { role: 'hqSafety', at: east }),
    west: await somebody(owner, house, { role: 'hqSafety', at: west }),
    eastOfficer: await somebody(owner, house, { role: 'safetyOfficer', at: east }),
    officer: await somebody(owner, house, { role: 'safetyOfficer', at: units.mill }),
    formerly: await somebody(owner, house, { role: 'hqSafety', at: root, disabled_at: new Date('2026-01-19T00:00:00Z') }),
  };
  const rows = [header, ['岚枝集团', '东城服饰', '', '', '', '500'], [...mill, '整烫车间'], [...mill, '包装车间']];
  const { batchId, answer } = await judgedUnits(people.officer, units.mill.id, { rows });
  await workUntilIdle(database, house);

  expect(await toldOf(batchId)).toEqual({ headquarters: [3], east: [3], eastOfficer: [1] });
  expect(await listedOf(batchId)).toEqual({ headquarters: 3, east: 3, eastOfficer: 1 });
  expect(await readImport(people.officer, { batchId })).toMatchObject({ awaiting: 3 });
  const [notice] = (await listOwnNotices(people.headquarters, { unread: true, limit: 5 })).items;
  expect(notice).toMatchObject({
    about: 'imports.confirmationAsked',
    link: `/imports/${batchId}?show=wrong`,
    facts: { unit: '东城一厂', title: '组织机构.xlsx', count: 3 },
  });

  await answer(people.eastOfficer, { rows: [replace(2, 'unit_edit_barred')] });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId), 'what is decided in part is told once').toEqual({ headquarters: [3], east: [3], eastOfficer: [1] });
  expect(await listedOf(batchId)).toEqual({ headquarters: 2, east: 2 });

  const { answers } = await readImport(people.headquarters, { batchId });
  await answer(people.headquarters, { rows: [...answers.rows, accept(3), skip(4)] });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId)).toEqual({});
  expect(await listedOf(batchId)).toEqual({});
});

test('rows wait on when the officer has brought the others in, and are confirmed in the same batch', async ({ house, database }) => {
  const rows = [header, [...mill, '', '', '131'], [...mill, '质检车间']];
  const { batchId, answer, bring } = await judgedUnits(people.officer, units.mill.id, { rows, said: { rows: [replace(2)] } });
  expect(await bring(people.officer, false)).toEqual({ made: 0, changed: 1 });
  await workUntilIdle(database, house);

  expect(await toldOf(batchId)).toEqual({ headquarters: [1], east: [1] });
  expect(await listedOf(batchId)).toEqual({ headquarters: 1, east: 1 });
  await answer(people.east, { rows: [accept(3)] });
  expect(await bring(people.east)).toEqual({ made: 1, changed: 0 });
  await workUntilIdle(database, house);
  expect(await readImport(people.officer, { batchId })).toMatchObject({ state: 'done', made: 1, changed: 1, awaiting: 0 });
  expect(await toldOf(batchId)).toEqual({});
  await expect(answer(people.east, { rows: [] })).rejects.toMatchObject({ code: 'imports.wrong_state' });
});

test('more rows than before are told anew, with how many they are by then', async ({ house, database }) => {
  const rows = [header, [...mill, '一号库'], [...mill, '裁床车间']];
  const { batchId, answer } = await judgedUnits(people.officer, units.mill.id, { rows, said: { rows: [skip(2)] } });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId)).toEqual({ headquarters: [1], east: [1] });

  await answer(people.officer, { rows: [] });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId)).toEqual({ headquarters: [2], east: [2] });
});

test('as many rows as before, but others, are told to whoever may confirm those and has not been told yet', async ({ house, database }) => {
  const rows = [header, ['岚枝集团', '东城服饰', '', '', '', '510'], [...mill, '打样车间']];
  const { batchId, answer } = await judgedUnits(people.officer, units.mill.id, { rows, said: { rows: [skip(2)] } });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId)).toEqual({ headquarters: [1], east: [1] });

  await answer(people.officer, { rows: [skip(3)] });
  await workUntilIdle(database, house);
  expect(await toldOf(batchId)).toEqual({ headquarters: [1], east: [1], eastOfficer: [1] });
});

test('a batch that has come in stays so when the rows that waited are left out', async ({ house, database }) => {
  const rows = [header, [...mill, '', '', '132'], [...mill, '熨烫车间']];
  const { batchId, answer, bring } = await judgedUnits(people.officer, units.mill.id, { rows, said: { rows: [replace(2)] } });
  await bring(people.officer, false);

  await answer(people.east, { rows: [replace(2), skip(3)] });
  await workUntilIdle(database, house);

  expect(await readImport(people.officer, { batchId })).toMatchObject({ state: 'done', made: 0, changed: 1, awaiting: 0 });
  expect(await toldOf(batchId)).toEqual({});
});

test('a notice that is delivered after the rows were decided is told to nobody', async ({ house, database }) => {
  const { batchId, answer } = await judgedUnits(people.officer, units.mill.id, { rows: [header, [...mill, '水洗车间']] });
  await workUntilIdle(database, house, ['imports.tell']);
  await answer(people.headquarters, { rows: [accept(2)] });
  await workUntilIdle(database, house);

  const told = await database.owner.selectFrom('notices').select('id').where('subject_id', '=', batchId).execute();
  expect(told).toEqual([]);
});
