import type { Caller } from '@changming/application/context';
import { declareImport, planImport, readImport, receiveImport, runPersonsImport, startImport } from '@changming/application/imports';
import { as, given, test } from '@changming/application/testing';
import { exportCertificates, listCertificates, revokeCertificate } from '@changming/application/workforce';
import { certificateSheet } from '@changming/documents/lists';
import type { Sheet } from '@changming/domain/imports';
import { expect } from 'vitest';

const head = ['序号', '工号', '姓名', '所在单位', '证书名称', '证书编号', '有效期', '复审日期', '发证机关'];
const roster = [
  [
    '1',
    'A1',
    '李电工',
    '缝制一车间',
    '低压电工；叉车',
    'T990000190001010011；N990000190001010012',
    '2025-03-01至2031-02-28；2028.5.31',
    '',
    '未填；济南市市场监管局',
  ],
  ['2', 'A2', '王焊工', '缝制一车间', '电焊工', '待补', '2024年2月5日-2030年2月4日', '2027/2/4', '山东省应急管理厅'],
  ['3', 'A3', '赵新', '缝制一车间', '', '', '', ''],
];

function sheetOf(rows: readonly (readonly (string | number | null)[])[]): Sheet[] {
  const cellsOf = (texts: readonly (string | number | null)[]) =>
    texts.flatMap((text, at) => (text === null || text === '' ? [] : [{ column: at + 1, text: String(text), kind: 'text' as const }]));
  return [{ name: '花名册', hidden: false, merges: [], rows: rows.map((texts, at) => ({ number: at + 1, cells: cellsOf(texts) })) }];
}

test('certificates of a roster come in once; the list that goes out is nothing new, nor brings back what was revoked', async ({
  house,
  database: { owner },
}) => {
  const { root, mill } = await given.group(owner);
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  let files = 0;
  const judged = async (sheets: Sheet[]) => {
    const batch = { kind: 'workforce', unitId: mill.id, fileName: '花名册.xlsx', effectiveOn: '2025-01-01' } as const;
    const { id: batchId } = await declareImport(office, batch);
    files += 1;
    await receiveImport(office, { batchId, content: new Uint8Array([files]), hash: String(files).repeat(64) });
    await planImport(office, { batchId, sheets });
    return { batchId, counts: (await readImport(office, { batchId })).counts };
  };
  const first = await judged(sheetOf([head, ...roster]));
  expect(first.counts).toMatchObject({ ready: 3, ask: 0, wrong: 0 });
  await startImport(office, { batchId: first.batchId, onlyIfAll: true });
  await runPersonsImport(office, { batchId: first.batchId, sheets: sheetOf([head, ...roster]) });

  expect(await held(office)).toEqual([
    ['李电工', '1.2', '2025-03-01', '2031-02-28', '2028-03-01'],
    ['李电工', 'N1', null, '2028-05-31', null],
    ['王焊工', '2.1', '2024-02-05', '2030-02-04', '2027-02-04'],
  ]);
  expect((await judged(sheetOf([head, ...roster]))).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });

  const { rows } = await exportCertificates(office, {});
  expect(Object.fromEntries(rows.map(({ certificate, issuer }) => [certificate, issuer]))).toEqual({
    低压电工作业: null,
    叉车司机: '济南市市场监管局',
    熔化焊接与热切割作业: '山东省应急管理厅',
  });
  const printed = certificateSheet(rows, { language: 'zh-CN', madeAt: new Date('2026-01-20') });
  const out = sheetOf([printed.columns.map(({ title }) => title), ...printed.rows]);
  expect(JSON.stringify(out)).not.toContain('19000101');
  expect((await judged(out)).counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });

  const forklift = (await listCertificates(office, { item: 'N1', limit: 1 })).items[0];
  await revokeCertificate(office, { certificateId: forklift?.id ?? '', reason: '主管部门吊销' });
  expect((await judged(sheetOf([head, ...roster]))).counts).toMatchObject({ ready: 0 });
});

async function held(office: Caller) {
  const { items } = await listCertificates(office, { limit: 50 });
  return items
    .map(({ name, item, issuedOn, validUntil, reviewDueOn }) => [name, item, issuedOn, validUntil, reviewDueOn])
    .toSorted((one, other) => String(one).localeCompare(String(other), 'zh-CN'));
}
