import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Verdict } from '../verdict.ts';
import type { PersonDraft } from './person-draft.ts';
import { planWorkforce, type WorkforceOptions } from './plan-workforce.ts';

const unit = (id: string, names: string, parentId: string | null, kind: KnownUnit['kind']): KnownUnit => {
  const [name = '', ...shortNames] = names.split('、');
  return { id, name, shortNames, parentId, kind, code: null };
};

const units = [
  unit('g', '云岭集团', null, 'group'),
  unit('hq', '综合部', 'g', 'department'),
  unit('a', '云岭纺织有限公司、纺织公司', 'g', 'subsidiary'),
  unit('a1', '一车间', 'a', 'workshop'),
  unit('a11', '甲班', 'a1', 'team'),
  unit('ad', '综合部', 'a', 'department'),
  unit('b', '云岭家纺有限公司、家纺公司', 'g', 'subsidiary'),
  unit('b1', '一车间', 'b', 'workshop'),
];
const header = ['工号', '姓名', '单位', '手机', '身份证号', '备注'];
const li = ['Y001', '李 伟', '一车间', '120 0000 0001', '990000198503070015'];
const options: WorkforceOptions = { today: '2026-10-10' };

const plan = (rows: readonly (readonly GivenCell[])[], more: Partial<WorkforceOptions> = {}, name = '纺织公司') =>
  planWorkforce([givenSheet(rows, { name })], units, { ...options, ...more });
const drafts = (verdicts: readonly Verdict<PersonDraft>[]) =>
  verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
const told = (verdicts: readonly Verdict<PersonDraft>[], row: number) => {
  const verdict = verdicts.find(({ source }) => source.row === row);
  if (verdict?.kind === 'ask') return verdict.questions.map(({ code }) => code);
  if (verdict?.kind === 'wrong') return verdict.problems.map(({ code }) => code);
  return verdict?.kind === 'skip' ? [verdict.reason] : (verdict?.warnings.map(({ code }) => code) ?? []);
};

describe('a roster', () => {
  it('of one company looks for units in that company only', () => {
    const { verdicts } = plan([header, li]);

    expect(drafts(verdicts)).toMatchObject([{ staffNo: 'Y001', name: '李伟', unitId: 'a1', phone: '12000000001' }]);
  });

  it('of the headquarters looks in its own departments', () => {
    const { verdicts } = plan([header, ['Y1', '李伟', '综合部'], ['Y2', '张敏', '一车间']], {}, '集团总部');

    expect(drafts(verdicts).map(({ unitId }) => unitId)).toEqual(['hq']);
    expect(told(verdicts, 3)).toEqual(['unit_unmatched']);
  });

  it('knows its company by the title when the sheet has no name of its own', () => {
    const { verdicts, mapping } = plan([['云岭家纺有限公司人员花名册'], header, li], {}, 'Sheet1');

    expect(mapping[0]?.scope).toBe('云岭集团/云岭家纺有限公司');
    expect(drafts(verdicts)[0]?.unitId).toBe('b1');
  });

  it('of the whole group has a column for the company and one for the team', () => {
    const rows = [
      ['姓名', '员工编号', '所属公司', '部门', '班组'],
      ['李伟', '1', '纺织公司', '一车间', '甲班'],
      ['张敏', '2', '家纺公司', '一车间'],
      ['王芳', '3', '云岭纺织有限公司', '纺织公司综合部'],
      ['赵强', '4', '云岭家纺有限公司'],
      ['孙丽', '5', null, '一车间'],
      ['周杰', '6', '集团总部', '综合部'],
      ['吴敏', '7', '集团本部'],
    ];
    const { verdicts } = plan(rows, {}, '全体人员');

    expect(drafts(verdicts).map(({ unitId }) => unitId)).toEqual(['a11', 'b1', 'ad', 'b', 'hq', 'g']);
    expect(told(verdicts, 6)).toEqual(['unit_ambiguous']);
  });

  it('names units in bands across the table', () => {
    const rows = [['工号', '姓名', '岗位', '手机'], ['一车间'], ['Y1', '李伟', '电工'], ['综合部'], ['Y2', '张敏', '文员']];
    const sheet = givenSheet(rows, { name: '纺织公司', merges: ['A2:D2', 'A4:D4'] });
    const { verdicts } = planWorkforce([sheet], units, options);

    expect(drafts(verdicts).map(({ unitId }) => unitId)).toEqual(['a1', 'ad']);
    expect([2, 4].map((row) => told(verdicts, row))).toEqual([['band'], ['band']]);
  });

  it('asks once what a band means that names no unit', () => {
    const rows = [['工号', '姓名', '岗位', '手机'], ['夜班一线'], ['Y1', '李伟', '电工'], ['Y2', '张敏', '文员']];
    const sheet = givenSheet(rows, { name: '纺织公司', merges: ['A2:D2'] });
    const asked = planWorkforce([sheet], units, options).verdicts;
    const answers = answersInput.parse({ values: [{ sheet: '纺织公司', field: 'unit', text: '夜班一线', value: 'a11' }] });
    const { verdicts } = planWorkforce([sheet], units, { ...options, answers });

    expect(asked.filter(({ kind }) => kind === 'ask')).toMatchObject([
      { questions: [{ code: 'unit_unmatched', cell: null, facts: { text: '夜班一线' } }] },
      { questions: [{ code: 'unit_unmatched', cell: null, facts: { text: '夜班一线' } }] },
    ]);
    expect(drafts(verdicts).map(({ unitId }) => unitId)).toEqual(['a11', 'a11']);
  });

  it('takes merged units and 同上 for the row above, and asks about 同上 in a phone', () => {
    const rows = [header, li, ['Y002', '张敏', null, '同上'], ['Y003', '王芳', '〃']];
    const sheet = givenSheet(rows, { name: '纺织公司', merges: ['C2:C3'] });
    const { verdicts } = planWorkforce([sheet], units, options);

    expect(told(verdicts, 3)).toEqual(['own_value_from_above']);
    expect(told(verdicts, 4)).toEqual(['copied_from_above']);
    expect(drafts(verdicts).map(({ unitId }) => unitId)).toEqual(['a1', 'a1']);
  });
});

describe('a leaver', () => {
  it.each([
    ['2026.05.06离职', '2026-05-06'],
    ['已于2026年5月6日辞职', '2026-05-06'],
    ['2026年5月离职', '2026-05-31'],
    ['退休返聘', null],
    ['休产假', null],
  ])('is known by the remark %s', (remark, leftOn) => {
    expect(drafts(plan([header, [...li, remark]]).verdicts)[0]?.leftOn).toBe(leftOn);
  });

  it('without a day is a question', () => {
    expect(told(plan([header, [...li, '已离职']]).verdicts, 2)).toEqual(['date_missing']);
  });
});

describe('certificates', () => {
  const heads = ['工号', '姓名', '单位', '特种作业证', null, null, null];
  const lines = [null, null, null, '类别', '证号', '有效期', '复审日期'];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1'];
  const read = (...cells: GivenCell[]) =>
    planWorkforce([givenSheet([heads, lines, ['Y1', '李伟', '一车间', ...cells]], { name: '纺织公司', merges })], units, options).verdicts;

  it('stand at the far right, several in one row', () => {
    const verdicts = read('低压电工作业；熔化焊接与热切割', 'T9900\nT9901', '2031-12-22；2028年6月30日', '/');

    expect(drafts(verdicts)[0]?.certificates).toMatchObject([
      { kind: '低压电工作业', number: 'T9900', validTo: '2031-12-22', reviewOn: null },
      { kind: '熔化焊接与热切割', number: 'T9901', validTo: '2028-06-30' },
    ]);
  });

  it('name who issued them, each its own or one all of them; of whom nobody told nothing is said', () => {
    const issuers = (written: GivenCell, kinds = '低压电工作业；N1叉车司机', valid = '2031-12-22；2028-06-30') => {
      const rows = [
        ['工号', '姓名', '单位', '证书名称', '有效期至', '发证机关'],
        ['Y1', '李伟', '一车间', kinds, valid, written],
      ];
      const { verdicts } = planWorkforce([givenSheet(rows, { name: '纺织公司' })], units, options);
      return drafts(verdicts)[0]?.certificates.map(({ issuer }) => issuer) ?? told(verdicts, 2);
    };

    expect(issuers('山东省应急管理厅；济南市市场监管局')).toEqual(['山东省应急管理厅', '济南市市场监管局']);
    expect(issuers('山东省应急管理厅')).toEqual(['山东省应急管理厅', '山东省应急管理厅']);
    expect(issuers('未填；济南市市场监管局')).toEqual([null, '济南市市场监管局']);
    expect(issuers(null)).toEqual([null, null]);
    expect(issuers('甲局；乙局；丙局')).toEqual(['certificates_uneven']);
    expect(issuers('甲局、乙局；丙局'), 'two issued the first of them').toEqual(['甲局、乙局', '丙局']);
    const one = issuers('山东省\n应急管理厅、甲局', '低压电工作业', '2031-12-22');
    expect(one, 'one certificate has one').toEqual(['山东省应急管理厅、甲局']);
    expect(issuers('长'.repeat(81))).toEqual(['cell_too_long']);
  });

  it('of special operation without a review that must lie behind by the rule are asked about, a day around it', () => {
    const certificateItems = [
      { code: '1.2', names: ['低压电工作业'], review: { months: 72, reviewMonths: 36 } },
      { code: 'N1', names: ['叉车司机'] },
    ];
    const asked = (cells: GivenCell[], more: Partial<WorkforceOptions> = {}) => {
      const rows = [heads, lines, ['Y1', '李伟', '一车间', ...cells]];
      return planWorkforce([givenSheet(rows, { name: '纺织公司', merges })], units, { ...options, certificateItems, ...more }).verdicts;
    };
    const period = (from: string, to: string, review: GivenCell = null) =>
      told(asked(['低压电工作业', 'T9900', `${from}-${to}`, review]), 3);
    const past = ['certificate_review_past'];

    expect(period('2023.10.09', '2029.10.08')).toEqual(past);
    expect(period('2023.10.10', '2029.10.09')).toEqual([]);
    expect(period('2023.10.11', '2029.10.10')).toEqual([]);
    expect(period('2023.10.09', '2029.10.08', '2026-10-09')).toEqual([]);
    expect(period('2020.10.10', '2026.10.09')).toEqual([]);
    expect(told(asked(['低压电工作业', 'T9900', '2029-10-08', null]), 3)).toEqual(past);
    expect(told(asked(['低压电工作业', 'T9900', '2029-10-09', null]), 3)).toEqual([]);
    expect(told(asked(['叉车司机 N1', 'T9900', '2029-10-08', null]), 3)).toEqual([]);
  });

  it('that were asked about come in with the day that a person says, or not at all', () => {
    const certificateItems = [{ code: '1.2', names: ['低压电工作业'], review: { months: 72, reviewMonths: 36 } }];
    const rows = [heads, lines, ['Y1', '李伟', '一车间', '低压电工作业', 'T9900', '2023.01.10-2029.01.09', null]];
    const saying = (said: { text: string } | { value: string }) =>
      planWorkforce([givenSheet(rows, { name: '纺织公司', merges })], units, {
        ...options,
        certificateItems,
        answers: answersInput.parse({ cells: [{ sheet: '纺织公司', cell: 'G3', ...said }] }),
      }).verdicts;

    expect(drafts(saying({ text: '2029-01-09' }))[0]?.certificates).toMatchObject([{ item: '1.2', reviewOn: '2029-01-09' }]);
    const left = saying({ value: 'empty' });
    expect(drafts(left)[0]?.certificates).toMatchObject([{ item: null }]);
    expect(told(left, 3)).toEqual(['certificate_review_unknown']);
  });

  it('have codes, periods, months and no end at all', () => {
    expect(drafts(read('特种设备作业 N1 叉车司机', '办理中', '2021.04.09-2025.04.08', '－'))[0]?.certificates).toMatchObject([
      { code: 'N1', number: null, validFrom: '2021-04-09', validTo: '2025-04-08', permanent: false },
    ]);
    expect(drafts(read('消防设施操作员', '9912', '长期'))[0]?.certificates).toMatchObject([{ permanent: true, validTo: null }]);
    expect(drafts(read('电工', '9912', '2028年2月'))[0]?.certificates).toMatchObject([{ validTo: '2028-02-29' }]);
  });

  it('that cannot be told apart, and reviews that are only ticked, are questions', () => {
    expect(told(read('低压电工；焊工', 'T9900', '2031-12-22'), 3)).toEqual(['certificates_uneven', 'certificates_uneven']);
    expect(told(read('低压电工', 'T9900', '2031-12-22', '√'), 3)).toEqual(['date_missing']);
  });
});

describe('the same person', () => {
  const second = (row: readonly GivenCell[], name = '家纺公司') =>
    planWorkforce([givenSheet([header, li], { name: '纺织公司' }), givenSheet([header, row], { name })], units, options).verdicts;

  it('twice with the same words is passed over once', () => {
    const verdicts = second(li, '纺织公司 (2)');

    expect(verdicts.filter(({ kind }) => kind !== 'ask').map(({ kind }) => kind)).toContain('skip');
  });

  it('on two sheets with other words is asked about on both', () => {
    expect(second(li).filter(({ kind }) => kind === 'ask')).toHaveLength(2);
  });

  it('under another 工号, or another person under the same, is asked about on both', () => {
    const moved = second(['Y777', ...li.slice(1)]);
    const other = second(['Y001', '张敏', '一车间', null, '990000198812313607']);

    expect([...moved, ...other].flatMap((verdict) => (verdict.kind === 'ask' ? verdict.questions.map(({ code }) => code) : []))).toEqual([
      'identity_shared',
      'identity_shared',
      'staff_no_shared',
      'staff_no_shared',
    ]);
  });

  it('is found among those who are there already, by 工号 or by identity number', () => {
    const existing = [{ id: 'p', staffNo: 'Y001', name: '李伟', identityKey: '#990000198503070015', unitId: 'a1', leftOn: null }];
    const identityKeyOf = (identity: string) => `#${identity}`;
    const again = plan([header, li], { existing, identityKeyOf });
    const left = plan([header, [...li, '2026.5.6离职']], { existing, identityKeyOf });
    const namesake = plan([header, ['Y001', '张敏', '一车间']], { existing, identityKeyOf });

    expect(told(again.verdicts, 2)).toEqual(['already_there']);
    expect(told(left.verdicts, 2)).toEqual(['person_differs']);
    expect(left.verdicts.find(({ kind }) => kind === 'ask')).toMatchObject({
      questions: [{ facts: { column: '离职日期', file: '2026-05-06', known: '—' } }],
    });
    expect(told(namesake.verdicts, 2)).toEqual(['staff_no_of_another']);
  });
});

it('does not believe that a child was hired', () => {
  const rows = [
    ['工号', '姓名', '单位', '身份证号', '入职日期'],
    ['Y1', '李伟', '一车间', '990000198503070015', '1999.1.1'],
  ];
  const accept = answersInput.parse({ cells: [{ sheet: '纺织公司', cell: 'E2', value: 'accept' }] });

  expect(told(plan(rows).verdicts, 2)).toEqual(['hired_too_young']);
  expect(drafts(plan(rows, { answers: accept }).verdicts)[0]?.hiredOn).toBe('1999-01-01');
});

it('hears once what a word means', () => {
  const rows = [header, ['Y1', '李伟', '逢一'], ['Y2', '张敏', '逢一']];
  const answers = answersInput.parse({ values: [{ field: 'unit', text: '逢一', value: 'a1' }] });

  expect(plan(rows).counts.ask).toBe(2);
  expect(drafts(plan(rows, { answers }).verdicts).map(({ unitId }) => unitId)).toEqual(['a1', 'a1']);
});

it('takes a corrected cell for what is written', () => {
  const answers = answersInput.parse({ cells: [{ sheet: '纺织公司', cell: 'E2', text: '990000198503070015' }] });
  const rows = [header, ['Y001', '李伟', '一车间', '12000000001', '99000019850307001']];

  expect(told(plan(rows).verdicts, 2)).toEqual(['identity_length']);
  expect(plan(rows, { answers }).counts.ready).toBe(1);
});

it('lists headers printed again, totals, notes and cells that hold an error', () => {
  const rows = [header, li, header, ['合计', null, 1], ['注：含劳务派遣'], ['Y2', '张敏', { error: '#REF!' }], [1]];
  const { verdicts, counts } = plan(rows);

  expect([3, 4, 5, 6].map((row) => told(verdicts, row))).toEqual([['header'], ['subtotal'], ['note'], ['cell_error']]);
  expect(counts.rows).toBe(7);
});
