import type { Database } from '@changming/database';
import { deepest } from '@changming/domain/units';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, type Given, given, test } from '../testing/index.ts';
import { listChanges, readUnit } from '../units/index.ts';
import { listImportGroups, listImportRows } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '四级', '单位代码', '单位类型'];
const workshopAs = (code: string, kind: string) => [header, ['岚枝集团', '东城服饰', '东城一厂', '缝制一车间', code, kind]];

let units: Given;

async function wrongOf(caller: Caller, batchId: string) {
  const { items } = await listImportRows(caller, { batchId, verdict: 'wrong', limit: 20 });
  return items.flatMap(({ detail }) => detail.problems ?? []);
}

async function historyOf(owner: Database, unitId: string) {
  const { rows } = await sql<{ kind: string; from_on: string; to_on: string | null }>`
    select kind, from_on::text, to_on::text from unit_spans where unit_id = ${unitId} order by from_on`.execute(owner);
  return rows;
}

describe('a unit that is there, updated by the file', () => {
  test('gets its kind and its code from a day on, each a line of its changes and of the trail', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const hq = as(house, 'hqSafety', units.root);
    const { bring } = await judgedUnits(hq, units.root.id, { rows: workshopAs('SEW-1', '班组'), said: replace(2) });

    expect(await bring()).toEqual({ made: 0, changed: 1 });
    expect(await readUnit(hq, { unitId: units.workshop.id })).toMatchObject({ kind: 'team', code: 'SEW-1' });
    expect(await readUnit(hq, { unitId: units.workshop.id, on: '2026-01-14' })).toMatchObject({ kind: 'workshop' });
    expect(await historyOf(owner, units.workshop.id)).toMatchObject([
      { kind: 'workshop', to_on: '2026-01-15' },
      { kind: 'team', from_on: '2026-01-15', to_on: null },
    ]);
    const changes = await listChanges(hq, { unitId: units.workshop.id });
    const line = { on: '2026-01-15', reason: '导入 组织机构.xlsx' };
    expect(changes.toSorted((a, b) => (a.act < b.act ? -1 : 1))).toMatchObject([
      { act: 'recode', ...line },
      { act: 'retype', ...line },
    ]);
    const told = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', units.workshop.id).execute();
    expect(told).toMatchObject([{ before: { kind: 'workshop', code: units.workshop.code }, after: { kind: 'team', code: 'SEW-1' } }]);
  });

  test('does not get what the page would refuse: a code outside of sight, a day before its last change or after today', async ({
    house,
  }) => {
    const reorganiser = as(house, 'hqSafety', units.east);
    const rows = workshopAs(units.farMill.code.toLowerCase(), '班组');
    const taken = await judgedUnits(reorganiser, units.east.id, { rows, said: replace(2) });
    const [told] = (await listImportRows(reorganiser, { batchId: taken.batchId, verdict: 'wrong', limit: 5 })).items;
    expect(told?.detail.problems).toMatchObject([{ code: 'unit_code_taken', cell: 'E2', facts: { other: '西岭一厂' } }]);
    await expect(taken.bring()).rejects.toMatchObject({ kind: 'conflict', code: 'imports.rows_open' });

    const hq = as(house, 'hqSafety', units.root);
    const early = await judgedUnits(hq, units.root.id, { rows: workshopAs('SEW-2', '车间'), said: replace(2), on: '2026-01-14' });
    expect(await wrongOf(hq, early.batchId)).toMatchObject([
      { code: 'unit_day_before_change', cell: 'E2', facts: { day: '2026-01-14', last: '2026-01-15' } },
    ]);
    await expect(early.bring()).rejects.toMatchObject({ code: 'imports.rows_open' });
    const late = await judgedUnits(hq, units.root.id, { rows: workshopAs('SEW-2', '车间'), said: replace(2), on: '2026-02-01' });
    expect(await wrongOf(hq, late.batchId)).toMatchObject([{ code: 'unit_day_after_today', cell: 'E2', facts: { day: '2026-02-01' } }]);
    await expect(late.bring()).rejects.toMatchObject({ code: 'imports.rows_open' });
    expect(await readUnit(hq, { unitId: units.workshop.id })).toMatchObject({ kind: 'team', code: 'SEW-1' });
  });

  test('is asked about again once the records are others: a kind that does not fit any more goes in for nobody', async ({ house }) => {
    const hq = as(house, 'hqSafety', units.root);
    const rows = [header, ['岚枝集团', '东城服饰', '东城一厂', '', '', '班组']];
    const { batchId, bring } = await judgedUnits(hq, units.root.id, { rows, said: replace(2) });
    const [wrong] = (await listImportRows(hq, { batchId, verdict: 'wrong', limit: 5 })).items;

    expect(wrong?.detail).toMatchObject({ problems: [{ code: 'unit_kind_over_child', cell: 'F2', facts: { other: '缝制一车间' } }] });
    await expect(bring()).rejects.toMatchObject({ code: 'imports.rows_open' });
  });
});

test('units deeper than the tree may be are wrong at their cells; those above them and the other rows go in', async ({
  house,
  database: { owner },
}) => {
  const hq = as(house, 'hqSafety', units.root);
  const levels = Array.from({ length: 12 }, (_, at) => `第${at + 3}层部`);
  const chain = levels.map((name, at) => [name, levels[at - 1] ?? '东城一厂', '部门']);
  const rows = [['单位名称', '上级单位', '单位类型'], ...chain, ['检验班', '东城一厂', '班组']];
  const { batchId, bring } = await judgedUnits(hq, units.root.id, { rows });

  expect(await wrongOf(hq, batchId)).toMatchObject([
    { code: 'unit_too_deep', cell: 'A12', facts: { text: '第13层部', most: 13 } },
    { code: 'unit_too_deep', cell: 'A13' },
  ]);
  expect(await bring(hq, false)).toEqual({ made: 11, changed: 0 });
  const { depth } = await owner.selectFrom('units').select('depth').where('name', '=', '第12层部').executeTakeFirstOrThrow();
  expect(depth).toBe(deepest);
});

describe('the profile of a unit in a file', () => {
  const columns = ['单位名称', '上级单位', '省份', '行业代码', '粉尘涉爆'];
  const file = [columns, ['新一厂服装厂', '东城服饰', '江苏', 'c1811', '√'], ['新二厂服装厂', '东城服饰', '江苏', 'C18', '']];

  test('goes in without what is to be confirmed, which stands in groups: one answer serves all of a kind', async ({
    house,
    database: { owner },
  }) => {
    const hq = as(house, 'hqSafety', units.root);
    const { batchId } = await judgedUnits(hq, units.root.id, { rows: file });
    const { items } = await listImportGroups(hq, { batchId, verdict: 'ready', limit: 10 });
    expect(items.map(({ code, places }) => [code, places.map(({ row, cell }) => `${row} ${cell ?? ''}`)])).toEqual([
      ['fire_key_unit_proposed', ['2 ', '3 ']],
      ['dust_unassessed', ['2 E2']],
    ]);

    const said = {
      rows: (items[0]?.places ?? []).map(({ sheet, row }) => ({
        sheet,
        row,
        say: 'accept' as const,
        about: 'fire_key_unit_proposed' as const,
      })),
      cells: [{ sheet: 'Sheet1', cell: 'E2', text: '省安科院 2026-01-05 第 7 号' }],
    };
    const { batchId: answered, bring } = await judgedUnits(hq, units.root.id, { rows: file, said });
    expect((await listImportGroups(hq, { batchId: answered, verdict: 'ready', limit: 10 })).items).toEqual([]);
    expect(await bring()).toEqual({ made: 2, changed: 0 });

    const made = await owner
      .selectFrom('units')
      .select(['id', 'flags', 'province', 'industry'])
      .where('name', 'like', '新%')
      .orderBy('lo')
      .execute();
    expect(made).toMatchObject([
      { province: '江苏省', industry: 'C1811', flags: ['hasCombustibleDust', 'isFireKeyUnit'] },
      { province: '江苏省', industry: 'C18', flags: ['isFireKeyUnit'] },
    ]);
    const told = await owner
      .selectFrom('trail')
      .select('after')
      .where('subject_id', '=', made[0]?.id ?? '')
      .execute();
    expect(told).toMatchObject([{ after: { dustAssessment: '省安科院 2026-01-05 第 7 号' } }]);
  });

  test('may keep a province from before the tables were known, and takes no new one', async ({ house, database: { owner } }) => {
    const hq = as(house, 'hqSafety', units.root);
    await given.arranged(owner, async (tx) => {
      await tx.updateTable('units').set({ province: '东岚省' }).where('id', '=', units.mill.id).execute();
    });
    const rows = (province: string) => [
      ['单位名称', '上级单位', '省份', '简称'],
      ['东城一厂', '东城服饰', province, '一厂'],
    ];
    const other = await judgedUnits(hq, units.root.id, { rows: rows('西岚省'), said: replace(2) });
    const [asked] = (await listImportRows(hq, { batchId: other.batchId, verdict: 'ask', limit: 5 })).items;
    expect(asked?.detail).toMatchObject({ questions: [{ code: 'province_unknown', cell: 'C2' }] });

    const same = await judgedUnits(hq, units.root.id, { rows: rows('东岚省'), said: replace(2) });
    expect(await same.bring()).toEqual({ made: 0, changed: 1 });
    expect(await readUnit(hq, { unitId: units.mill.id })).toMatchObject({ profile: { province: '东岚省' }, shortNames: ['一厂'] });
  });
});
