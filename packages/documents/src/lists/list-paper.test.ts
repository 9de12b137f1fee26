import { type ThreeList, threeLists } from '@changming/domain/hazards';
import { zhCN } from '@changming/phrases';
import exceljs from 'exceljs';
import { describe, expect, it, vi } from 'vitest';

import { press } from '../paper/index.ts';
import { partsOf } from '../testing/parts.ts';
import type { ListContent, ListedHazard } from './list-content.ts';
import { listName, listPaper } from './list-paper.ts';

// The press loads its writers first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const madeAt = new Date('2026-10-09T02:00:00Z');
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

function givenHazard(over: Partial<ListedHazard> = {}): ListedHazard {
  return {
    number: 'H-2026-000001',
    unit: '东城服饰/东城一厂',
    place: '二号仓库',
    keyArea: 'fire',
    text: '疏散通道堆放布料',
    category: 'exits',
    level: 'workshop',
    clauses: ['FL-28'],
    source: 'selfCheck',
    anonymous: false,
    finder: '赵敏',
    foundOn: '2026-07-05',
    beforePhotos: [{ sha256: 'a' }],
    beforeLack: null,
    measures: '清理并划线',
    responsibleUnit: '缝制一车间',
    leader: '孙磊',
    responsible: '王芳',
    funds: 120_050,
    dueOn: '2026-07-20',
    contingency: null,
    contingencyWaived: true,
    supervisor: null,
    extendedFromOn: '2026-07-10',
    stage: 'closed',
    account: 'closed',
    rectifiedOn: '2026-07-08',
    afterPhotos: [],
    spent: 98_000,
    acceptor: '李强',
    acceptedOn: '2026-07-09',
    opinion: null,
    lookBackOn: null,
    lookBackResult: 'held',
    lesson: null,
    asWritten: {},
    ...over,
  };
}

function givenContent(over: Partial<ListContent> = {}): ListContent {
  const rows = over.rows ?? [givenHazard(), givenHazard({ text: '=HYPERLINK("http://x","点我")', account: 'overdue', stage: 'assigned' })];
  const total = {
    problems: rows.length,
    closed: 1,
    openNotDue: 0,
    overdue: 1,
    void: 0,
    difference: 0,
    fundsPlanned: 240_100,
    fundsSpent: 196_000,
  };
  return { units: ['岚枝集团'], from: '2026-07-01', to: '2026-09-30', rows, total, today: '2026-10-09', thumbs: null, ...over };
}

function given(list: ThreeList, over: Partial<ListContent> = {}) {
  return listPaper(givenContent(over), { list, language: 'zh-CN', madeAt });
}

async function sheetOf(file: Uint8Array): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as exceljs.Buffer);
  return workbook.worksheets[0] ?? expect.fail('no sheet');
}

describe('a list on paper', () => {
  it.each(['problems', 'rectification', 'results'] as const)('%s has the customary columns in their order', async (list) => {
    const sheet = await sheetOf(await press({ kind: 'excel', paper: given(list) }));

    const titles = threeLists[list].map((name) => zhCN.hazards.columns[name]);
    expect((sheet.getRow(3).values as unknown[]).slice(1)).toEqual(titles);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:3', fitToWidth: 1 });
  });

  it('names unit, period and day, and ends with totals, the reckoning and lines to sign on', async () => {
    const sheet = await sheetOf(await press({ kind: 'excel', paper: given('rectification') }));

    const first = (row: number) => sheet.getRow(row).getCell(1).value;
    expect([first(1), first(2)]).toEqual(['岚枝集团整改清单', '单位：岚枝集团　　期间：2026年第三季度　　制表日期：2026-10-09']);
    expect(sheet.getRow(6).getCell(6).value).toBe(2401);
    expect(first(7)).toContain('问题 2 条 = 已销号 1 条 + 未到期 0 条 + 逾期 1 条 + 误报作废 0 条，差额 0');
    expect(first(8)).toMatch(/制表人.*审核人.*日期/u);
  });

  it('holds formulas that people typed as text, in Excel and in Word', async () => {
    const paper = given('problems');
    const cell = (await sheetOf(await press({ kind: 'excel', paper }))).getRow(5).getCell(5);
    const { 'word/document.xml': words = '' } = await partsOf(await press({ kind: 'word', paper }));

    expect([cell.type, cell.value, cell.numFmt]).toEqual([exceljs.ValueType.String, '=HYPERLINK("http://x","点我")', '@']);
    expect(words).toContain('=HYPERLINK(&quot;http://x&quot;,&quot;点我&quot;)');
  });

  it('is a Word document across A4, its head repeated, its pages counted, in Chinese types with others to fall back on', async () => {
    const parts = await partsOf(await press({ kind: 'word', paper: given('results') }));

    const { 'word/document.xml': body = '', 'word/footer1.xml': foot = '', 'word/fontTable.xml': fonts = '' } = parts;
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(body).toContain('w:eastAsia="黑体"');
    expect(foot).toMatch(/PAGE.*NUMPAGES/su);
    expect(fonts).toContain('<w:font w:name="仿宋"><w:altName w:val="FangSong,');
  });

  it('shows the pictures where they are wanted, and counts them where they are not', async () => {
    const thumbs = new Map([['a', { jpeg, width: 240, height: 180 }]]);
    const counted = await sheetOf(await press({ kind: 'excel', paper: given('problems') }));
    const shown = await sheetOf(await press({ kind: 'excel', paper: given('problems', { thumbs }) }));
    const word = await partsOf(await press({ kind: 'word', paper: given('problems', { thumbs }) }));

    expect(counted.getRow(4).getCell(12).value).toBe('1 张');
    expect(shown.getImages()).toHaveLength(2);
    expect(Object.keys(word).filter((name) => name.startsWith('word/media/'))).not.toEqual([]);
  });

  it('says so when there is nothing, and leaves out what XML cannot hold', async () => {
    const none = await sheetOf(await press({ kind: 'excel', paper: given('problems', { rows: [] }) }));
    const odd = await sheetOf(
      await press({ kind: 'excel', paper: given('problems', { rows: [givenHazard({ text: 'a\u0001\ud800b' })] }) }),
    );

    expect(none.getRow(4).getCell(1).value).toBe('没有符合条件的隐患');
    expect(odd.getRow(4).getCell(5).value).toBe('a\ufffdb');
  });
});

describe('a period of the year', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '2026年'],
    ['2026-07-01', '2026-12-31', '2026年下半年'],
    ['2026-04-01', '2026-06-30', '2026年第二季度'],
    ['2026-02-01', '2026-02-28', '2026年2月'],
    ['2026-02-03', '2026-02-28', '2026-02-03-至-2026-02-28'],
    [undefined, '2026-02-28', '截至-2026-02-28'],
    [undefined, undefined, '全部'],
  ])('from %s to %s is called %s', (from, to, words) => {
    expect(listName({ units: ['岚枝'], from, to }, { list: 'results', language: 'zh-CN' })).toBe(`岚枝实效清单（${words}）`);
  });
});
