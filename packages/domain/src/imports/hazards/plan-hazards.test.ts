import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DayKind } from '../../standards/index.ts';
import { givenKnownHazard } from '../../testing/given-known-hazard.ts';
import { givenKnownUnit } from '../../testing/given-known-unit.ts';
import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import { planHazards } from './plan-hazards.ts';

const units = [
  givenKnownUnit('g', '云岭集团', null, 'group'),
  givenKnownUnit('a', '云岭纺织', 'g', 'subsidiary'),
  givenKnownUnit('w', '织造车间', 'a', 'workshop'),
  givenKnownUnit('b', '云岭机械', 'g', 'subsidiary'),
  givenKnownUnit('v', '装配车间', 'b', 'workshop'),
];
const header = [
  '序号',
  '受检单位',
  '检查日期',
  '隐患描述',
  '等级',
  '责任人',
  '整改资金',
  '整改期限',
  '完成日期',
  '验收人',
  '验收日期',
  '是否销号',
  '回头看',
  '备注',
];
const today = '2026-10-10';

type Row = Partial<Record<(typeof header)[number], GivenCell>>;
const usual: Row = {
  受检单位: '织造车间',
  检查日期: '2026-03-05',
  隐患描述: '配电箱无门',
  等级: '车间级',
  责任人: '李伟',
  整改期限: '2026-03-08',
};
const sheetOf = (...rows: readonly Row[]) =>
  givenSheet([
    ['2026年隐患台账'],
    header,
    ...rows.map((row, at): GivenCell[] => header.map((name) => (name === '序号' ? at + 1 : (row[name] ?? null)))),
  ]);

type Options = Partial<Parameters<typeof planHazards>[2]>;
const planned = (rows: readonly Row[], options: Options = {}) => planHazards([sheetOf(...rows)], units, { today, ...options });
const draftOf = (row: Row, options: Options = {}): HazardDraft => {
  const [verdict] = planned([{ ...usual, ...row }], options).verdicts.filter(({ source }) => source.row > 2);
  if (verdict?.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(verdict)}`);
  return verdict.draft;
};
const codesOf = (row: Row, options: Options = {}): readonly string[] => {
  const [verdict] = planned([{ ...usual, ...row }], options).verdicts.filter(({ source }) => source.row > 2);
  if (verdict?.kind === 'ask') return verdict.questions.map(({ code }) => code);
  if (verdict?.kind === 'wrong') return verdict.problems.map(({ code }) => code);
  return verdict?.kind === 'ready' ? verdict.warnings.map(({ code }) => `(${code})`) : [];
};

describe('a deadline', () => {
  it.each([
    ['立即', '2026-03-05'],
    ['当班', '2026-03-05'],
    ['即查即改', '2026-03-05'],
    ['3日内', '2026-03-08'],
    ['5个自然日内', '2026-03-10'],
    ['月底前', '2026-03-31'],
    ['4月底前', '2026-04-30'],
    ['2026.3.9.', '2026-03-09'],
    ['3月12号前', '2026-03-12'],
    ['２０２６．３．２０', '2026-03-20'],
    [46_100, '2026-03-19'],
  ])('%s of a hazard found on 5 March is %s', (written, dueOn) => {
    expect(draftOf({ 整改期限: written }).dueOn).toBe(dueOn);
  });

  it('in 工作日 follows the work calendar, and says where no notice is known', () => {
    const days = new Map<string, DayKind>([
      ['2026-03-09', 'rest'],
      ['2026-03-14', 'work'],
    ]);
    const calendar = { days, noticedYears: new Set([2026]) };
    const due = (written: string, options = {}) => draftOf({ 整改期限: written }, options).dueOn;

    expect([due('5个工作日内', { calendar }), due('3工作日', { calendar }), due('5个工作日')]).toEqual([
      '2026-03-13',
      '2026-03-11',
      '2026-03-12',
    ]);
    expect(codesOf({ 整改期限: '5个工作日' }, { calendar })).not.toContain('(deadline_by_week)');
    expect(codesOf({ 整改期限: '5个工作日' })).toContain('(deadline_by_week)');
  });

  it.each(['长期', '限期', '尽快', '结合大修', '本周内'])(
    '%s is asked about while the hazard is open, and no matter once it is closed',
    (written) => {
      expect(codesOf({ 整改期限: written })).toEqual(['deadline_open']);
      const closed = { 整改期限: written, 完成日期: '2026-03-06', 是否销号: '是' };
      expect(draftOf(closed)).toMatchObject({ dueOn: null, stage: 'closed' });
      expect(codesOf(closed)).toContain('(deadline_open)');
    },
  );

  it('without a year lies in the year after a hazard of December', () => {
    expect(
      draftOf(
        { 检查日期: '2026-10-08', 整改期限: '1月5日' },
        { answers: answersInput.parse({ rows: [{ sheet: 'Sheet1', row: 3, say: 'accept' }] }) },
      ).dueOn,
    ).toBe('2026-01-05');
    expect(draftOf({ 检查日期: '12月28日', 整改期限: '1月5日' }, { today: '2026-12-31' }).dueOn).toBe('2027-01-05');
  });
});

describe('funds', () => {
  it.each([
    ['5600元', 560_000],
    ['￥310', 31_000],
    ['1,800', 180_000],
    ['0.72W', 720_000],
    ['1.43万元', 1_430_000],
    ['130块', 13_000],
    ['三千二百元', 320_000],
    ['两万元', 2_000_000],
    ['１００', 10_000],
    ['无', 0],
    ['－', 0],
    ['不涉及', 0],
    [null, null],
    ['由维保单位承担', null],
  ])('%s are %s 分', (written, fen) => {
    expect(draftOf({ 整改资金: written }).funds).toBe(fen);
  });

  it('are asked about where nobody has decided, and taken with a word where they are about', () => {
    expect(codesOf({ 整改资金: '待定' })).toEqual(['funds_undecided']);
    expect(codesOf({ 整改资金: '若干' })).toEqual(['funds_undecided']);
    expect(codesOf({ 整改资金: '约300元' })).toEqual(['(number_approximate)']);
    expect(codesOf({ 整改资金: '见合同' })).toEqual(['funds_unreadable']);
  });
});

describe('how far a hazard has come', () => {
  it.each([
    [{ 是否销号: '否' }, 'assigned'],
    [{ 完成日期: '整改中' }, 'rectifying'],
    [{ 是否销号: '整改中' }, 'rectifying'],
    [{ 完成日期: '2026-03-07' }, 'submitted'],
    [{ 完成日期: '立行立改', 是否销号: '待验收' }, 'submitted'],
    [{ 完成日期: '2026-03-07', 是否销号: '√' }, 'closed'],
    [{ 是否销号: '作废' }, 'void'],
    [{ 是否销号: '否', 备注: '误报，不属隐患' }, 'void'],
  ] as const)('%o is %s', (row, stage) => {
    expect(draftOf(row).stage).toBe(stage);
  });

  it('closes on the later of the days done and accepted', () => {
    expect(draftOf({ 完成日期: '2026-03-07', 验收日期: '2026-03-10', 是否销号: '已闭环' }).closedOn).toBe('2026-03-10');
    expect(draftOf({ 完成日期: '当场整改', 是否销号: '是' }).closedOn).toBe('2026-03-05');
  });

  it('is asked about where its words contradict each other', () => {
    expect(codesOf({ 是否销号: '是' })).toEqual(['closed_without_day']);
    expect(codesOf({ 完成日期: '√', 验收日期: '2026-03-09', 是否销号: '是' })).toEqual(['done_without_day']);
    expect(codesOf({ 验收日期: '2026-03-09', 是否销号: '否' })).toEqual(['accepted_not_closed']);
    expect(codesOf({ 完成日期: '2026-03-01', 是否销号: '是' })).toEqual(['done_before_found']);
    expect(codesOf({ 整改期限: '2026-03-01' })).toEqual(['due_before_found']);
    expect(codesOf({ 是否销号: '—' })).toEqual(['state_unknown']);
    expect(codesOf({ 检查日期: '2025-03-05' })).toEqual(['found_in_other_year']);
  });

  it('is imported as stated, with a doubt, where a rule was not kept', () => {
    const accepted = { 完成日期: '2026-03-07', 验收人: '李伟', 验收日期: '2026-03-06', 是否销号: '是', 回头看: '反弹' };
    expect(codesOf(accepted)).toEqual(['(rectifier_accepted)', '(accepted_before_done)', '(closed_but_relapsed)']);
    expect(draftOf(accepted)).toMatchObject({ stage: 'closed', closedOn: '2026-03-07' });
  });
});

describe('who and how grave', () => {
  const persons = [
    { id: 'p1', name: '李伟', unitId: 'w' },
    { id: 'p2', name: '王芳', unitId: 'w' },
    { id: 'p3', name: '王芳', unitId: 'v' },
  ];

  it('finds every person of a cell, the namesake in the same company, and keeps in words whom nobody knows', () => {
    expect(draftOf({ 责任人: '李  伟（主任）/王芳\n赵敏' }, { persons }).responsible).toEqual([
      { name: '李伟', id: 'p1' },
      { name: '王芳', id: 'p2' },
      { name: '赵敏', id: null },
    ]);
    expect(draftOf({ 责任人: '赵敏' }, { persons }).words.responsible).toBe('赵敏');
  });

  it('asks who 相关人员 are', () => {
    expect(codesOf({ 责任人: '相关人员' })).toEqual(['responsible_nobody']);
    expect(codesOf({ 责任人: '各班组长' })).toEqual(['responsible_nobody']);
  });

  it('proposes a level where only 一般 is written, and asks what a letter means', () => {
    expect(codesOf({ 等级: '一般' })).toEqual(['(level_proposed)']);
    expect(draftOf({ 等级: '重大事故隐患' }).level).toBe('major');
    expect(codesOf({ 等级: 'A' })).toEqual(['level_unknown']);
  });
});

describe('the same hazard', () => {
  const existing = (over: Partial<KnownHazard> = {}) => [
    givenKnownHazard({ id: 'h', text: '配电箱无门', rows: ['early!Sheet1!9'], ...over }),
  ];
  const closed = { 完成日期: '2026-03-07', 是否销号: '是' };
  const judged = (row: Row, options: Options) => planned([{ ...usual, ...row }], options).verdicts.find(({ source }) => source.row === 3);

  it('told twice in one file is a duplicate, whatever blanks and marks stand in it', () => {
    const { counts } = planned([usual, { ...usual, 隐患描述: ' 配电箱，无门。' }, { ...usual, 检查日期: '2026-03-06' }]);
    expect(counts).toMatchObject({ ready: 2, skipped: { duplicate: 1 } });
  });

  it('is only asked about when the words are nearly the same, and goes in when a person says that it is another', () => {
    const rows = [
      { ...usual, 隐患描述: '二楼东侧配电箱前堆放布料两捆' },
      { ...usual, 隐患描述: '二楼东侧配电箱前堆放布料三捆' },
    ];
    const { verdicts } = planned(rows);
    expect(verdicts.at(-1)).toMatchObject({ kind: 'ask', questions: [{ code: 'hazard_similar', facts: { sheet: 'Sheet1', row: 3 } }] });
    const answers = answersInput.parse({ rows: [{ sheet: 'Sheet1', row: 4, say: 'accept' }] });
    expect(planned(rows, { answers }).counts).toMatchObject({ ready: 2, ask: 0 });
  });

  it('is moved on by a later ledger, and by no earlier one', () => {
    expect(judged(closed, { existing: existing(), fileHash: 'late' })).toMatchObject({
      kind: 'ready',
      draft: { existingId: 'h', stage: 'closed' },
      warnings: [{ code: 'hazard_moved_on' }],
    });
    const settled = existing({ stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' });
    expect(judged({}, { existing: settled, fileHash: 'late' })).toMatchObject({ kind: 'skip', reason: 'tells_less' });
  });

  it('is asked about when a later ledger opens it again or calls it void', () => {
    const settled = existing({ stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' });
    const codes = [{ 整改期限: '2026-05-01' }, { 是否销号: '作废' }].map((row) => judged(row, { existing: settled, fileHash: 'late' }));
    for (const verdict of codes) expect(verdict).toMatchObject({ kind: 'ask', questions: [{ code: 'hazard_moved_back' }] });
    const keep = answersInput.parse({ rows: [{ sheet: 'Sheet1', row: 3, say: 'keep' }] });
    expect(judged({ 是否销号: '作废' }, { existing: settled, answers: keep })).toMatchObject({ kind: 'skip', reason: 'kept_as_is' });
  });

  it('stays as it is once somebody has gone on with it, and when the very row has come in before', () => {
    expect(judged(closed, { existing: existing({ livesOn: true }) })).toMatchObject({ kind: 'skip', reason: 'lives_on' });
    const here = existing({ rows: ['same!Sheet1!3'] });
    expect(judged(closed, { existing: here, fileHash: 'same' })).toMatchObject({ kind: 'skip', reason: 'already_there' });
  });
});

const words = fc.constantFrom<GivenCell>(
  '织造车间',
  '云岭',
  '同上',
  '〃',
  '合计',
  '注：无',
  '一般',
  'A',
  '重大',
  '√',
  '—',
  '否',
  '是',
  '作废',
  '待验收',
  '立即',
  '3日内',
  '月底前',
  '长期',
  '1.2',
  '3.15',
  '2026.2.30',
  '4月上旬',
  '4月9日-10日',
  '立行立改',
  '整改中',
  '待定',
  '约3万',
  '三千元',
  '相关人员',
  '李伟、王芳',
  '配电箱无门',
  '未反弹',
  '',
  '\u200b',
);
const cell = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.constant<GivenCell>(null) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 99_999 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom<GivenCell>({ error: '#REF!' }, { day: '2026-03-05' }, 1.1, 46_100) },
);

it('gives every row exactly one verdict, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: header.length }), { maxLength: 25 }), fc.boolean(), (body, known) => {
      const sheet = givenSheet([['云岭集团2026年台账'], header, ...body], { merges: ['B3:B6'] });
      const { verdicts } = planHazards([sheet], units, {
        today,
        existing: known
          ? [
              {
                id: 'h',
                unitId: 'w',
                foundOn: '2026-03-05',
                text: 'x',
                textKey: 'x',
                stage: 'closed',
                dueOn: null,
                doneOn: null,
                acceptedOn: null,
                closedOn: '2026-03-06',
                responsible: [],
                funds: null,
                rows: [],
                livesOn: false,
              },
            ]
          : [],
      });
      const judged = verdicts.map(({ source }) => source.row).toSorted((a, b) => a - b);
      expect(judged).toEqual(sheet.rows.map(({ number }) => number));
      for (const verdict of verdicts) {
        if (verdict.kind === 'ask') expect(verdict.questions.length).toBeGreaterThan(0);
        if (verdict.kind === 'wrong') expect(verdict.problems.length).toBeGreaterThan(0);
        if (verdict.kind !== 'ready') continue;
        const { stage, closedOn, foundOn, funds } = verdict.draft;
        expect((stage === 'closed') === (closedOn !== null)).toBe(true);
        expect(foundOn <= today).toBe(true);
        expect(funds === null || (Number.isSafeInteger(funds) && funds >= 0)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
