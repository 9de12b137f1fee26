import type { Sheet } from '@changming/domain/imports';
import { expect } from 'vitest';

import { readHazard } from '../hazards/index.ts';
import { bringIn, declareImport, planImport, receiveImport, startImport } from './index.ts';
import { test } from './testing/office.ts';

const header = ['序号', '受检单位', '检查日期', '隐患描述', '等级', '整改期限', '是否销号', '整改完成时间'];
const row = ['1', '缝制一车间', '2025-12-05', '二楼东侧配电箱前堆放布料两捆', '车间级', '2025-12-08', '否'];
const cells = (texts: readonly string[]) => texts.map((text, at) => ({ column: at + 1, text, kind: 'text' as const }));
const comments = [
  { column: 4, text: '已报设备科' },
  { column: 6, text: '找孙师傅 13912345678' },
];
const sheets: Sheet[] = [
  {
    name: '2025年台账',
    hidden: false,
    merges: [],
    rows: [
      { number: 1, cells: cells(header) },
      { number: 2, cells: cells(row), comments },
    ],
  },
];

test('what somebody wrote beside the cells of a ledger stays with the hazard, at the row it came from', async ({
  office: { caller, unitId },
  database: { owner },
}) => {
  const file = { kind: 'hazards', unitId, fileName: '台账.xlsx', effectiveOn: '2025-01-01' } as const;
  const { id: batchId } = await declareImport(caller, file);
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash: 'c'.repeat(64) });
  await planImport(caller, { batchId, sheets });
  await startImport(caller, { batchId, onlyIfAll: true });
  await bringIn(caller, { batchId, kind: 'hazards' }, async () => sheets);

  const { id: hazardId } = await owner.selectFrom('hazards').select('id').executeTakeFirstOrThrow();
  const { ledgerRows } = await readHazard(caller, { hazardId });
  expect(ledgerRows).toMatchObject([
    { fileName: '台账.xlsx', sheet: '2025年台账', row: 2, words: { comments: 'D2 已报设备科；F2 找孙师傅 *********78' } },
  ]);
});
