import { type KnownUnit, planHazards } from '@changming/domain/imports';
import exceljs from 'exceljs';
import { describe, expect, it, vi } from 'vitest';

import { readWorkbook } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const unit = (id: string, name: string, parentId: string | null, more: Partial<KnownUnit> = {}): KnownUnit => ({
  id,
  name,
  shortNames: [],
  parentId,
  kind: 'workshop',
  code: null,
  ...more,
});
const units = [
  unit('g', '云岭集团', null, { kind: 'group' }),
  unit('a', '云岭纺织有限公司', 'g', { kind: 'subsidiary', shortNames: ['纺织公司'] }),
  unit('a1', '织造车间', 'a'),
  unit('a2', '染整车间', 'a'),
  unit('b', '云岭机械有限公司', 'g', { kind: 'subsidiary', shortNames: ['机械公司'] }),
  unit('b1', '装配车间', 'b'),
];
const today = '2025-12-31';

type Cell = string | number | Date | null;

/** A workbook as another group's office keeps it. */
async function written(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function planned(fill: (book: exceljs.Workbook) => void, more: object = {}) {
  const { sheets } = await readWorkbook(await written(fill));
  const plan = planHazards(sheets, units, { today, ...more });
  return { ...plan, drafts: plan.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : [])) };
}

function sheetOf(book: exceljs.Workbook, name: string, rows: readonly (readonly Cell[])[]): exceljs.Worksheet {
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return sheet;
}

describe('one big sheet with bands', () => {
  const header = [
    '序号',
    '问题及隐患',
    '排查时间',
    '隐患级别',
    '治理措施',
    '治理责任人',
    '治理时限',
    '资金投入（万元）',
    '整改完成日期',
    '闭环情况',
  ];
  const fill = (book: exceljs.Workbook) => {
    const sheet = sheetOf(book, '2025年', [
      ['2025年度安全隐患排查治理台账'],
      header,
      ['一、纺织公司织造车间'],
      [1, '织机防护罩缺失', new Date(Date.UTC(2025, 2, 5)), 'B', '补装防护罩', '李伟', '2025.3.8', 0.35, '2025.3.7', '闭环'],
      [2, '疏散通道堆放布卷', '3月6日', 'C', '清理', '李伟、王芳', '立即', '无', '立行立改', '√'],
      ['二、机械公司装配车间'],
      [3, '行车限位失效', '2025/11/20', 'A', '停用检修', '张敏', '12月底前', 1.2, null, '整改中'],
      [4, '天车轨道变形', '12.28', 'A', '更换', '张敏', '1月15日', '三万元', null, null],
      ['合计', null, null, null, null, null, null, 4.55],
    ]);
    sheet.mergeCells('A1:J1');
    sheet.mergeCells('A3:J3');
    sheet.mergeCells('A6:J6');
  };

  it('asks once what another scale of levels means, and then reads every row in the unit of its band', async () => {
    const first = await planned(fill);
    const codes = first.verdicts.flatMap((verdict) => (verdict.kind === 'ask' ? verdict.questions.map(({ code }) => code) : []));
    expect(codes.filter((code) => code === 'level_unknown')).toHaveLength(4);

    const values = [
      { field: 'level', text: 'A', value: 'unit' },
      { field: 'level', text: 'B', value: 'workshop' },
      { field: 'level', text: 'C', value: 'team' },
      { field: 'unit', text: '一、纺织公司织造车间', value: 'a1' },
      { field: 'unit', text: '二、机械公司装配车间', value: 'b1' },
    ];
    const answers = { sheets: [], headers: [], columns: [], scopes: [], values, cells: [], rows: [] };
    const { drafts, counts } = await planned(fill, { answers });

    expect(counts).toMatchObject({ ready: 4, ask: 0, wrong: 0, skipped: { title: 1, header: 1, band: 2, subtotal: 1 } });
    expect(
      drafts.map(({ unitId, level, foundOn, dueOn, funds, stage, closedOn }) => [unitId, level, foundOn, dueOn, funds, stage, closedOn]),
    ).toEqual([
      ['a1', 'workshop', '2025-03-05', '2025-03-08', 350_000, 'closed', '2025-03-07'],
      ['a1', 'team', '2025-03-06', '2025-03-06', 0, 'closed', '2025-03-06'],
      ['b1', 'unit', '2025-11-20', '2025-12-31', 1_200_000, 'rectifying', null],
      ['b1', 'unit', '2025-12-28', '2026-01-15', 3_000_000, 'assigned', null],
    ]);
    expect(drafts[1]?.responsible.map(({ name }) => name)).toEqual(['李伟', '王芳']);
  });
});

describe('a workbook that keeps last year in a hidden sheet', () => {
  const header = ['编号', '公司', '车间', '隐患内容', '检查日期', '等级', '整改期限', '完成情况', '销号'];
  const fill = (book: exceljs.Workbook) => {
    const old = sheetOf(book, '2024年', [
      header,
      ['1', '机械公司', '装配车间', '配电箱无门', '2024-05-01', '班组级', '2024-05-02', '2024-05-02', '是'],
    ]);
    old.state = 'hidden';
    sheetOf(book, '2025年', [
      ['机械公司隐患台账（2025年）'],
      header,
      ['1', '机械公司', '装配车间', '配电箱无门', '2025-05-01', '班组级', '2025-05-02', '2025-05-02', '是'],
      ['2', '同上', '〃', '灭火器过期', '同上', '车间级', '5日内', '未完成', '否'],
      ['3', '机械公司', '装配车间', '天车检修未断电挂牌', '2025年6月3日', '重大事故隐患', '限期', null, '未销号'],
    ]);
  };

  it('leaves the hidden sheet alone, until a person says that it is to be read', async () => {
    const { counts, mapping } = await planned(fill);
    expect(mapping.map(({ sheet, status }) => [sheet, status])).toEqual([
      ['2024年', 'hidden'],
      ['2025年', 'read'],
    ]);
    expect(counts).toMatchObject({ ready: 2, ask: 1, skipped: { sheet_hidden: 2 } });

    const answers = { sheets: [{ sheet: '2024年', say: 'read' }], headers: [], columns: [], scopes: [], values: [], cells: [], rows: [] };
    const both = await planned(fill, { answers });
    expect(both.counts).toMatchObject({ ready: 3, ask: 1 });
    expect(both.drafts.map(({ foundOn }) => foundOn)).toContain('2024-05-01');
  });

  it('takes 同上 for the visit and not for what was found, and asks about an open hazard without a day', async () => {
    const { drafts, verdicts } = await planned(fill);

    expect(drafts[1]).toMatchObject({
      unitId: 'b1',
      foundOn: '2025-05-01',
      dueOn: '2025-05-06',
      stage: 'assigned',
      category: 'fireEquipment',
    });
    expect(verdicts.find(({ kind }) => kind === 'ask')).toMatchObject({ questions: [{ code: 'deadline_open', facts: { text: '限期' } }] });
  });
});

it('needs no code where only the words of a header differ: a person names the column once', async () => {
  const fill = (book: exceljs.Workbook) =>
    void sheetOf(book, '纺织公司', [
      ['查出哪天', '哪个车间', '什么毛病', '隐患级别', '整改措施', '整改期限', '责任人', '状态'],
      ['2025-04-01', '织造车间', '地面积油', '班组级', '清理', '当天', '李伟', '已完成'],
    ]);
  await expect(planned(fill)).rejects.toMatchObject({ code: 'imports.no_table' });

  const columns = [
    { sheet: '纺织公司', column: 'A', field: 'foundOn' },
    { sheet: '纺织公司', column: 'B', field: 'unit' },
    { sheet: '纺织公司', column: 'C', field: 'text' },
  ];
  const headers = [{ sheet: '纺织公司', first: 1, last: 1 }];
  const answers = {
    sheets: [],
    headers,
    columns,
    scopes: [],
    values: [],
    cells: [{ sheet: '纺织公司', cell: 'H2', value: 'open' }],
    rows: [],
  };
  const { drafts } = await planned(fill, { answers });

  expect(drafts).toMatchObject([
    { unitId: 'a1', foundOn: '2025-04-01', dueOn: '2025-04-01', text: '地面积油', level: 'team', stage: 'assigned' },
  ]);
});
