import type { ImportKind } from '@changming/database';
import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, type Given, given, test } from '../testing/index.ts';
import { readUnit } from '../units/index.ts';
import { bringIn, declareImport, listImportRecords, listImportRows, planImport, receiveImport, startImport } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

type Rows = readonly (readonly string[])[];

async function recordsOf(caller: Caller, unitId: string, kind: ImportKind, rows: Rows) {
  const cellsOf = (texts: readonly string[]) =>
    texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, text, kind: 'text' as const }]));
  const sheets = [{ name: '表', hidden: false, merges: [], rows: rows.map((texts, at) => ({ number: at + 1, cells: cellsOf(texts) })) }];
  const { id: batchId } = await declareImport(caller, { kind, unitId, fileName: '表.xlsx' });
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash: batchId.replaceAll('-', '').repeat(2) });
  await planImport(caller, { batchId, sheets });
  await startImport(caller, { batchId, onlyIfAll: true });
  await bringIn(caller, { batchId, kind }, async () => sheets);
  return (await listImportRecords(caller, { batchId, limit: 10 })).items;
}

let units: Given;

test('what a roster says that no table holds is shown at its row, long numbers masked', async ({ house, database: { owner } }) => {
  units = await given.group(owner);
  const hq = as(house, 'hqSafety', units.root);
  const head = ['工号', '姓名', '所属部门', '岗位', '职务', '备注'];

  const records = await recordsOf(hq, units.root.id, 'workforce', [
    head,
    ['A01', '李强', '缝制一车间', '缝纫工', '班长', '家属电话 13912345678'],
    ['A02', '赵敏', '缝制一车间', '裁剪工', '', ''],
  ]);

  expect(records.map(({ kept }) => kept)).toEqual([
    [
      { field: 'post', text: '缝纫工' },
      { field: 'remark', text: '家属电话 *******5678' },
    ],
    [],
  ]);
  const persons = await owner.selectFrom('persons').select(['staff_no', 'title']).orderBy('staff_no').execute();
  expect(persons).toEqual([
    { staff_no: 'A01', title: '班长' },
    { staff_no: 'A02', title: '裁剪工' },
  ]);
});

test('so is the first responsible person of a file of units; address and remark are in the profile of the unit', async ({
  house,
  database: { owner },
}) => {
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const hq = as(house, 'hqSafety', root);
  const head = ['一级', '二级', '三级', '单位类型', '第一责任人', '地址', '备注'];
  const row = ['岚枝集团', '东城服饰', '东城二厂', '工厂', '郭晶霞（厂长）', '东城路 8 号', '年底搬迁'];

  const records = await recordsOf(hq, root.id, 'units', [head, row]);

  expect(records).toMatchObject([{ name: '东城二厂', kept: [{ field: 'leader', text: '郭晶霞（厂长）' }] }]);
  const unitId = records[0]?.id ?? '';
  expect(await readUnit(hq, { unitId })).toMatchObject({ profile: { address: '东城路 8 号', remark: '年底搬迁' } });
});

test('a file tells another address of a unit that is there: it is asked which counts, and what it leaves open stays', async ({
  house,
  database: { owner },
}) => {
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const { id: unitId } = await owner.selectFrom('units').select('id').where('name', '=', '东城二厂').executeTakeFirstOrThrow();
  const hq = as(house, 'hqSafety', root);
  const rows = [
    ['一级', '二级', '三级', '地址', '备注'],
    ['岚枝集团', '东城服饰', '东城二厂', '南环路 1 号', ''],
  ];

  const { batchId, answer, bring } = await judgedUnits(hq, root.id, { rows });
  const [asked] = (await listImportRows(hq, { batchId, verdict: 'ask', limit: 5 })).items;
  const differs = { column: '地址', file: '南环路 1 号', known: '东城路 8 号' };
  expect(asked?.detail.questions).toMatchObject([{ code: 'unit_differs', facts: differs }]);
  await answer(hq, replace(2));
  await bring();

  expect(await readUnit(hq, { unitId })).toMatchObject({ profile: { address: '南环路 1 号', remark: '年底搬迁' } });
  const trail = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', unitId).orderBy('seq').execute();
  expect(trail.at(-1)).toMatchObject({ before: { address: '东城路 8 号' }, after: { address: '南环路 1 号', remark: '年底搬迁' } });
});
