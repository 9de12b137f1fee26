import { answersInput, type Sheet, signOf } from '@changming/domain/imports';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';

import { given, testSecrets } from '../testing/index.ts';
import {
  answerImport,
  declareImport,
  listImportGroups,
  listImportRows,
  listProblemCells,
  planImport,
  readImport,
  receiveImport,
  runHazardsImport,
  startImport,
} from './index.ts';
import type { Office } from './testing/ledger-file.ts';
import { test } from './testing/office.ts';

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
  const beside = asked?.candidates[0]?.beside ?? [];
  const answers = answersInput.parse({
    rows: [{ sheet: '2025年台账', row: 2, say: 'same', about: 'hazard_similar_there', of: hazard.id, seen: signOf(beside) }],
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

const wide = [...header.slice(0, 5), '责任人', '整改资金', ...header.slice(5)];
const told = (over: Partial<Record<'text' | 'responsible' | 'funds' | 'due' | 'closed' | 'done', string>> = {}) => {
  const { text, responsible, funds, due, closed, done } = {
    text: '成品库防火门常开未复位',
    responsible: '张敏',
    funds: '500',
    due: '2025-12-20',
    closed: '否',
    done: '',
    ...over,
  };
  return ['1', '缝制一车间', '2025-12-11', text, '车间级', responsible, funds, due, closed, done];
};
const wideLedger = (...rows: readonly (readonly string[])[]): Sheet[] => {
  const [sheet] = ledgerOf(wide);
  return sheet === undefined ? [] : [{ ...sheet, rows: [wide, ...rows].map(rowAt) }];
};
const rowAt = (texts: readonly string[], at: number) => ({
  number: at + 1,
  cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text, kind: 'text' as const }])),
});

test('what a later ledger tells otherwise is asked at once, taken when a person says so, and told in the trail with its row', async ({
  office: at,
  database: { owner },
}) => {
  const { caller: office } = at;
  const workshop = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  const before = await given.person(owner, workshop, { name: '张敏' });
  const after = await given.person(owner, workshop, { name: '李建国' });
  const first = await planned(at, wideLedger(told()), 'd');
  await startImport(office, { batchId: first, onlyIfAll: true });
  await runHazardsImport(office, { batchId: first });
  const hazards = owner.selectFrom('hazards').selectAll().where('found_on', '=', '2025-12-11');
  const { id } = await hazards.executeTakeFirstOrThrow();
  const working = () =>
    owner
      .selectFrom('assignments')
      .select(['person_id'])
      .where('subject_id', '=', id)
      .where('verb', '=', 'hazards.rectify')
      .where('ended_at', 'is', null)
      .execute();
  expect(await working()).toEqual([{ person_id: before.id }]);

  const sheets = wideLedger(told({ responsible: '李建国', funds: '800', due: '2025-12-18' }));
  const batchId = await planned(at, sheets, 'e');
  const beside = [
    { field: 'dueOn', ours: '2025-12-20', theirs: '2025-12-18' },
    { field: 'responsible', ours: '张敏', theirs: '李建国' },
    { field: 'funds', ours: '500', theirs: '800' },
  ] as const;
  const [asked] = (await listImportGroups(office, { batchId, verdict: 'ask', limit: 10 })).items;
  expect(asked).toMatchObject({ code: 'hazard_differs', candidates: [{ value: id, beside }] });
  const answer = { sheet: '2025年台账', row: 2, say: 'replace', about: 'hazard_differs', seen: signOf(beside) } as const;
  await answerImport(office, { batchId, answers: answersInput.parse({ rows: [answer] }) });
  await planImport(office, { batchId, sheets });
  await startImport(office, { batchId, onlyIfAll: true });
  expect(await runHazardsImport(office, { batchId })).toMatchObject({ made: 0, changed: 1 });

  expect(await hazards.executeTakeFirstOrThrow()).toMatchObject({
    stage: 'assigned',
    due_on: '2025-12-18',
    responsible_id: after.id,
    funds: 80_000,
  });
  expect(await working()).toEqual([{ person_id: after.id }]);
  const trail = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', id).orderBy('seq').execute();
  expect(trail.at(-1)).toMatchObject({
    before: { dueOn: '2025-12-20', responsibleId: before.id, funds: 500 },
    after: { dueOn: '2025-12-18', responsibleId: after.id, funds: 800, toldBy: `2025年台账e.xlsx 2025年台账!2` },
  });
  const again = await planned(
    at,
    wideLedger(told({ responsible: '李建国', funds: '800', due: '2025-12-18' }), told({ text: '另一条' })),
    'f',
  );
  expect((await readImport(office, { batchId: again })).counts).toMatchObject({ ready: 1, ask: 0, skipped: { already_there: 1 } });
}, 60_000);

test('that words mean a hazard, or another one, is remembered once the ledger has come in, and the next one is not asked about', async ({
  office: at,
  database: { owner },
}) => {
  const { caller: office } = at;
  const texts = ['原料库东侧安全出口被纸箱堵塞一处', '原料库东侧安全出口被纸箱堵塞壹处', '原料库东侧安全出口被纸箱堵塞两处'] as const;
  const [first, same, apart] = texts.map((text) => told({ text, due: '2025-12-21' }));
  const opening = await planned(at, wideLedger(first ?? []), '1');
  await startImport(office, { batchId: opening, onlyIfAll: true });
  await runHazardsImport(office, { batchId: opening });
  const { id } = await owner.selectFrom('hazards').select('id').where('text', '=', texts[0]).executeTakeFirstOrThrow();

  const sheets = wideLedger(same ?? [], apart ?? []);
  const batchId = await planned(at, sheets, '2');
  const about = 'hazard_similar_there' as const;
  const rows = [
    { sheet: '2025年台账', row: 2, say: 'same', about, of: id },
    { sheet: '2025年台账', row: 3, say: 'accept', about: 'hazard_similar' },
    { sheet: '2025年台账', row: 3, say: 'accept', about },
  ] as const;
  await answerImport(office, { batchId, answers: answersInput.parse({ rows }) });
  await planImport(office, { batchId, sheets });
  const aliases = owner
    .selectFrom('hazard_aliases')
    .select(['hazard_id', 'kind', 'text', 'row', 'batch_id'])
    .where('hazard_id', '=', id)
    .orderBy('row');
  expect(await aliases.execute(), 'nothing has come in yet').toEqual([]);
  await startImport(office, { batchId, onlyIfAll: true });
  await runHazardsImport(office, { batchId });

  expect(await aliases.execute()).toEqual([
    { hazard_id: id, kind: 'same', text: texts[1], row: 2, batch_id: batchId },
    { hazard_id: id, kind: 'apart', text: texts[2], row: 3, batch_id: batchId },
  ]);
  const trail = await owner.selectFrom('trail').select('after').where('subject_id', '=', id).execute();
  expect(trail.map(({ after }) => after)).toContainEqual({ knownAs: texts[1], toldBy: '2025年台账2.xlsx 2025年台账!2' });
  const closing = told({ text: texts[1], due: '2025-12-21', closed: '是', done: '2025-12-19' });
  const next = await planned(at, wideLedger(closing, apart ?? []), '3');
  expect((await readImport(office, { batchId: next })).counts).toMatchObject({ ready: 1, ask: 0, skipped: { already_there: 1 } });
  await startImport(office, { batchId: next, onlyIfAll: true });
  expect(await runHazardsImport(office, { batchId: next })).toMatchObject({ made: 0, changed: 1 });
  const { stage } = await owner.selectFrom('hazards').select('stage').where('id', '=', id).executeTakeFirstOrThrow();
  expect(stage).toBe('closed');
}, 60_000);

test('a ledger of which no row goes in may still be sent for its answers alone', async ({ office: at, database: { owner } }) => {
  const { caller: office } = at;
  const texts = ['锅炉房水位计玻璃管有裂纹一处', '锅炉房水位计玻璃管有裂纹壹处'] as const;
  const [first, again] = texts.map((text) => wideLedger(told({ text, due: '2025-12-22' })));
  const opening = await planned(at, first ?? [], '4');
  await startImport(office, { batchId: opening, onlyIfAll: true });
  await runHazardsImport(office, { batchId: opening });
  const { id } = await owner.selectFrom('hazards').select('id').where('text', '=', texts[0]).executeTakeFirstOrThrow();

  const batchId = await planned(at, again ?? [], '5');
  await expect(startImport(office, { batchId, onlyIfAll: false })).rejects.toMatchObject({ code: 'imports.nothing_ready' });
  const rows = [{ sheet: '2025年台账', row: 2, say: 'keep', about: 'hazard_similar_there' }] as const;
  await answerImport(office, { batchId, answers: answersInput.parse({ rows }) });
  await planImport(office, { batchId, sheets: again ?? [] });
  expect((await readImport(office, { batchId })).counts).toMatchObject({ ready: 0, remembered: 1, skipped: { kept_as_is: 1 } });
  await startImport(office, { batchId, onlyIfAll: false });
  expect(await runHazardsImport(office, { batchId })).toMatchObject({ made: 0, changed: 0, stale: false });

  expect(await owner.selectFrom('hazard_aliases').select(['kind', 'text']).where('hazard_id', '=', id).execute()).toEqual([
    { kind: 'same', text: texts[1] },
  ]);
  const next = await planned(at, again ?? [], '6');
  expect((await readImport(office, { batchId: next })).counts).toMatchObject({ ask: 0, skipped: { already_there: 1 } });
}, 60_000);

test('the marked workbook has the comments of rows that stay out, and not what an older ledger tells otherwise', async ({
  office: at,
  database: { owner },
}) => {
  const { caller: office } = at;
  const text = '裁剪间吸尘口滤网破损';
  const opening = await planned(at, wideLedger(told({ text, closed: '是', done: '2025-12-15' })), '7');
  await startImport(office, { batchId: opening, onlyIfAll: true });
  await runHazardsImport(office, { batchId: opening });
  expect(await owner.selectFrom('hazards').select('stage').where('text', '=', text).execute()).toEqual([{ stage: 'closed' }]);

  const comments = [{ column: 4, text: '已报设备科' }];
  const [sheet] = wideLedger(told({ text }), told({ text: `${text}两处`, due: '长期' }));
  const sheets = sheet === undefined ? [] : [{ ...sheet, rows: sheet.rows.map((row) => (row.number === 1 ? row : { ...row, comments })) }];
  const batchId = await planned(at, sheets, '8');

  const { cells } = await listProblemCells(office, { batchId });
  expect(cells.filter(({ code }) => code === 'cell_comment')).toMatchObject([
    { cell: 'D2', facts: { text: '已报设备科' } },
    { cell: 'D3', facts: { text: '已报设备科' } },
  ]);
  expect(cells.map(({ code }) => code)).not.toContain('hazard_tells_otherwise');
  const [older] = (await listImportRows(office, { batchId, verdict: 'skip', limit: 10 })).items.filter(({ row }) => row === 2);
  expect(older?.detail).toMatchObject({ reason: 'tells_less', warnings: [{ code: 'cell_comment' }, { code: 'hazard_tells_otherwise' }] });
}, 60_000);
