import { describe, expect, it } from 'vitest';

import { givenKnownUnit } from '../../testing/given-known-unit.ts';
import { type GivenCell, type GivenSheet, givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, answersInput } from '../answers.ts';
import type { Sheet } from '../sheet.ts';
import type { HazardDraft } from './hazard-draft.ts';
import { planHazards } from './plan-hazards.ts';

const units = [
  givenKnownUnit('g', '云岭集团', null, 'group'),
  givenKnownUnit('a', '云岭纺织', 'g', 'subsidiary'),
  givenKnownUnit('w', '织造车间', 'a', 'workshop'),
  givenKnownUnit('s', '染整车间', 'a', 'workshop'),
  givenKnownUnit('b', '云岭机械', 'g', 'subsidiary'),
  givenKnownUnit('v', '装配车间', 'b', 'workshop'),
];
const persons = [
  { id: 'p1', name: '李伟', unitId: 'w' },
  { id: 'p2', name: '王芳', unitId: 'v' },
  { id: 'p3', name: '陈刚', unitId: 'a' },
  { id: 'p4', name: '孙丽', unitId: 's' },
];

type Options = { readonly answers?: Answers };
const plan = (sheet: Sheet, options: Options = {}) => planHazards([sheet], units, { today: '2026-11-26', persons, ...options });
/** What became of each row of data: the draft where it goes in, else the codes; warnings in brackets. */
const told = (sheet: Sheet, options: Options = {}): readonly Told[] =>
  plan(sheet, options)
    .verdicts.toSorted((one, other) => one.source.row - other.source.row)
    .flatMap((verdict): readonly Told[] => {
      if (verdict.kind === 'skip') return [];
      if (verdict.kind === 'ready') return [{ ...verdict.draft, codes: verdict.warnings.map(({ code }) => `(${code})`) }];
      return [{ codes: (verdict.kind === 'ask' ? verdict.questions : verdict.problems).map(({ code }) => code) }];
    });
type Told = Partial<HazardDraft> & { readonly codes: readonly string[] };

const header = ['序号', '单位', '检查日期', '隐患描述', '等级', '责任人', '整改资金', '整改期限', '完成日期', '是否销号', '备注'];
type Row = Readonly<Record<string, GivenCell>>;
const usual: Row = { 单位: '织造车间', 检查日期: '2026-10-08', 隐患描述: '配电箱无门', 等级: '车间级', 整改期限: '2026-10-20' };
const closed: Row = { 完成日期: '2026-10-09', 是否销号: '是' };
const lineOf = (row: Row, labels: readonly string[] = header) => labels.map((name) => ({ ...usual, ...row })[name] ?? null);

type Layout = GivenSheet & { readonly titles?: readonly GivenCell[][]; readonly labels?: readonly string[] };
const sheetOf = (rows: readonly Row[], { titles = [['2026年台账']], labels = header, ...options }: Layout = {}) =>
  givenSheet(
    [
      ...titles,
      [...labels],
      ...rows.map((row) =>
        lineOf(
          { ...row },
          labels.map((label) => label.replace(/[（(].*/u, '')),
        ),
      ),
    ],
    options,
  );
const one = (row: Row, layout: Layout = {}, options: Options = {}) => told(sheetOf([row], layout), options)[0];

describe('the unit of money', () => {
  const tenThousand = { labels: header.map((label) => (label === '整改资金' ? '整改资金（万元）' : label)) };

  it('in the words of a cell is the cell’s own, also where a last figure stands without its place', () => {
    const funds = ['三千二', '两万五', '一千五', '三千零二', '三百五', '一万零五百', '两千五百元整', '壹仟贰佰元'].map((written) =>
      one({ 整改资金: written }),
    );
    expect(funds.map((row) => row?.funds)).toEqual([320_000, 2_500_000, 150_000, 300_200, 35_000, 1_050_000, 250_000, 120_000]);
    expect(one({ 整改资金: '两三千' })).toMatchObject({ codes: ['funds_unreadable'] });
  });

  it.each(['两万五', '一千五', '3000元', '2.5万'])('is asked about where %s stands in a column of 万元', (written) => {
    expect(one({ 整改资金: written }, tenThousand)).toEqual({ codes: ['funds_unit_unclear'] });
  });

  it('needs no question where the word is the unit of the column', () => {
    expect(one({ 整改资金: '三万元' }, tenThousand)).toMatchObject({ funds: 3_000_000 });
  });

  it('is asked about where a bare number is no likely cost, and as the person says', () => {
    expect(one({ 整改资金: 0.35 }, tenThousand)).toMatchObject({ funds: 350_000 });
    expect(one({ 整改资金: 3000 }, tenThousand)).toEqual({ codes: ['funds_implausible'] });
    expect(one({ 整改资金: 0.35 })).toEqual({ codes: ['funds_implausible'] });
    const answers = answersInput.parse({ cells: [{ sheet: 'Sheet1', cell: 'G3', value: '300000' }] });
    expect(one({ 整改资金: 3000 }, tenThousand, { answers })).toMatchObject({ funds: 300_000 });
  });

  it.each(['统计截止：2026年11月20日    金额单位：万元', '单位：万元', '（单位：万元）'])('stands above the table: %s', (line) => {
    expect(one({ 整改资金: 0.35 }, { titles: [['2026年台账'], [line]] })).toMatchObject({ funds: 350_000 });
  });

  it('is asked about where the header and the line above contradict each other', () => {
    const labels = header.map((label) => (label === '整改资金' ? '整改资金（元）' : label));
    expect(one({ 整改资金: 35 }, { labels, titles: [['金额单位：万元']] })).toEqual({ codes: ['funds_unit_unclear'] });
  });
});

describe('two tables on one sheet', () => {
  const second = ['序号', '问题', '发现日期', '所在单位', '级别', '治理措施', '治理责任人', '治理时限', '资金投入（万元）', '状态'];
  const both = (labels: readonly string[], more: readonly GivenCell[] = []) =>
    givenSheet([
      ['2026年台账'],
      ['一般隐患'],
      header,
      lineOf({ 隐患描述: '甲' }),
      lineOf({ 隐患描述: '乙' }),
      [],
      ['重大隐患'],
      [...labels],
      [1, '丙', '2026-10-15', '装配车间', '重大', '清空', '王芳', '2026-11-30', 2.5, '治理中', ...more],
    ]);

  it('are each read by their own header, and no row is lost', () => {
    expect(told(both(second))).toMatchObject([
      { text: '甲', unitId: 'w', level: 'workshop' },
      { text: '乙', unitId: 'w' },
      { text: '丙', unitId: 'v', level: 'major', foundOn: '2026-10-15', dueOn: '2026-11-30', funds: 2_500_000, stage: 'rectifying' },
    ]);
    expect(plan(both(second)).counts).toMatchObject({ ready: 3, skipped: { title: 3, header: 2 } });
  });

  it('are understood as a person says of the columns of each', () => {
    const said = (column: string, field: string | null, first = 8) => ({ sheet: 'Sheet1', column, field, header: first });
    const answersOf = (...columns: readonly object[]) => ({ answers: answersInput.parse({ columns }) });
    const odd = both([...second, '要点'], ['急']);

    expect(plan(odd).mapping).toMatchObject([{ header: { first: 3 }, further: [{ header: { first: 8 }, columns: { length: 11 } }] }]);
    expect(told(odd, answersOf(said('K', 'remark'))).at(-1)).toMatchObject({ text: '丙', words: { remark: '急' } });
    expect(told(odd, answersOf(said('K', null))).at(-1)).toMatchObject({ text: '丙' });
    expect(told(odd, answersOf(said('K', 'remark', 3))).at(-1), 'said of the other table').toEqual({ codes: ['table_partly_understood'] });
    const blind = givenSheet([
      ['2026年台账'],
      header,
      lineOf({}),
      ['序号', '单位', '责任人', '备注', '何事', '何日'],
      [1, '织造车间', '李伟', '无', '丁', '2026-10-09'],
    ]);
    expect(told(blind).at(-1)).toEqual({ codes: ['table_not_understood'] });
    expect(told(blind, answersOf(said('E', 'text', 4), said('F', 'foundOn', 4))).at(-1)).toMatchObject({
      text: '丁',
      foundOn: '2026-10-09',
    });
  });

  it('keep the band right above a further header for its rows, and not what else stands there', () => {
    const row = [1, '丙', '2026-10-15', null, '重大', '清空', null, '2026-11-30', 2.5, '治理中'];
    const last = (...lines: readonly string[]) =>
      told(givenSheet([['2026年台账'], header, lineOf({}), ...lines.map((line) => [line]), second, row])).at(-1);

    expect(last('二、装配车间')).toMatchObject({ unitId: 'v' });
    expect(last('装配车间', '重大隐患')).toMatchObject({ unitId: 'v' });
    expect(last('云岭纺织', '织造车间')).toMatchObject({ unitId: 'w' });
    expect(last('重大隐患')).toMatchObject({ codes: ['unit_missing'] });
  });

  it('are asked about where a column of the further one is not known, or too much of it', () => {
    expect(told(both([...second, '要点'], ['急']))).toMatchObject([{}, {}, { codes: ['table_partly_understood'] }]);
    expect(told(both([...second, '要点']))).toMatchObject([{}, {}, { text: '丙' }]);
    const blind = givenSheet([['2026年台账'], header, lineOf({}), ['序号', '单位', '责任人', '备注'], [1, '织造车间', '李伟', '无']]);
    expect(told(blind)).toMatchObject([{ text: '配电箱无门' }, { codes: ['table_not_understood'] }]);
  });
});

it('the title 重大隐患 above a table without levels is asked about, once', () => {
  const labels = header.filter((label) => label !== '等级');
  const sheet = sheetOf([{}, { 隐患描述: '灭火器过期' }], { titles: [['重大隐患']], labels });
  expect(told(sheet).map(({ codes }) => codes)).toEqual([['level_of_title'], ['level_of_title']]);
  const answers = answersInput.parse({ values: [{ sheet: 'Sheet1', field: 'level', text: '重大隐患', value: 'major' }] });
  expect(told(sheet, { answers })).toMatchObject([{ level: 'major' }, { level: 'major' }]);
});

describe('a hazard is void', () => {
  it('by its state, or by a remark that speaks of the hazard itself', () => {
    for (const row of [
      { 是否销号: '作废' },
      { 备注: '误报' },
      { 备注: '重复登记' },
      { 备注: '本条作废' },
      { 备注: '隐患作废' },
      { 备注: '经核实不属隐患，撤销' },
    ])
      expect(one(row)).toMatchObject({ stage: 'void' });
  });

  it.each(['原动火票作废，已重新办理', '已申请撤销挂牌', '报警器误报，已更换探头'])('and not by what else is: %s', (remark) => {
    expect(one({ ...closed, 备注: remark })).toMatchObject({ stage: 'closed' });
    expect(one({ 备注: remark })).toEqual({ codes: ['state_or_void'] });
  });

  it('where its state says the opposite, only as a person says', () => {
    expect(one({ ...closed, 备注: '误报' })).toEqual({ codes: ['state_or_void'] });
    const answers = answersInput.parse({ cells: [{ sheet: 'Sheet1', cell: 'K3', value: 'void' }] });
    expect(one({ ...closed, 备注: '误报' }, {}, { answers })).toMatchObject({ stage: 'void' });
  });
});

describe('days in words', () => {
  it.each([
    ['三日内', '2026-10-11'],
    ['五天内', '2026-10-13'],
    ['一周内', '2026-10-15'],
    ['两周内', '2026-10-22'],
    ['半个月内', '2026-10-23'],
    ['次日', '2026-10-09'],
    ['十一月五日', '2026-11-05'],
  ])('%s is a deadline', (written, dueOn) => {
    expect(one({ 整改期限: written })).toMatchObject({ dueOn });
  });

  it('are the day found', () => {
    expect(one({ 检查日期: '二〇二六年十月九日' })).toMatchObject({ foundOn: '2026-10-09' });
    expect(one({ 检查日期: '十月九日' })).toMatchObject({ foundOn: '2026-10-09' });
  });

  it('are asked about where 15日 may be a date or a span', () => {
    const [verdict] = plan(sheetOf([{ 整改期限: '15日' }])).verdicts.filter(({ kind }) => kind === 'ask');
    expect(verdict).toMatchObject({ questions: [{ code: 'deadline_day_or_days' }] });
    expect(JSON.stringify(verdict)).toContain('2026-10-15');
    expect(JSON.stringify(verdict)).toContain('2026-10-23');
  });

  it('have the month of their sheet, once a person has confirmed it', () => {
    const rows = [
      { 检查日期: '8日', 整改期限: '10日', 完成日期: '9日', 是否销号: '是' },
      { 检查日期: '12日', 隐患描述: '灭火器压力不足', 整改期限: '15日内' },
    ];
    const sheet = sheetOf(rows, { name: '10月', titles: [['2026年安全检查问题清单']] });
    expect(told(sheet).map(({ codes }) => codes)).toEqual([['month_of_sheet'], ['month_of_sheet']]);
    const questions = plan(sheet).verdicts.flatMap((verdict) => (verdict.kind === 'ask' ? verdict.questions : []));
    expect(new Set(questions.map(({ facts, candidates }) => JSON.stringify([facts, candidates]))).size).toBe(1);
    const cells = ['C3', 'C4'].map((cell) => ({ sheet: '10月', cell, value: '2026-10' }));
    expect(told(sheet, { answers: answersInput.parse({ cells }) })).toMatchObject([
      { foundOn: '2026-10-08', dueOn: '2026-10-10', doneOn: '2026-10-09', closedOn: '2026-10-09' },
      { foundOn: '2026-10-12', dueOn: '2026-10-27' },
    ]);
  });
});

it('what a level means is asked once, and not told again as a fault of a row that has others', () => {
  const sheet = sheetOf([{ 等级: 'B' }, { 等级: 'B', 隐患描述: '灭火器过期', 检查日期: '10月中旬' }]);
  expect(told(sheet).map(({ codes }) => codes)).toEqual([['level_unknown'], ['date_unreadable']]);
  const onlyWrong = sheetOf([{ 等级: 'B', 检查日期: '10月中旬' }]);
  expect(told(onlyWrong).map(({ codes }) => codes)).toEqual([['date_unreadable', 'level_unknown']]);
});

it.each(['一、云岭纺织织造车间', '（一）云岭纺织织造车间', '1.云岭纺织织造车间', '①云岭纺织织造车间'])(
  'a band that is numbered names its unit: %s',
  (band) => {
    const sheet = givenSheet([['2026年台账'], header, [band], lineOf({ 单位: null })], { merges: ['A3:K3'] });
    expect(told(sheet)).toMatchObject([{ unitId: 'w' }]);
  },
);

it('a row that is struck out is asked about, and one that is hidden goes in with a word', () => {
  const sheet = sheetOf([{}, { 隐患描述: '灭火器过期' }]);
  const marked = {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      ...(row.number === 3 ? { struck: true as const } : row.number === 4 && { hidden: true as const }),
    })),
  };
  expect(told(marked)).toMatchObject([{ codes: ['row_struck'] }, { text: '灭火器过期', codes: ['(row_hidden)'] }]);
  const answers = answersInput.parse({ rows: [{ sheet: 'Sheet1', row: 3, say: 'accept', about: 'row_struck' }] });
  expect(told(marked, { answers })).toMatchObject([{ text: '配电箱无门' }, {}]);
});

it('what was written beside a cell is told of its row, and nothing is made of it', () => {
  const sheet = sheetOf([{}, { 隐患描述: '灭火器过期' }]);
  const comments = ['作废，见 13800138000', '2026-11-20 2026-11-25 两次', '长'.repeat(401)].map((text) => ({ column: 4, text }));
  const commented = { ...sheet, rows: sheet.rows.map((row) => (row.number === 3 ? { ...row, comments } : row)) };

  expect(told(commented)).toMatchObject([{ stage: 'assigned', codes: comments.map(() => '(cell_comment)') }, { codes: [] }]);
  const [ready] = plan(commented).verdicts.filter(({ kind }) => kind === 'ready');
  const shown = ['作废，见 *********00', '2026-11-20 2026-11-25 两次', `${'长'.repeat(400)}…`];
  expect(ready).toMatchObject({
    warnings: shown.map((text) => ({ cell: 'D3', facts: { text } })),
    draft: { words: { comments: shown.map((text) => `D3 ${text}`).join('；') } },
  });
});

it('each question about a row has an answer of its own', () => {
  const labels = ['序号', '问题', '发现日期', '所在单位', '级别', '治理时限', '要点'];
  const sheet = givenSheet([['2026年台账'], header, lineOf({}), labels, [1, '丙', '2026-10-15', '装配车间', '重大', '2026-10-01', '急']]);
  const struck = { ...sheet, rows: sheet.rows.map((row) => (row.number === 5 ? { ...row, struck: true as const } : row)) };
  const said = (...about: readonly string[]) =>
    told(struck, {
      answers: answersInput.parse({ rows: about.map((each) => ({ sheet: 'Sheet1', row: 5, say: 'accept', about: each })) }),
    })[1];

  expect(said()?.codes).toEqual(['table_partly_understood', 'row_struck', 'due_before_found']);
  expect(said('row_struck')?.codes).toEqual(['table_partly_understood', 'due_before_found']);
  expect(said('table_partly_understood')?.codes).toEqual(['row_struck', 'due_before_found']);
  expect(said('row_struck', 'table_partly_understood')?.codes).toEqual(['due_before_found']);
});

describe('who answers for the work', () => {
  it('is the first who is named, and nobody in his place', () => {
    const ids = ['李伟、陈刚', '张三、李伟', '孙丽', '陈刚'].map((names) => one({ 责任人: names }));
    expect(ids.map((row) => row?.responsible?.map(({ id }) => id))).toEqual([['p1', 'p3'], [null, null], ['p4'], ['p3']]);
  });

  it('may work in the unit that does the work, when the ledger names it', () => {
    const labels = [...header, '责任单位'];
    expect(one({ 责任人: '王芳', 责任单位: '云岭机械' }, { labels })).toMatchObject({ responsible: [{ name: '王芳', id: 'p2' }] });
  });

  it('is asked about where the only bearer of the name works in another branch', () => {
    expect(one({ 责任人: '王芳' })).toEqual({ codes: ['responsible_elsewhere'] });
    const said = (value: string) => ({ answers: answersInput.parse({ cells: [{ sheet: 'Sheet1', cell: 'F3', value }] }) });
    expect(one({ 责任人: '王芳' }, {}, said('p2'))).toMatchObject({ responsible: [{ name: '王芳', id: 'p2' }] });
    expect(one({ 责任人: '王芳' }, {}, said('accept'))).toMatchObject({ responsible: [{ name: '王芳', id: null }] });
  });
});
