import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { listChanges, readUnit, renameUnit } from '../units/index.ts';
import { failImport, listImportRows, readImport } from './index.ts';
import { judgedUnits, renaming, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '四级', '单位代码', '单位类型'];

test('a unit that the file calls otherwise is renamed by headquarters from the day of the file, with its kind and what is new below it', async ({
  house,
  database: { owner },
}) => {
  const { root, east, mill } = await given.group(owner);
  const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
  const rows = [
    header,
    ['岚枝集团', '东城服饰', '东城制衣厂', '', mill.code, ''],
    ['岚枝集团', '东城服饰', '东城制衣厂', '缝制一车间', '', ''],
    ['岚枝集团', '东城服饰', '东城制衣厂', '整烫车间', '', ''],
  ];
  const kindless = rows.map((row) => row.slice(0, 5));

  const barred = await judgedUnits(officer, east.id, { rows: kindless, said: replace(2) });
  const [told] = (await listImportRows(officer, { batchId: barred.batchId, verdict: 'wrong', limit: 5 })).items;
  expect(told?.detail.problems).toMatchObject([
    { code: 'unit_reorganise_barred', facts: { column: '单位名称', file: '东城制衣厂', known: '东城一厂', unitId: mill.id } },
  ]);

  const asked = await judgedUnits(hq, root.id, { rows: kindless });
  expect(await readImport(hq, { batchId: asked.batchId })).toMatchObject({ counts: { ask: 1, ready: 1, wrong: 0 } });
  await asked.answer(hq, renaming(2, '东城一厂'));
  expect(await asked.bring()).toEqual({ made: 1, changed: 1 });
  expect(await readUnit(hq, { unitId: mill.id })).toMatchObject({ name: '东城制衣厂', code: mill.code });
  expect(await readUnit(hq, { unitId: mill.id, on: '2026-01-14' })).toMatchObject({ name: '东城一厂' });
  expect(await listChanges(hq, { unitId: mill.id })).toMatchObject([{ act: 'rename', on: '2026-01-15', reason: '导入 组织机构.xlsx' }]);
  const trail = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', mill.id).execute();
  expect(trail).toMatchObject([{ before: { name: '东城一厂' }, after: { name: '东城制衣厂' } }]);
  const names = await owner.selectFrom('units').select('name').where('parent_id', '=', mill.id).orderBy('lo').execute();
  expect(names.map(({ name }) => name)).toEqual(['缝制一车间', '整烫车间']);
});

test('a unit is renamed and given another kind on one day, in one span of its history', async ({ house, database: { owner } }) => {
  const { id, code } = await owner.selectFrom('units').selectAll().where('name', '=', '整烫车间').executeTakeFirstOrThrow();
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const hq = as(house, 'hqSafety', root);
  const rows = [header, ['岚枝集团', '东城服饰', '东城制衣厂', '整烫班', code, '班组']];
  const { bring } = await judgedUnits(hq, root.id, { rows, said: renaming(2, '整烫车间'), on: '2026-01-16' });

  expect(await bring()).toEqual({ made: 0, changed: 1 });
  const spans = await owner.selectFrom('unit_spans').select(['name', 'kind']).where('unit_id', '=', id).orderBy('from_on').execute();
  expect(spans).toEqual([
    { name: '整烫车间', kind: 'workshop' },
    { name: '整烫班', kind: 'team' },
  ]);
});

test('what was said of a unit under the name it had says nothing of it under another', async ({ house, database: { owner } }) => {
  const { id: unitId, code } = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const hq = as(house, 'hqSafety', root);
  const rows = [header, ['岚枝集团', '东城服饰', '东城制衣厂', '缝纫车间', code, '']];
  const said = renaming(2, '缝制一车间');
  const { batchId, answer, bring } = await judgedUnits(hq, root.id, { rows, said, on: '2026-01-18' });
  expect(await readImport(hq, { batchId })).toMatchObject({ counts: { ready: 1 } });

  await renameUnit(hq, { unitId, name: '成衣车间', on: '2026-01-17', reason: '调整' });

  await expect(bring()).rejects.toMatchObject({ code: 'imports.rows_open' });
  await failImport(hq, { batchId, failure: { code: 'imports.rows_open', facts: {} } });
  await answer(hq, said);
  const { items } = await listImportRows(hq, { batchId, verdict: 'ask', limit: 5 });
  expect(items[0]?.detail.questions).toMatchObject([{ code: 'unit_renamed', facts: { name: '成衣车间' } }]);
  await answer(hq, renaming(2, '成衣车间'));
  expect(await bring()).toEqual({ made: 0, changed: 1 });
});
