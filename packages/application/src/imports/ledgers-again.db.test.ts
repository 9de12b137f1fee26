import { answersInput, type Sheet } from '@changming/domain/imports';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, test as onHouse, testSecrets } from '../testing/index.ts';
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

type Office = { readonly caller: Caller; readonly unitId: string };

const test = onHouse.extend<{ office: Office }>({
  office: [
    async ({ house, database: { owner } }, use) => {
      const { root } = await given.group(owner);
      await use({ caller: as(house, 'hqSafety', root, (await given.person(owner, root)).id), unitId: root.id });
    },
    { scope: 'file' },
  ],
});

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

async function planned({ caller: office, unitId }: Office, sheets: Sheet[], hash: string) {
  const file = { kind: 'hazards', unitId, fileName: `2025年台账${hash}.xlsx`, effectiveOn: '2025-01-01' } as const;
  const { id: batchId } = await declareImport(office, file);
  await receiveImport(office, { batchId, content: new Uint8Array([1]), hash: hash.repeat(64) });
  await planImport(office, { batchId, sheets });
  return batchId;
}

test('a hazard that a later ledger tells in other words is moved on once a person says that it is the same', async ({
  office: at,
  database: { owner },
}) => {
  const { caller: office } = at;
  const first = await planned(at, ledgerOf(early), 'a');
  await startImport(office, { batchId: first, onlyIfAll: true });
  await runHazardsImport(office, { batchId: first });
  const hazard = await owner.selectFrom('hazards').select('id').executeTakeFirstOrThrow();

  const batchId = await planned(at, ledgerOf(late), 'b');
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
  const again = await planned(at, ledgerOf(late), 'b');
  expect((await readImport(office, { batchId: again })).counts, 'the very row has come in').toMatchObject({
    ask: 0,
    skipped: { already_there: 1 },
  });
}, 60_000);

test('a ledger that another version of the program judged is judged again before it comes in', async ({
  office: at,
  database: { owner },
}) => {
  const { caller: office } = at;
  const batchId = await planned(at, ledgerOf(early.with(3, '灭火器压力不足')), 'c');
  await startImport(office, { batchId, onlyIfAll: true });
  const kept = owner.selectFrom('import_ledgers').select('sealed').where('batch_id', '=', batchId).where('part', '=', 0);
  const { sealed } = await kept.executeTakeFirstOrThrow();
  const basis = JSON.parse(gunzipSync(Buffer.from(testSecrets.open(sealed), 'base64')).toString('utf8')) as { reader: number };
  const withReader = async (reader: number | undefined) => {
    const text = gzipSync(JSON.stringify({ ...basis, reader })).toString('base64');
    await owner
      .updateTable('import_ledgers')
      .set({ sealed: testSecrets.seal(text) })
      .where('part', '=', 0)
      .execute();
  };

  for (const reader of [undefined, basis.reader - 1]) {
    await withReader(reader);
    expect(await runHazardsImport(office, { batchId })).toMatchObject({ stale: true, made: 0 });
  }
  await withReader(basis.reader);
  expect(await runHazardsImport(office, { batchId })).toMatchObject({ stale: false, made: 1 });
}, 60_000);
