import type { Caller } from '@changming/application/context';
import { answerImport, listImportGroups, listImportRecords, planImport, readImport } from '@changming/application/imports';
import { createPoint, determineKeyPosition, exportPoints, keepPoint, readPoint } from '@changming/application/points';
import { as, given, test, today } from '@changming/application/testing';
import { readWorkbook } from '@changming/documents/excel';
import { pointsSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';
import { answersInput, type Sheet } from '@changming/domain/imports';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { bringInPoints, judgedPoints, pointsTable } from '../../testing/points-table.ts';

const kinds = ['fire', 'sewing', 'other'] as const;
const told = { language: 'zh-CN', madeAt: new Date('2026-01-20T02:00:00Z') } as const;

/** The ledger as it goes out: the file, and its cells. */
async function ledgerOf(caller: Caller) {
  const data = pointsSheet((await exportPoints(caller, {})).rows, told);
  return { content: await press({ kind: 'data', data }), cells: data.rows };
}

/** A batch of these sheets, judged. */
async function judged(caller: Caller, unitId: string, sheets: readonly Sheet[], effectiveOn: string = today) {
  const batch = await judgedPoints(caller, sheets, { unitId, effectiveOn });
  return { ...batch, counts: (await readImport(caller, batch)).counts };
}

test('points that were exported come into an empty group as the same points; again they have no effect', async ({
  house,
  database: { owner },
}) => {
  const { root, mill, workshop, west } = await given.group(owner);
  const [office, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', mill)];
  const [wang, namesake] = [
    await given.person(owner, workshop, { name: '王芳', staff_no: 'W01' }),
    await given.person(owner, mill, { name: '王芳', staff_no: 'W02' }),
  ];
  for (const kind of kinds) {
    const keeper = { keeperId: kind === 'fire' ? namesake.id : wang.id, from: today };
    await createPoint(officer, { unitId: workshop.id, name: `${kind} 一处`, kind, keeper, place: '=一层；东', ownNo: `P-${kind}` });
  }
  const { id: bare } = await createPoint(officer, { unitId: mill.id, name: '水泵房', remark: '无人值守' });
  await determineKeyPosition(officer, { pointId: bare, from: today, reason: '供水' });
  const before = await ledgerOf(office);
  const sheets = [...(await readWorkbook(before.content)).sheets];
  const all = kinds.length + 1;
  expect((await judged(office, root.id, sheets)).counts, 'what is there').toMatchObject({ rows: all + 1, ready: 0, ask: 0, wrong: 0 });
  await given.arranged(owner, (tx) => sql`truncate points cascade`.execute(tx));

  const batch = await judged(office, root.id, sheets);
  expect(batch.counts).toMatchObject({ rows: all + 1, ready: all, ask: 0, wrong: 0, warned: 0 });
  expect(await bringInPoints(office, batch)).toEqual({ made: all, changed: 0 });

  expect((await ledgerOf(office)).cells).toEqual(before.cells);
  expect((await judged(office, root.id, sheets)).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
  await expect(bringInPoints(as(house, 'safetyOfficer', west), batch)).rejects.toMatchObject({ kind: 'missing' });
  await expect(judged(as(house, 'safetyOfficer', west), mill.id, sheets)).rejects.toMatchObject({ kind: 'missing' });
  await expect(judged(as(house, 'workshopHead', workshop), workshop.id, sheets)).rejects.toMatchObject({ kind: 'forbidden' });
}, 60_000);

test('a table of an office is asked about where it is doubtful, and comes in once', async ({ house, database: { owner } }) => {
  const units = await owner.selectFrom('units').selectAll().execute();
  const [mill, west] = [units.find(({ name }) => name === '东城一厂'), units.find(({ name }) => name === '西岭羽绒')];
  if (mill === undefined || west === undefined) throw new Error('the first test has not run');
  const li = await given.person(owner, mill, { name: '李强', staff_no: 'LQ01' });
  const officer = as(house, 'safetyOfficer', mill);
  const { code } = await createPoint(as(house, 'safetyOfficer', west), { unitId: west.id, name: '羽绒库' });
  const sheets = pointsTable(
    ['重点部位', '所属部门', '编号', '二维码', '负责人', '备注'],
    ['配电室', '缝制一车间', 'K-001', '', '李强 LQ01', '钥匙在值班室'],
    ['油漆间', '缝制一车间', 'K-002', '', '王芳', ''],
    ['充绒间', '西岭羽绒', 'K-003', '', '李强', ''],
    ['水泵房', '东城一厂', 'K-004', code, '', ''],
  );

  const batch = await judged(officer, mill.id, sheets);
  expect(batch.counts).toMatchObject({ rows: 5, ready: 1, ask: 3, wrong: 0 });
  const { items } = await listImportGroups(officer, { batchId: batch.batchId, verdict: 'ask', limit: 20 });
  expect(items.map((group) => [group.code, group.places[0]?.cell])).toEqual(
    expect.arrayContaining([
      ['point_keeper_ambiguous', 'E3'],
      ['unit_unmatched', 'B4'],
      ['point_code_taken', 'D5'],
    ]),
  );
  const answers = answersInput.parse({ cells: [{ sheet: '点位', cell: 'D5', value: 'empty' }] });
  await answerImport(officer, { batchId: batch.batchId, answers });
  await planImport(officer, { batchId: batch.batchId, sheets });
  expect(await bringInPoints(officer, batch)).toEqual({ made: 1, changed: 1 });

  const { items: records } = await listImportRecords(officer, { batchId: batch.batchId, limit: 10 });
  expect(records.map(({ name, no, row }) => [name, no, row])).toEqual([
    ['配电室', 'K-001', 2],
    ['水泵房', 'K-004', 5],
  ]);
  expect(await readPoint(officer, { pointId: records[0]?.id ?? '' })).toMatchObject({
    kind: 'powerRoom',
    remark: '钥匙在值班室',
    keepers: [{ personId: li.id, from: today, to: null }],
  });
  expect((await judged(officer, mill.id, sheets)).counts).toMatchObject({ ready: 0, ask: 2 });
  const trail = await owner
    .selectFrom('trail')
    .select('verb')
    .where('subject_id', '=', records[0]?.id ?? '')
    .execute();
  expect(trail).toEqual([{ verb: 'points.import' }]);
}, 60_000);

test('a ledger older than the present keeper, taken at its word, leaves him the days that he kept the point', async ({
  house,
  database: { owner },
}) => {
  const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
  const officer = as(house, 'safetyOfficer', mill);
  const [present, named] = [await given.person(owner, mill, { name: '孙现' }), await given.person(owner, mill, { name: '周旧' })];
  const keeper = { keeperId: present.id, from: today };
  const { id: pointId } = await createPoint(officer, { unitId: mill.id, name: '空压机房', ownNo: 'K-900', keeper });
  await given.arranged(owner, async (tx) => {
    await tx.updateTable('points').set({ opened_on: '2026-01-01' }).where('id', '=', pointId).execute();
    await tx.updateTable('appointments').set({ from_on: '2026-01-10' }).where('point_id', '=', pointId).execute();
  });
  const sheets = pointsTable(['名称', '单位', '编号', '责任人'], ['空压机房', '东城一厂', 'K-900', '周旧']);

  const batch = await judged(officer, mill.id, sheets, '2026-01-05');
  const answers = answersInput.parse({ rows: [{ sheet: '点位', row: 2, say: 'replace' }] });
  await answerImport(officer, { batchId: batch.batchId, answers });
  await planImport(officer, { batchId: batch.batchId, sheets });
  expect(await bringInPoints(officer, batch)).toEqual({ made: 0, changed: 1 });

  expect((await readPoint(officer, { pointId })).keepers).toMatchObject([
    { personId: named.id, from: today, to: null },
    { personId: present.id, from: '2026-01-10', to: today },
  ]);
}, 60_000);

test('a table that names another keeper leaves the point to whoever is named from a later day', async ({ house, database: { owner } }) => {
  const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
  const officer = as(house, 'safetyOfficer', mill);
  const [present, next] = [await given.person(owner, mill, { name: '钱现' }), await given.person(owner, mill, { name: '郑接' })];
  const named = await given.person(owner, mill, { name: '冯换' });
  const keeper = { keeperId: present.id, from: today };
  const { id: pointId } = await createPoint(officer, { unitId: mill.id, name: '制冷机房', ownNo: 'K-901', keeper });
  await given.arranged(owner, async (tx) => {
    await tx.updateTable('points').set({ opened_on: '2026-01-01' }).where('id', '=', pointId).execute();
    await tx.updateTable('appointments').set({ from_on: '2026-01-10' }).where('point_id', '=', pointId).execute();
  });
  await keepPoint(officer, { pointId, keeperId: next.id, from: '2026-03-01' });
  const sheets = pointsTable(['名称', '单位', '编号', '责任人'], ['制冷机房', '东城一厂', 'K-901', '冯换']);

  const batch = await judged(officer, mill.id, sheets);
  const answers = answersInput.parse({ rows: [{ sheet: '点位', row: 2, say: 'replace' }] });
  await answerImport(officer, { batchId: batch.batchId, answers });
  await planImport(officer, { batchId: batch.batchId, sheets });
  expect(await bringInPoints(officer, batch)).toEqual({ made: 0, changed: 1 });

  expect((await readPoint(officer, { pointId })).keepers).toMatchObject([
    { personId: next.id, from: '2026-03-01', to: null },
    { personId: named.id, from: today, to: '2026-03-01' },
    { personId: present.id, from: '2026-01-10', to: today },
  ]);
  const { after } = await owner
    .selectFrom('trail')
    .select('after')
    .where('subject_id', '=', pointId)
    .where('verb', '=', 'points.import')
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({ keeperId: named.id, from: today, to: '2026-03-01' });
  const again = await judged(officer, mill.id, [...sheets, ...pointsTable(['名称', '单位']).map((sheet) => ({ ...sheet, name: '空' }))]);
  expect(again.counts, 'another file that says the same').toMatchObject({ ready: 0, ask: 0, wrong: 0 });
}, 60_000);

test('a point that is closed already keeps the days that a table tells of it, marked as opening or not', async ({
  house,
  database: { owner },
}) => {
  const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
  const officer = as(house, 'safetyOfficer', mill);
  const sheets = pointsTable(
    ['名称', '单位', '编号', '设立日期', '停用日期'],
    ['老锅炉房', '东城一厂', 'K-910', '2020-03-01', '2025-05-01'],
    ['老料场', '东城一厂', 'K-911', '', '2025-05-01'],
  );

  const batch = await judged(officer, mill.id, sheets);
  expect(batch.counts).toMatchObject({ ready: 2, ask: 0, wrong: 0 });
  await bringInPoints(officer, batch);

  const points = await owner.selectFrom('points').selectAll().where('name', 'like', '老%').orderBy('opened_on').execute();
  expect(points.map(({ name, opened_on, closed_on }) => [name, opened_on, closed_on])).toEqual([
    ['老锅炉房', '2020-03-01', '2025-05-01'],
    ['老料场', '2025-05-01', '2025-05-01'],
  ]);
}, 60_000);
