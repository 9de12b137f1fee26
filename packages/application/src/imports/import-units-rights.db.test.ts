import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, holding, test } from '../testing/index.ts';
import { readUnit } from '../units/index.ts';
import { listImportGroups, listImportRows, readImport } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '四级', '单位代码', '从业人数'];

/** Two new units below the mill, and the mill itself with another number of people. */
const file = (name: string) => [
  header,
  ['岚枝集团', '东城服饰', '东城一厂', '', '', '130'],
  ['岚枝集团', '东城服饰', '东城一厂', `${name}车间`, '', '20'],
  ['岚枝集团', '东城服饰', '东城一厂', `${name}部`, '', '8'],
];

/** What was told of each row that stays out: its code, its cell, whether the unit is named. */
async function leftOut(caller: Caller, batchId: string) {
  const { items } = await listImportRows(caller, { batchId, verdict: 'wrong', limit: 20 });
  return items.flatMap(({ detail }) => (detail.problems ?? []).map(({ code, cell, facts }) => `${code} ${cell ?? ''} ${facts['text']}`));
}

const named = (owner: Database, ...names: readonly string[]) =>
  owner.selectFrom('units').select('name').where('name', 'in', names).orderBy('lo').execute();

describe('new units in a file', () => {
  test('of a safety officer are left out, who is told so; what he may change goes in', async ({ house, database: { owner } }) => {
    const { mill, east } = await given.group(owner);
    const officer = as(house, 'safetyOfficer', east);
    const { batchId, bring } = await judgedUnits(officer, east.id, { rows: file('整烫'), said: replace(2) });

    expect(await leftOut(officer, batchId)).toEqual(['unit_create_barred D3 整烫车间', 'unit_create_barred D4 整烫部']);
    await expect(bring(officer, true)).rejects.toMatchObject({ code: 'imports.rows_open' });
    expect(await bring(officer, false)).toEqual({ made: 0, changed: 1 });
    expect(await named(owner, '整烫车间', '整烫部')).toEqual([]);
    expect(await readUnit(officer, { unitId: mill.id })).toMatchObject({ profile: { headcount: 130 } });
    expect(await readImport(officer, { batchId })).toMatchObject({ state: 'done', counts: { wrong: 2 } });
  });

  test('of headquarters go in, from the same file', async ({ house, database: { owner } }) => {
    const { root, mill } = await millOf(owner);
    const hq = as(house, 'hqSafety', root);
    const { batchId, bring } = await judgedUnits(hq, mill.id, { rows: file('整烫'), said: replace(2) });

    expect(await leftOut(hq, batchId)).toEqual([]);
    expect(await bring()).toEqual({ made: 2, changed: 0 });
    expect(await named(owner, '整烫车间', '整烫部')).toHaveLength(2);
  });

  test('outside of the branch are left out, wherever the file says that they hang', async ({ house, database: { owner } }) => {
    const { root, east } = await millOf(owner);
    const reorganiser = as(house, 'hqSafety', east);
    const rows = [
      header,
      ['岚枝集团', '南港家纺', '', '', '', ''],
      ['岚枝集团', '西岭羽绒', '充绒车间', '', '', ''],
      ['岚枝集团', '东城服饰', '东城二厂', '', '', ''],
    ];
    const { batchId, bring } = await judgedUnits(reorganiser, east.id, { rows });

    expect(await leftOut(reorganiser, batchId)).toEqual(['unit_create_barred B2 南港家纺', 'unit_create_barred C3 充绒车间']);
    expect(await bring(reorganiser, false)).toEqual({ made: 1, changed: 0 });
    expect(await named(owner, '南港家纺', '充绒车间', '东城二厂')).toEqual([{ name: '东城二厂' }]);
    const stranger = as(house, 'hqSafety', root);
    await expect(judgedUnits(reorganiser, root.id, { rows })).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found' });
    expect(await readImport(stranger, { batchId })).toMatchObject({ state: 'done' });
  });
});

describe('who brings a file in', () => {
  test('is judged at that moment: what headquarters had judged ready stays out in the hands of an officer', async ({
    house,
    database: { owner },
  }) => {
    const { root, east } = await millOf(owner);
    const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
    const first = await judgedUnits(hq, east.id, { rows: file('检验') });
    await expect(first.bring(officer)).rejects.toMatchObject({ code: 'imports.rows_open' });

    const second = await judgedUnits(hq, east.id, { rows: file('检验') });
    expect(await second.bring(officer, false)).toEqual({ made: 0, changed: 0 });
    expect(await named(owner, '检验车间', '检验部')).toEqual([]);
    expect(await leftOut(officer, second.batchId)).toEqual(['unit_create_barred D3 检验车间', 'unit_create_barred D4 检验部']);
  });

  test('confirms what an officer lacked the permission for before it goes in; an officer confirms nothing', async ({
    house,
    database: { owner },
  }) => {
    const { root, east } = await millOf(owner);
    const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
    const rows = [...file('包装').slice(0, 1), ['岚枝集团', '东城服饰', '东城一厂', '', '', '131'], ...file('包装').slice(2)];
    const accept = [3, 4].map((row) => ({ sheet: 'Sheet1', row, say: 'accept' as const, about: 'unit_create_barred' as const }));
    const said = { rows: [...replace(2).rows, ...accept] };

    const unseen = await judgedUnits(officer, east.id, { rows, said });
    expect(await leftOut(officer, unseen.batchId)).toHaveLength(2);
    expect(await unseen.bring(hq, false)).toEqual({ made: 0, changed: 1 });
    expect(await leftOut(hq, unseen.batchId)).toHaveLength(2);

    const confirmed = await judgedUnits(officer, east.id, { rows });
    await confirmed.answer(hq, said);
    expect(await leftOut(hq, confirmed.batchId)).toEqual([]);
    expect(await confirmed.bring(hq)).toEqual({ made: 2, changed: 0 });
    expect(await named(owner, '包装车间', '包装部')).toHaveLength(2);
  });

  test('confirms row by row: another answer of headquarters, and what an officer said before, confirm nothing', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, mill } = await millOf(owner);
    const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
    const rows = [...file('分拣').slice(0, 1), ['岚枝集团', '东城服饰', '东城一厂', '', 'MILL-8', ''], ...file('分拣').slice(2)];
    const accept = (row: number) => ({ sheet: 'Sheet1', row, say: 'accept' as const, about: 'unit_create_barred' as const });
    const recode = { sheet: 'Sheet1', row: 2, say: 'replace' as const, about: 'unit_reorganise_barred' as const };
    const said = { rows: [...replace(2).rows, recode, accept(3), accept(4)] };
    const { batchId, answer, bring } = await judgedUnits(officer, east.id, { rows, said });
    const barred = ['unit_reorganise_barred C2 东城一厂', 'unit_create_barred D3 分拣车间', 'unit_create_barred D4 分拣部'];
    expect(await leftOut(officer, batchId)).toEqual(barred);

    const { answers } = await readImport(hq, { batchId });
    await answer(hq, { ...answers, rows: [...answers.rows, { sheet: 'Sheet1', row: 9, say: 'skip' }] });
    expect(await leftOut(hq, batchId)).toEqual(barred);
    await answer(hq, { rows: [accept(3)] });
    expect(await leftOut(hq, batchId)).toEqual([barred[0], barred[2]]);
    await answer(hq, { rows: [accept(3), recode] });
    expect(await leftOut(hq, batchId)).toEqual([barred[2]]);
    expect(await bring(hq, false)).toEqual({ made: 1, changed: 1 });
    expect(await named(owner, '分拣车间', '分拣部')).toEqual([{ name: '分拣车间' }]);
    expect(await readUnit(hq, { unitId: mill.id })).toMatchObject({ code: 'MILL-8' });
  });

  test('confirms at the very unit of the row: an officer of the unit of the batch says nothing for the one above', async ({
    house,
    database: { owner },
  }) => {
    const { root, east } = await millOf(owner);
    const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
    const said = { rows: [{ sheet: 'Sheet1', row: 2, say: 'replace' as const, about: 'unit_edit_barred' as const }] };
    const { batchId, answer, bring } = await judgedUnits(officer, east.id, { rows: [header, ['岚枝集团', '', '', '', '', '9000']], said });
    const barred = ['unit_edit_barred A2 岚枝集团'];
    expect(await leftOut(officer, batchId)).toEqual(barred);
    const asked = { batchId, verdict: 'wrong', limit: 5 } as const;
    expect((await listImportGroups(officer, asked)).items).toMatchObject([{ mayConfirm: false }]);
    expect((await listImportGroups(hq, asked)).items).toMatchObject([{ mayConfirm: true }]);

    await answer(officer, { rows: said.rows.map((each) => ({ ...each, of: root.id })) });
    await answer(officer, { rows: said.rows.map((each) => ({ ...each, of: east.id })) });
    const { answers } = await readImport(hq, { batchId });
    await answer(hq, { rows: [...answers.rows, { sheet: 'Sheet1', row: 9, say: 'skip' }] });
    expect(await leftOut(hq, batchId)).toEqual(barred);

    await answer(hq, said);
    expect(await leftOut(hq, batchId)).toEqual([]);
    const kept = await readImport(hq, { batchId });
    await answer(hq, { rows: [...kept.answers.rows, { sheet: 'Sheet1', row: 9, say: 'skip' }] });
    expect(await bring(hq)).toEqual({ made: 0, changed: 1 });
    expect(await readUnit(hq, { unitId: root.id })).toMatchObject({ profile: { headcount: 9000 } });
  });

  test('changes of a unit only what the page lets him change', async ({ house, database: { owner } }) => {
    const { root, east, mill } = await millOf(owner);
    const officer = as(house, 'safetyOfficer', east);
    const rows = [header, ['岚枝集团', '东城服饰', '东城一厂', '', 'MILL-9', '140']];
    const recoding = await judgedUnits(officer, east.id, { rows, said: replace(2) });
    expect(await leftOut(officer, recoding.batchId)).toEqual(['unit_reorganise_barred C2 东城一厂']);
    await expect(recoding.bring(officer, false)).rejects.toMatchObject({ code: 'imports.nothing_ready' });

    const above = await judgedUnits(officer, east.id, { rows: [header, ['岚枝集团', '', '', '', '', '9001']], said: replace(2) });
    expect(await leftOut(officer, above.batchId)).toEqual(['unit_edit_barred A2 岚枝集团']);

    const only = ['imports.run', 'imports.read', 'units.reorganise', 'units.read'] as const;
    const token = house.callerFor({ ...holding('hqSafety', root), only });
    const narrowed = await judgedUnits(token, east.id, { rows, said: replace(2) });
    expect(await leftOut(token, narrowed.batchId)).toEqual(['unit_edit_barred C2 东城一厂']);
    expect(await readUnit(officer, { unitId: mill.id })).toMatchObject({ code: mill.code, profile: { headcount: 131 } });
  });
});

test('a new unit of a file exists from no later day than today, as on the page: its row is left out, and what has no day goes in', async ({
  house,
  database: { owner },
}) => {
  const { root } = await millOf(owner);
  const hq = as(house, 'hqSafety', root);
  const rows = [
    header,
    ['岚枝集团', '北山家纺有限公司', '', '', '', ''],
    ['岚枝集团', '北山家纺有限公司', '北山一厂', '', '', ''],
    ['岚枝集团', '东城服饰', '东城一厂', '', '', '150'],
  ];
  const { batchId, bring } = await judgedUnits(hq, root.id, { rows, said: replace(4), on: '2026-02-01' });

  expect(await leftOut(hq, batchId)).toEqual(['unit_day_after_today B2 北山家纺有限公司', 'unit_day_after_today C3 北山一厂']);
  expect(await bring(hq, false)).toEqual({ made: 0, changed: 1 });
});

/** The group that the first test has made. */
async function millOf(owner: Database) {
  const units = await owner.selectFrom('units').selectAll().where('closed_on', 'is', null).execute();
  const [root, east, mill] = ['岚枝集团', '东城服饰', '东城一厂'].map((name) => units.find((unit) => unit.name === name));
  if (root === undefined || east === undefined || mill === undefined) throw new Error('the group of the first test is missing');
  return { root, east, mill };
}
