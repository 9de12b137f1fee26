import { describe, expect, it } from 'vitest';

import { pointKinds } from '../../points/index.ts';
import { givenPoint } from '../../testing/given-point.ts';
import { type GivenCell, givenSheet, type GivenSheet } from '../../testing/given-sheet.ts';
import { type Answers, noAnswers } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Verdict } from '../verdict.ts';
import { kindsIn } from './kind-words.ts';
import type { KnownKeeper, PointDraft } from './point-draft.ts';
import { planPoints, plateCodesIn, type PointsOptions } from './plan-points.ts';

const units: readonly KnownUnit[] = [
  { id: 'g', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'Y' },
  { id: 'east', name: '东城公司', shortNames: ['东城'], parentId: 'g', kind: 'subsidiary', code: 'E' },
  { id: 'sew', name: '缝制一车间', shortNames: [], parentId: 'east', kind: 'workshop', code: 'E1' },
  { id: 'iron', name: '整烫车间', shortNames: [], parentId: 'east', kind: 'workshop', code: 'E2' },
  { id: 'west', name: '西岭公司', shortNames: [], parentId: 'g', kind: 'subsidiary', code: 'W' },
];
const persons: readonly KnownKeeper[] = [
  { id: 'wang', name: '王芳', staffNo: 'A001', unitId: 'sew', leftOn: null },
  { id: 'li', name: '李强', staffNo: 'A002', unitId: 'east', leftOn: null },
  { id: 'zhang1', name: '张伟', staffNo: 'A003', unitId: 'sew', leftOn: null },
  { id: 'zhang2', name: '张伟', staffNo: 'A004', unitId: 'iron', leftOn: null },
  { id: 'chen1', name: '陈静', staffNo: 'A005', unitId: 'iron', leftOn: null },
  { id: 'chen2', name: '陈静', staffNo: 'W001', unitId: 'west', leftOn: null },
  { id: 'gone', name: '赵离', staffNo: 'A009', unitId: 'sew', leftOn: '2025-12-01' },
];
const there = givenPoint({ place: '一层东北角' });
const header = [
  '序号',
  '单位',
  '点位名称',
  '类别',
  '编号',
  '点位码',
  '位置',
  '责任人',
  '责任人工号',
  '重点部位',
  '设立日期',
  '停用日期',
  '备注',
];
const row = { 单位: '缝制一车间', 点位名称: '南侧通道', 类别: '消防', 编号: 'P-100', 责任人: '王芳' };

type Cells = Readonly<Record<string, GivenCell>>;
const cellsOf = (told: Cells) => header.map((title) => told[title] ?? null);
const plan = (rows: readonly Cells[], options: Partial<PointsOptions> = {}) =>
  planPoints([givenSheet([header, ...rows.map(cellsOf)])], units, { today: '2026-01-20', persons, ...options });
const told = (rows: readonly Cells[], options: Partial<PointsOptions> = {}) =>
  plan(rows, options).verdicts.filter(({ source }) => source.row > 1);
const tables = (rows: readonly (readonly GivenCell[])[], given: GivenSheet = {}, options: Partial<PointsOptions> = {}) =>
  planPoints([givenSheet(rows, given)], units, { today: '2026-01-20', persons, ...options });

/** `ask: point_twice`, `ready`, `skip: duplicate`: what became of a row and why. */
function become(verdict: Verdict<PointDraft> | undefined): string {
  if (verdict === undefined) return 'none';
  if (verdict.kind === 'ready') return ['ready', ...verdict.warnings.map(({ code }) => code)].join(' ');
  if (verdict.kind === 'skip') return `skip ${verdict.reason}`;
  return [verdict.kind, ...(verdict.kind === 'ask' ? verdict.questions : verdict.problems).map(({ code }) => code)].join(' ');
}
const fates = (rows: readonly Cells[], options: Partial<PointsOptions> = {}) => told(rows, options).map(become);
const draftOf = (verdict: Verdict<PointDraft> | undefined) => (verdict?.kind === 'ready' ? verdict.draft : null);
const saying = (answers: Partial<Answers>): { answers: Answers } => ({ answers: { ...noAnswers, ...answers } });

describe('a table of points', () => {
  it('goes in as it is told', () => {
    const whole = { ...row, 点位码: 'abcde-fghjm', 位置: '一层', 重点部位: '是', 设立日期: '2024.3.5', 备注: '夜间上锁' };

    expect(draftOf(told([whole])[0])).toMatchObject({
      unitId: 'sew',
      name: '南侧通道',
      kind: 'fire',
      isKindTold: true,
      ownNo: 'P-100',
      code: 'ABCDEFGHJM',
      place: '一层',
      keeperId: 'wang',
      key: true,
      openedOn: '2024-03-05',
      closedOn: null,
      remark: '夜间上锁',
      existingId: null,
    });
  });

  it.each([
    ['点位名称', null, 'wrong point_name_missing'],
    ['点位名称', '√', 'wrong point_name_unreadable'],
    ['点位名称', '长'.repeat(81), 'wrong cell_too_long'],
    ['单位', '没有这个单位', 'ask unit_unmatched'],
    ['单位', null, 'ask unit_missing'],
    ['类别', '不知道', 'ask point_kind_unknown'],
    ['类别', '仓库、宿舍', 'ask point_kind_unknown'],
    ['类别', null, 'ready'],
    ['点位码', 'DW-7', 'ask point_code_unreadable'],
    ['责任人', '没这个人', 'ask point_keeper_unknown'],
    ['责任人', '赵离', 'ask point_keeper_unknown'],
    ['责任人', '张伟', 'ask point_keeper_ambiguous'],
    ['责任人', '王芳、李强', 'ask point_keepers_several'],
    ['责任人', '王芳 李强', 'ask point_keepers_several'],
    ['责任人', '各班组长', 'ask point_keeper_unknown'],
    ['责任人', '无', 'ready'],
    ['责任人工号', 'A002', 'ask point_keeper_contradicts'],
    ['责任人工号', 'A777', 'ask point_keeper_contradicts'],
    ['责任人工号', 'a001', 'ready'],
    ['重点部位', '说不清', 'wrong mark_unreadable'],
    ['设立日期', '2026-01-20', 'ready'],
    ['设立日期', '2026-01-21', 'wrong point_day_after_today'],
    ['设立日期', '2026-02-30', 'wrong date_impossible'],
    ['设立日期', '2025年3月', 'ready date_month_only point_opened_as_recorded'],
    ['停用日期', '2025-12-31', 'ready'],
    ['备注', '长'.repeat(501), 'wrong cell_too_long'],
    ['编号', { error: '#REF!' }, 'wrong cell_error'],
  ] as const)('whose column %s says %j is “%s”', (title, cell, fate) => {
    expect(fates([{ ...row, [title]: cell }])).toEqual([fate]);
  });

  it('is told where and why, and one answer settles it', () => {
    const [verdict] = told([{ ...row, 责任人: '张伟' }]);
    const [question] = verdict?.kind === 'ask' ? verdict.questions : [];

    expect(question).toMatchObject({
      cell: 'H2',
      field: 'keeper',
      facts: { text: '张伟' },
      candidates: [
        { value: 'zhang1', label: '张伟 A003 云岭集团/东城公司/缝制一车间' },
        { value: 'zhang2', label: '张伟 A004 云岭集团/东城公司/整烫车间' },
        { value: 'empty', label: '' },
      ],
    });
    const said = (value: string) => saying({ cells: [{ sheet: 'Sheet1', cell: 'H2', value }] });
    expect(draftOf(told([{ ...row, 责任人: '张伟' }], said('zhang2'))[0])?.keeperId).toBe('zhang2');
    expect(draftOf(told([{ ...row, 责任人: '张伟' }], said('empty'))[0])?.keeperId).toBeNull();
    expect(draftOf(told([{ ...row, 责任人: '张伟', 责任人工号: 'A003' }])[0])?.keeperId).toBe('zhang1');
  });

  it.each([
    ['王芳(A001)', 'wang'],
    ['王芳 A001', 'wang'],
    ['A001', 'wang'],
    ['王 芳', 'wang'],
    ['王芳（班组长）', 'wang'],
    ['王芳 13800000000', 'wang'],
    ['张伟（A004）', 'zhang2'],
  ])('reads the keeper “%s”', (cell, keeperId) => {
    expect(draftOf(told([{ ...row, 责任人: cell }])[0])?.keeperId).toBe(keeperId);
  });

  it('takes the only namesake of the company, and says so; a telephone is not repeated in a question', () => {
    expect(fates([{ ...row, 责任人: '陈静' }])).toEqual(['ready point_keeper_namesake']);
    expect(draftOf(told([{ ...row, 责任人: '陈静' }])[0])?.keeperId).toBe('chen1');
    const [verdict] = told([{ ...row, 责任人: '张伟13800001234' }]);
    expect(JSON.stringify(verdict)).not.toContain('13800001234');
  });

  it('names no unit beyond the branch of whoever sends it', () => {
    const branch = new Set(['east', 'sew', 'iron']);
    const mine = { branch, underId: 'east' };

    expect(fates([row, { ...row, 单位: 'E2', 编号: 'P-101' }], mine)).toEqual(['ready', 'ready']);
    expect(fates([{ ...row, 单位: '西岭公司' }], { branch })).toEqual(['wrong point_unit_outside']);
    expect(fates([{ ...row, 单位: '云岭集团' }], { branch })).toEqual(['wrong point_unit_outside']);
    expect(fates([{ ...row, 单位: '西岭公司' }], mine)).toEqual(['ask unit_unmatched']);
  });
});

describe('the columns of an office', () => {
  it.each([
    [['重点部位', '车间', '负责人'], ['锅炉房', '缝制一车间', '李强'], { name: '锅炉房', unitId: 'sew', keeperId: 'li', key: null }],
    [['部位', '所属单位', '地点', '编号'], ['油漆间', 'E1', '二楼', 'K-9'], { name: '油漆间', unitId: 'sew', place: '二楼', ownNo: 'K-9' }],
    [['部位', '点位名称', '部门'], ['一层东', '配电间', '整烫车间'], { name: '配电间', place: '一层东', unitId: 'iron' }],
    [['重点部位', '名称', '部门'], ['是', '配电间', '整烫车间'], { name: '配电间', key: true }],
    [['公司', '车间', '名称', '代码'], ['东城', '整烫车间', '布料间', 'B-01'], { unitId: 'iron', name: '布料间', ownNo: 'B-01' }],
    [['点位码', '名称', '单位'], ['DW-01', '布料间', 'E2'], { ownNo: 'DW-01', code: null }],
  ])('%j mean what they say', (titles, cells, draft) => {
    const { verdicts } = tables([titles, cells]);

    expect(draftOf(verdicts.find(({ source }) => source.row === 2))).toMatchObject(draft);
  });

  it('may stand below a title, merged, with bands, totals and notes', () => {
    const { verdicts, counts } = tables(
      [
        ['东城公司消防安全重点部位台账'],
        ['编制：安全部'],
        ['序号', '重点部位名称', '所属部门', '责任人', '备注'],
        [1, '配电室', '缝制一车间', '王芳', null],
        [2, '布料库', null, '同上', null],
        ['合计', 2, null, null, null],
        ['注：每年更新一次'],
      ],
      { merges: ['A1:E1', 'C4:C5'] },
    );

    expect(counts).toMatchObject({ rows: 7, ready: 2, ask: 0, wrong: 0, skip: 5 });
    expect(verdicts.flatMap((each) => (each.kind === 'ready' ? [[each.draft.name, each.draft.unitId, each.draft.keeperId]] : []))).toEqual([
      ['配电室', 'sew', 'wang'],
      ['布料库', 'sew', 'wang'],
    ]);
  });

  it.each([
    ['东城公司重点部位', '表'],
    ['Sheet1', '东城公司消防安全重点部位及点位台账（2026年）'],
  ])('are of the unit that the sheet “%s” or its title “%s” names, and of no other', (name, title) => {
    const rows = (unit: string) =>
      tables([[title], header, cellsOf({ ...row, 单位: unit })], { name })
        .verdicts.map(become)
        .at(-1);

    expect([rows('缝制一车间'), rows('西岭公司')]).toEqual(['ready', 'ask unit_unmatched']);
  });

  it('编号 that only counts the rows is no number; one that begins elsewhere is', () => {
    const numbered = (numbers: readonly string[]) =>
      told(numbers.map((编号, at) => ({ ...row, 点位名称: `通道${at}`, 编号 }))).map((verdict) => draftOf(verdict)?.ownNo);

    expect(numbered(['1', '2', '3'])).toEqual([null, null, null]);
    expect(numbered(['1', '2'])).toEqual(['1', '2']);
    expect(numbered(['2', '3', '4'])).toEqual(['2', '3', '4']);
  });

  it('without a name of the point are refused, not passed over', () => {
    expect(() =>
      tables([
        ['姓名', '单位'],
        ['王芳', '缝制一车间'],
      ]),
    ).toThrow(expect.objectContaining({ code: 'imports.no_table' }));
  });
});

describe('a point that is there', () => {
  const same = { 单位: '缝制一车间', 点位名称: '二号配电室', 编号: 'P-001' };
  const existing = [there];

  it.each([
    ['says the same', same, 'skip already_there'],
    ['says the same by its code alone', { 单位: 'E1', 点位名称: '二号配电室', 点位码: 'ABCDEFGHJK' }, 'skip already_there'],
    ['says the same by its name alone', { 单位: 'E1', 点位名称: '二号 配电室' }, 'skip already_there'],
    ['adds what is missing', { ...same, 备注: '上锁' }, 'ready point_moved_on'],
    ['makes it a 重点部位', { ...same, 重点部位: '√' }, 'ready point_moved_on'],
    ['names another kind', { ...same, 类别: '仓库' }, 'ask point_differs'],
    ['names another keeper', { ...same, 责任人: '李强' }, 'ask point_differs'],
    ['names another place', { ...same, 位置: '二层' }, 'ask point_differs'],
    ['gives its number to another name', { ...same, 点位名称: '水泵房' }, 'ask point_differs'],
    ['says that it is closed', { ...same, 停用日期: '2026-01-01' }, 'ask point_in_use'],
    ['has its name and another number', { ...same, 编号: 'P-002' }, 'ready point_kind_from_name'],
    ['has its code in another unit', { 单位: 'E2', 点位名称: '二号配电室', 点位码: 'ABCDEFGHJK' }, 'ask point_code_elsewhere'],
    ['has its number in another unit', { ...same, 单位: 'E2' }, 'ask point_elsewhere'],
    ['has its name in another unit', { 单位: 'E2', 点位名称: '二号配电室' }, 'ready point_kind_from_name'],
    ['has a code that somebody has out of sight', { ...row, 点位码: 'ZZZZZZZZZZ' }, 'ask point_code_taken'],
  ] as const)('%s', (_, cells, fate) => {
    const takenCodes = new Set(['ABCDEFGHJK', 'ZZZZZZZZZZ']);

    expect(fates([cells], { existing, takenCodes })).toEqual([fate]);
  });

  it('is never moved: a person sees whose the code is, and may only leave it out', () => {
    const moved = { 单位: 'E2', 点位名称: '二号配电室', 点位码: 'ABCDEFGHJK' };
    const [verdict] = told([moved], { existing });

    expect(verdict?.kind === 'ask' ? verdict.questions[0] : null).toMatchObject({
      facts: { other: '云岭集团/东城公司/缝制一车间 二号配电室' },
      candidates: [{ value: 'empty' }],
    });
    const answered = told([moved], { existing, ...saying({ cells: [{ sheet: 'Sheet1', cell: 'F2', value: 'empty' }] }) });
    expect(draftOf(answered[0])).toMatchObject({ unitId: 'iron', code: null, existingId: null });
  });

  it('is changed only when a person says so', () => {
    const other = { ...same, 责任人: '李强' };
    const rows = (say: 'keep' | 'replace') => ({ existing, ...saying({ rows: [{ sheet: 'Sheet1', row: 2, say }] }) });

    expect(fates([other], rows('keep'))).toEqual(['skip kept_as_is']);
    expect(draftOf(told([other], rows('replace'))[0])).toMatchObject({ existingId: 'p1', keeperId: 'li' });
  });

  it('is not asked about its keeper again when he is one of the namesakes', () => {
    expect(fates([{ ...same, 责任人: '张伟' }], { existing: [{ ...there, keeperId: 'zhang2' }] })).toEqual(['skip already_there']);
  });

  it('that came in from this very row is passed over, whatever has become of it', () => {
    const changed = { ...there, name: '改过的名称', keeperId: 'li', rows: ['hash!Sheet1!2'] };

    expect(fates([same], { existing: [changed], fileHash: 'hash' })).toEqual(['skip already_there']);
  });

  it('that was closed keeps its code to itself, and its name is free', () => {
    const closed = { existing: [{ ...there, closedOn: '2025-06-01' }] };

    expect(fates([same], closed)).toEqual(['ready point_kind_from_name']);
    expect(fates([{ ...same, 点位码: 'ABCDEFGHJK' }], closed)).toEqual(['ask point_code_taken']);
    expect(fates([{ ...same, 停用日期: '2025-06-01' }], closed)).toEqual(['skip already_there']);
  });

  it('of a name that two have is not guessed', () => {
    const two = { existing: [there, { ...there, id: 'p2', code: 'ABCDEFGHJM', ownNo: 'P-002' }] };

    expect(fates([{ 单位: 'E1', 点位名称: '二号配电室' }], two)).toEqual(['ask point_name_shared']);
  });

  it('gets the number that it lacked', () => {
    const unnumbered = { existing: [{ ...there, ownNo: null }] };

    expect(told([same], unnumbered).map(draftOf)).toMatchObject([{ existingId: 'p1', ownNo: 'P-001' }]);
  });
});

describe('two rows of one file', () => {
  it.each([
    ['the same', row, row, 'skip duplicate'],
    ['the same number, another name', row, { ...row, 点位名称: '北侧通道' }, 'ask point_twice'],
    ['the same number in another unit', row, { ...row, 单位: 'E2' }, 'ask point_twice'],
    ['a short number in another unit', { ...row, 编号: '01' }, { ...row, 编号: '01', 单位: 'E2' }, 'ready'],
    ['the same name, another number', row, { ...row, 编号: 'P-101' }, 'ready'],
    ['the same name, no number', row, { ...row, 编号: null }, 'ask point_twice'],
    ['the same name in another unit', { ...row, 编号: null }, { ...row, 编号: null, 单位: 'E2' }, 'ready'],
    ['the same code', { ...row, 点位码: 'ABCDEFGHJK' }, { ...row, 编号: 'P-101', 点位码: 'ABCDEFGHJK' }, 'ask point_code_twice'],
  ])('%s', (_, one, other, fate) => {
    expect(fates([one, other])).toEqual(['ready', fate]);
  });

  it('may both be right, and a person says so', () => {
    const rows = [row, { ...row, 点位名称: '北侧通道' }];

    expect(fates(rows, saying({ rows: [{ sheet: 'Sheet1', row: 3, say: 'accept' }] }))).toEqual(['ready', 'ready']);
  });
});

describe('the kind of a point', () => {
  it.each([
    ['消防泵房', ['pumpRoom']],
    ['配电室', ['powerRoom']],
    ['宿舍配电室', ['powerRoom']],
    ['危化品仓库', ['warehouse', 'chemicals']],
    ['东侧通道', []],
    ['其他', ['other']],
    ['布料库', ['warehouse']],
    ['车库', []],
    ['库管办公室', []],
  ])('of “%s” may be %j', (words, kinds) => {
    expect(kindsIn(words)).toEqual(kinds);
  });

  it('is told by the name only where the name is clear, and then with a warning', () => {
    expect(told([{ ...row, 类别: null, 点位名称: '二号配电室' }])).toMatchObject([
      { kind: 'ready', draft: { kind: 'powerRoom', isKindTold: false }, warnings: [{ code: 'point_kind_from_name' }] },
    ]);
    expect(told([{ ...row, 类别: null, 点位名称: '危化品仓库' }])).toMatchObject([{ draft: { kind: 'other' }, warnings: [] }]);
    expect(pointKinds).toContain('other');
  });
});

it('every text that has the shape of a code is asked about', () => {
  expect(plateCodesIn([givenSheet([['点位码'], ['abcde-fghjk'], ['ABCDEFGHJK'], ['P-001'], ['ABCDEFGHIJ']])])).toEqual(['ABCDEFGHJK']);
});

describe('a table whose units stand in a column that nobody reads', () => {
  const rows = [
    ['点位名称', '片区车间', '位置'],
    ['空压机房', '缝制一车间', '一层'],
  ];

  it('is asked about: the unit of the sheet is not taken for that of the row', () => {
    expect(become(tables(rows, {}, { underId: 'east' }).verdicts.at(-1))).toBe('ask unit_missing');
  });

  it('is of the unit of the sheet once a person says that the column is none of units', () => {
    const answers = { ...noAnswers, columns: [{ sheet: 'Sheet1', column: 'B', field: null }] } as Answers;
    expect(become(tables(rows, { name: 'Sheet1' }, { underId: 'east', answers }).verdicts.at(-1))).toMatch(/^ready/u);
  });
});
