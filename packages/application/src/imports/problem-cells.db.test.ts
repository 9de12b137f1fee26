import type { Sheet } from '@changming/domain/imports';
import { expect } from 'vitest';

import { as, type Given, given, test } from '../testing/index.ts';
import { declareImport, listProblemCells, planImport, readImport, receiveImport } from './index.ts';

let root: Given['root'];

const roster: readonly (readonly string[])[] = [
  ['姓名', '工号', '单位', '入职日期'],
  ['王芳', 'E1', '东城一厂', '2019-03-01'],
  ['李敏', 'E2', '东城一厂', '1939-12-31'],
  ['张伟', 'E3', '没有的厂', '2019-03-01'],
];

const sheet: Sheet = {
  name: '花名册',
  hidden: false,
  merges: [],
  rows: roster.map((texts, at) => ({
    number: at + 1,
    cells: texts.map((text, column) => ({ column: column + 1, text, kind: 'text' as const })),
  })),
};

test('a day of hiring that was left empty is marked in the workbook, beside what must be answered', async ({
  house,
  database: { owner },
}) => {
  ({ root } = await given.group(owner));
  const hq = as(house, 'hqSafety', root);
  const { id: batchId } = await declareImport(hq, { kind: 'workforce', unitId: root.id, fileName: '花名册.xlsx' });
  await receiveImport(hq, { batchId, content: new Uint8Array([1]), hash: '0'.repeat(64) });
  const counts = await planImport(hq, { batchId, sheets: [sheet] });
  const { cells } = await listProblemCells(hq, { batchId });

  expect(counts).toMatchObject({ ready: 2, ask: 1, warned: 1 });
  expect((await readImport(hq, { batchId })).marked).toBe(true);
  expect(cells.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['D3 hired_on_left_out', 'C4 unit_unmatched']);
});

test('a file in which days were left empty and nothing is to be answered has a workbook to fetch; one without a fault has none', async ({
  house,
}) => {
  const hq = as(house, 'hqSafety', root);
  const planned = async (rows: typeof sheet.rows) => {
    const { id: batchId } = await declareImport(hq, { kind: 'workforce', unitId: root.id, fileName: '花名册.xlsx' });
    await receiveImport(hq, { batchId, content: new Uint8Array([rows.length]), hash: String(rows.length).repeat(64) });
    const { ask, wrong } = await planImport(hq, { batchId, sheets: [{ ...sheet, rows }] });
    return { open: ask + wrong, marked: (await readImport(hq, { batchId })).marked };
  };

  expect(await planned(sheet.rows.filter(({ number }) => number !== 4))).toEqual({ open: 0, marked: true });
  expect(await planned(sheet.rows.filter(({ number }) => number < 3))).toEqual({ open: 0, marked: false });
});
