import { planHazards, planUnits, planWorkforce } from '@changming/domain/imports';
import { zhCN } from '@changming/phrases';
import exceljs from 'exceljs';
import { beforeAll, expect, it, vi } from 'vitest';

import { asKnownUnits, officeFile } from '../testing/offices.ts';
import { hazardTemplate, personTemplate, readWorkbook, unitTemplate } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

async function filled(template: Buffer, rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const workbook = await opened(template);
  for (const row of rows) workbook.worksheets[0]?.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function opened(file: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as exceljs.Buffer);
  return workbook;
}

const units = [
  [1, 'A', '云岭集团', null, '集团'],
  [2, 'A01', '云岭纺织有限公司', 'A', '子公司', '纺织公司', 320, null, '李伟', '√'],
  [3, 'A0101', '一车间', 'A01', '车间'],
];

/** The tree that the filled-in template of units brings in. */
let tree: ReturnType<typeof asKnownUnits>;
beforeAll(async () => {
  tree = asKnownUnits(planUnits((await readWorkbook(await filled(await unitTemplate('zh-CN'), units))).sheets, []).drafts);
});

it.each(['zh-CN', 'en'] as const)(
  'a filled-in unit template of %s is read without a question, its example row passed over',
  async (language) => {
    const { sheets } = await readWorkbook(await filled(await unitTemplate(language), units));
    const plan = planUnits(sheets, []);

    expect(plan.counts).toMatchObject({ ready: 3, ask: 0, wrong: 0, skipped: { header: 1, note: 1, sheet_hidden: 6 } });
    expect(plan.drafts[1]).toMatchObject({
      code: 'A01',
      parentKey: plan.drafts[0]?.key,
      kind: 'subsidiary',
      headcount: 320,
      flags: ['isFireKeyUnit'],
    });
  },
);

it.each(['zh-CN', 'en'] as const)('a filled-in roster template of %s is read without a question', async (language) => {
  const template = await personTemplate(['纺织公司一车间'], language);
  const row = [1, 'Y001', '李伟', language === 'en' ? 'Male' : '男', '纺织公司一车间', '电工', null, '12000000001', '990000198503070015'];
  const certificate = [null, '2020-03-05', null, '低压电工作业', 'T990000198503070015', '2029-03-04', '2027-03-04'];
  const { sheets } = await readWorkbook(await filled(template, [[...row, ...certificate]]));
  const { verdicts, counts } = planWorkforce(sheets, tree, { today: '2026-10-10' });

  expect(counts).toMatchObject({ ready: 1, ask: 0, wrong: 0 });
  expect(verdicts.find(({ kind }) => kind === 'ready')).toMatchObject({
    draft: {
      staffNo: 'Y001',
      sex: 'male',
      identityNumber: '990000198503070015',
      certificates: [{ validTo: '2029-03-04', reviewOn: '2027-03-04' }],
    },
  });
});

it.each(['zh-CN', 'en'] as const)('a filled-in ledger template of %s is read without a question', async (language) => {
  const { keyAreas, levels, ledger } = zhCN.hazards;
  const found = [1, '纺织公司一车间', '楼梯口', '2026-03-05', '集团检查', '李伟', '疏散通道堆放布料', keyAreas.pumpRoom, levels.workshop];
  const treated = ['清理通道', '张敏', 500, '2026-03-08', '2026-03-06', '王芳', '2026-03-07', ledger.closed.closed];
  const { sheets } = await readWorkbook(await filled(await hazardTemplate(['纺织公司一车间'], language), [[...found, ...treated]]));
  const { verdicts, counts } = planHazards(sheets, tree, { today: '2026-10-10' });

  expect(counts).toMatchObject({ ready: 1, ask: 0, wrong: 0 });
  expect(verdicts.find(({ kind }) => kind === 'ready')).toMatchObject({
    draft: { keyArea: 'pumpRoom', level: 'workshop', from: 'groupInspection', stage: 'closed', funds: 50_000, closedOn: '2026-03-07' },
  });
});

it('offers lists from a sheet that nobody sees, and keeps the header in sight', async () => {
  const workbook = await opened(await unitTemplate('zh-CN'));
  const [sheet] = workbook.worksheets;
  const kindCell = sheet?.getCell('E7');

  expect(workbook.worksheets.map(({ state }) => state)).toEqual(['visible', 'veryHidden']);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(kindCell?.dataValidation).toMatchObject({ type: 'list', formulae: ['dictionaries!$A$1:$A$6'] });
  expect(sheet?.getRow(1).values).toContain('上级单位代码');
});

it('is small however many units there are to choose from', async () => {
  const template = await personTemplate(
    Array.from({ length: 20_000 }, (_, n) => `云岭集团/公司${n % 40}/车间${n}`),
    'zh-CN',
  );
  expect(template.length).toBeLessThan((await officeFile('人员花名册.xlsx')).length * 5);
});
