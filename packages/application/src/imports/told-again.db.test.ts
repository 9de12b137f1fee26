import { answersInput, type Sheet } from '@changming/domain/imports';
import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, test } from '../testing/index.ts';
import {
  answerImport,
  declareImport,
  listImportGroups,
  planImport,
  readImport,
  receiveImport,
  runHazardsImport,
  startImport,
} from './index.ts';

const header = ['序号', '受检单位', '检查日期', '隐患描述', '等级', '整改期限', '是否销号', '整改完成时间'];
const early = ['1', '缝制一车间', '2025-12-05', '二楼东侧配电箱前堆放布料两捆', '车间级', '2025-12-08', '否', ''];
const late = ['1', '缝制一车间', '2025-12-05', '二楼东侧配电箱前堆放布料二捆', '车间级', '2025-12-08', '是', '2025-12-07'];
const ledgerOf = (row: readonly string[]): Sheet[] => [
  {
    name: '2025年台账',
    hidden: false,
    merges: [],
    rows: [header, row].map((texts, at) => ({
      number: at + 1,
      cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text, kind: 'text' as const }])),
    })),
  },
];

async function planned(office: Caller, unitId: string, sheets: Sheet[], hash: string) {
  const file = { kind: 'hazards', unitId, fileName: `2025年台账${hash}.xlsx`, effectiveOn: '2025-01-01' } as const;
  const { id: batchId } = await declareImport(office, file);
  await receiveImport(office, { batchId, content: new Uint8Array([1]), hash: hash.repeat(64) });
  await planImport(office, { batchId, sheets });
  return batchId;
}

test('a hazard that a later ledger tells in other words is moved on once a person says that it is the same', async ({
  house,
  database: { owner },
}) => {
  const { root } = await given.group(owner);
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const first = await planned(office, root.id, ledgerOf(early), 'a');
  await startImport(office, { batchId: first, onlyIfAll: true });
  await runHazardsImport(office, { batchId: first });
  const hazard = await owner.selectFrom('hazards').select('id').executeTakeFirstOrThrow();

  const batchId = await planned(office, root.id, ledgerOf(late), 'b');
  const [asked] = (await listImportGroups(office, { batchId, verdict: 'ask', limit: 10 })).items;
  expect(asked).toMatchObject({ code: 'hazard_similar_there', facts: { other: early[3] }, candidates: [{ value: hazard.id }] });
  const answers = answersInput.parse({
    rows: [{ sheet: '2025年台账', row: 2, say: 'same', about: 'hazard_similar_there', of: hazard.id }],
  });
  await answerImport(office, { batchId, answers });
  await planImport(office, { batchId, sheets: ledgerOf(late) });
  expect((await readImport(office, { batchId })).counts).toMatchObject({ ready: 1, ask: 0, warned: 1 });
  await startImport(office, { batchId, onlyIfAll: true });

  expect(await runHazardsImport(office, { batchId })).toMatchObject({ made: 0, changed: 1 });
  expect(await owner.selectFrom('hazards').select(['id', 'stage', 'text', 'closed_on']).execute()).toEqual([
    { id: hazard.id, stage: 'closed', text: early[3], closed_on: '2025-12-07' },
  ]);
  const again = await planned(office, root.id, ledgerOf(late), 'b');
  expect((await readImport(office, { batchId: again })).counts, 'the very row has come in').toMatchObject({
    ask: 0,
    skipped: { already_there: 1 },
  });
}, 60_000);
