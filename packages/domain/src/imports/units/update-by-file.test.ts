import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import { planUnits } from './plan-units.ts';
import type { UnitDraft } from './unit-draft.ts';

const unit = (id: string, code: string, name: string, kind: KnownUnit['kind']): KnownUnit => {
  return { id, code, name, kind, shortNames: [], parentId: id === '1' ? null : id.slice(0, -1) };
};
const known = [
  unit('1', 'A', '云岭集团', 'group'),
  unit('11', 'A01', '云岭纺织有限公司', 'subsidiary'),
  unit('111', 'A0101', '织造一站', 'workshop'),
  unit('1111', 'A010101', '甲班', 'team'),
  unit('112', 'A0102', '二车间', 'workshop'),
];

/** What becomes of rows that all say 按文件更新. */
function replaced(...rows: readonly GivenCell[][]) {
  const header = ['一级', '二级', '三级', '四级', '单位代码', '单位类型'];
  const answers = answersInput.parse({ rows: rows.map((_, at) => ({ sheet: 'Sheet1', row: at + 2, say: 'replace' })) });
  const { verdicts } = planUnits([givenSheet([header, ...rows])], known, { answers });
  return verdicts.flatMap((verdict): (UnitDraft | string)[] => {
    if (verdict.kind === 'ready') return [verdict.draft];
    return verdict.kind === 'wrong' ? verdict.problems.map(({ code, cell, facts }) => `${code} ${cell ?? ''} ${facts['other']}`) : [];
  });
}

const station = (code: string | null, kind: string | null) => ['云岭集团', '云岭纺织有限公司', '织造一站', null, code, kind];

describe('a unit that is there, updated by the file', () => {
  it('gets the kind and the code of its row; what the row leaves open stays', () => {
    expect(replaced(station('ZZ-1', '工厂'))).toMatchObject([{ existingId: '111', kind: 'factory', code: 'ZZ-1' }]);
    expect(replaced(station('ZZ-1', null))).toMatchObject([{ existingId: '111', kind: 'workshop', code: 'ZZ-1' }]);
    expect(replaced(station(null, '工厂'))).toMatchObject([{ existingId: '111', kind: 'factory', code: null }]);
  });

  it('does not get a code that another unit has, in whatever letters', () => {
    expect(replaced(station('a0102', null))).toEqual(['unit_code_taken E2 云岭纺织有限公司/二车间']);
  });

  it('does not get a kind that cannot hang there, or hold what is below it', () => {
    expect(replaced(station(null, '集团'))).toEqual(['unit_kind_below F2 云岭纺织有限公司']);
    expect(replaced(station(null, '班组'))).toEqual(['unit_kind_over_child F2 甲班']);
    expect(replaced(['云岭集团', null, null, null, null, '子公司'])).toEqual(['unit_kind_over_child F2 云岭纺织有限公司']);
  });

  it('may change together with the unit above it', () => {
    const both = replaced(
      ['云岭集团', '云岭纺织有限公司', null, null, null, '工厂'],
      ['云岭集团', '云岭纺织有限公司', '织造一站', null, null, '班组'],
      ['云岭集团', '云岭纺织有限公司', '织造一站', '甲班', null, '班组'],
    );
    expect(both).toMatchObject([{ existingId: '11', kind: 'factory' }, 'unit_kind_over_child F3 甲班']);
  });
});

it('a new unit does not get a code that one elsewhere has', () => {
  const sheet = givenSheet([
    ['编码', '名称', '上级编码'],
    ['A010101', '三车间', 'A01'],
  ]);
  const { verdicts } = planUnits([sheet], known);

  expect(verdicts.find(({ kind }) => kind === 'wrong')).toMatchObject({
    problems: [
      { code: 'unit_code_taken', cell: 'A2', facts: { other: '云岭纺织有限公司/织造一站/甲班' }, candidates: [{ value: 'empty' }] },
    ],
  });
});

describe('the profile of a unit that is there', () => {
  const profile = {
    headcount: 38,
    province: '江苏省',
    city: '无锡市',
    industry: null,
    flags: ['hasDorm' as const],
    address: null,
    remark: null,
  };
  const profiled = known.map((each) => (each.id === '11' ? { ...each, profile } : each));
  const verdictOn = (headcount: number | null, province: string | null, boiler: string | null, city: string | null = null) => {
    const header = ['一级', '二级', '从业人数', '省份', '宿舍', '锅炉', '城市'];
    const file = givenSheet([header, ['云岭集团', '云岭纺织有限公司', headcount, province, '√', boiler, city]]);
    return planUnits([file], profiled, {}).verdicts.find(({ source }) => source.row === 2);
  };

  it('is asked about where the row tells it otherwise, all that would be replaced beside what is there', () => {
    expect(verdictOn(380, '浙江', '√')).toMatchObject({
      kind: 'ask',
      questions: [
        { code: 'unit_differs', facts: { column: '从业人数、省份、重点情况', file: '380、浙江省、锅炉', known: '38、江苏省、宿舍' } },
      ],
    });
  });

  it('is asked about where only the city is another', () => {
    expect(verdictOn(38, '江苏', null, '苏州市')).toMatchObject({
      kind: 'ask',
      questions: [{ code: 'unit_differs', facts: { column: '城市', file: '苏州市', known: '无锡市' } }],
    });
  });

  it('is shown with the assessment that is told with the change, which alone is none', () => {
    const header = ['一级', '二级', '从业人数', '粉尘涉爆评估'];
    const verdictOf = (headcount: number) =>
      planUnits([givenSheet([header, ['云岭集团', '云岭纺织有限公司', headcount, '18 号报告']])], profiled, {}).verdicts[1];
    expect(verdictOf(40)).toMatchObject({
      questions: [{ facts: { column: '从业人数、粉尘涉爆评估', file: '40、18 号报告', known: '38、—' } }],
    });
    expect(verdictOf(38)).toMatchObject({ kind: 'skip', reason: 'already_there' });
  });

  it('does not get more short names than a unit may have', () => {
    const names = Array.from({ length: 20 }, (_, at) => `名${at}`);
    const many = known.map((each) => (each.id === '112' ? { ...each, shortNames: names } : each));
    const file = givenSheet([
      ['一级', '二级', '三级', '简称'],
      ['云岭集团', '云岭纺织有限公司', '二车间', '二号车间'],
    ]);
    expect(planUnits([file], many).verdicts[1]).toMatchObject({ kind: 'wrong', problems: [{ code: 'cell_too_long', cell: 'D2' }, {}] });
  });

  it('is passed over where it tells the same, or nothing', () => {
    expect(verdictOn(38, '江苏', null, '无锡市')).toMatchObject({ kind: 'skip', reason: 'already_there' });
    expect(verdictOn(38, '江苏', null)).toMatchObject({ kind: 'skip', reason: 'already_there' });
    expect(verdictOn(null, null, null)).toMatchObject({ kind: 'skip', reason: 'already_there' });
  });
});
