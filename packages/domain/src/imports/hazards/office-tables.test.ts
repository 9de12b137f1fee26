import { describe, expect, it } from 'vitest';

import { givenKnownUnit } from '../../testing/given-known-unit.ts';
import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, answersInput } from '../answers.ts';
import type { Sheet } from '../sheet.ts';
import { planHazards } from './plan-hazards.ts';

const units = [
  givenKnownUnit('g', '云岭集团', null, 'group'),
  givenKnownUnit('a', '澄浦印染有限公司', 'g', 'subsidiary'),
  givenKnownUnit('d', '染色车间', 'a', 'workshop'),
  givenKnownUnit('p', '印花车间', 'a', 'workshop'),
  givenKnownUnit('aw', '织造车间', 'a', 'workshop'),
  givenKnownUnit('b', '汀南针织有限公司', 'g', 'subsidiary'),
  givenKnownUnit('bw', '织造车间', 'b', 'workshop'),
  givenKnownUnit('c', '云岭机械有限公司', 'g', 'subsidiary'),
  givenKnownUnit('cw', '织造车间', 'c', 'workshop'),
];

const plan = (sheet: Sheet, said: Partial<Answers> = {}) =>
  planHazards([sheet], units, { today: '2026-11-26', persons: [], answers: answersInput.parse(said) });

/** What became of a row: the draft where it goes in, with its warnings in brackets, else the codes or the reason. */
function rowOf(sheet: Sheet, row: number, said: Partial<Answers> = {}) {
  const verdict = plan(sheet, said).verdicts.find(({ source }) => source.row === row);
  if (verdict?.kind === 'ready') return { ...verdict.draft, codes: verdict.warnings.map(({ code }) => `(${code})`) };
  if (verdict?.kind === 'ask') return { codes: verdict.questions.map(({ code }) => code), questions: verdict.questions };
  return { codes: verdict?.kind === 'wrong' ? verdict.problems.map(({ code }) => code) : [verdict?.reason] };
}

describe('a header of two lines', () => {
  const upper = ['编号', '受检单位', '存在的问题', '', '检查日期', '隐患级别', '整改时限', '投入资金', '完成情况', ''];
  const merges = ['C1:D1', 'I1:J1', ...['A', 'B', 'E', 'F', 'G'].map((column) => `${column}1:${column}2`)];
  const row: readonly GivenCell[] = [
    1,
    '染色车间',
    '防护罩缺失',
    '染色区',
    '2026年3月5日',
    '车间级',
    '2026年3月15日',
    '0.35',
    '2026年3月12日',
    '已销号',
  ];
  const withUnder = (money: string, shape: readonly string[] = merges) =>
    givenSheet([[...upper], ['', '', '问题描述', '所在部位', '', '', '', money, '整改完成时间', '是否销号'], [...row]], { merges: shape });

  it.each(['（万元）', '(万元)', '【万元】', '单位：万元'])('takes %s below a heading with the words above it', (money) => {
    const { mapping } = plan(withUnder(money));

    expect(mapping[0]).toMatchObject({ status: 'read', header: { first: 1, last: 2 } });
    expect(mapping[0]?.columns.find(({ column }) => column === 'H')).toMatchObject({ field: 'funds' });
    expect(rowOf(withUnder(money), 3)).toMatchObject({ unitId: 'd', place: '染色区', funds: 350_000, stage: 'closed' });
  });

  it('is one line where a unit alone stands below it', () => {
    const sheet = givenSheet([[...upper], ['', '', '', '', '', '', '', '（万元）'], [...row]]);

    expect(plan(sheet).mapping[0]).toMatchObject({ header: { first: 1, last: 2 } });
    expect(rowOf(sheet, 2)).toMatchObject({ codes: ['header'] });
  });

  it('is what a person names, whatever stands above what', () => {
    const said = { headers: [{ sheet: 'Sheet1', first: 1, last: 2 }] };

    expect(rowOf(withUnder('预算数'), 3, said)).toMatchObject({ unitId: 'd', place: '染色区', stage: 'closed' });
    expect(plan(withUnder('预算数'), said).mapping[0]?.columns.find(({ column }) => column === 'H')).toMatchObject({
      label: '投入资金 / 预算数',
      field: null,
    });
  });
});

describe('a line that names a unit, in one cell that is not merged', () => {
  const header = ['序号', '受检单位', '检查日期', '隐患描述', '隐患级别', '整改期限', '是否销号'];
  const row = (of: string, text: string): readonly GivenCell[] => [1, of, '2026-03-05', text, '车间级', '2026-03-15', '否'];

  it.each(['一、澄浦印染有限公司', '（二）澄浦印染有限公司', '1.澄浦印染有限公司', '澄浦印染有限公司'])('is a band: %s', (band) => {
    const sheet = givenSheet([header, [band], row('', '防护罩缺失'), row('印花车间', '配电箱无门')]);

    expect(rowOf(sheet, 2)).toEqual({ codes: ['band'] });
    expect([3, 4].map((at) => rowOf(sheet, at))).toMatchObject([{ unitId: 'a' }, { unitId: 'p' }]);
  });

  it('is none where it names no unit, nor where it stands in the place of something else', () => {
    const lone = [['一、消防类'], [null, null, null, '印花车间'], [null, '印花车间']];
    const sheet = givenSheet([header, ...lone, row('印花车间', '配电箱无门')]);

    expect([2, 3, 4].flatMap((at) => rowOf(sheet, at).codes)).not.toContain('band');
  });

  it('limits where the units of its rows are looked for', () => {
    const bands = [['一、汀南针织有限公司'], row('织造车间', '消防栓被遮挡'), row('织造', '烫台电线老化'), row('染色车间', '地沟盖板破损')];
    const sheet = givenSheet([header, row('织造车间', '应急灯不亮'), ...bands]);

    expect(rowOf(sheet, 2)).toMatchObject({ codes: ['unit_ambiguous'] });
    expect(rowOf(sheet, 4)).toMatchObject({ unitId: 'bw', codes: [] });
    expect(rowOf(sheet, 5)).toMatchObject({ questions: [{ code: 'unit_unmatched', candidates: [{ value: 'bw' }] }] });
    expect(rowOf(sheet, 6), 'of another company').toMatchObject({ questions: [{ code: 'unit_unmatched' }] });
    expect(rowOf(sheet, 6).questions?.[0]?.candidates?.[0]).toMatchObject({ value: 'd' });
  });

  it('leaves a row to the company that it names itself', () => {
    const own = ['公司', ...header.slice(1)];
    const sheet = givenSheet([own, ['一、汀南针织有限公司'], ['澄浦印染有限公司', ...row('织造车间', '消防栓被遮挡').slice(1)]]);

    expect(rowOf(sheet, 3)).toMatchObject({ unitId: 'aw' });
  });
});

describe('a day that is told by the day the hazard was found', () => {
  const header = ['受检单位', '检查日期', '隐患描述', '隐患级别', '整改期限', '完成日期', '验收日期', '是否销号'];
  const row = (done: string, accepted = '', found = '2026-03-05') =>
    givenSheet([header, ['印花车间', found, '配电箱无门', '车间级', '2026-03-15', done, accepted, '是']]);

  it.each(['当日', '当天', '当场', '立即'])('is that day, and the row says so: %s', (word) => {
    expect(rowOf(row(word), 2)).toMatchObject({ doneOn: '2026-03-05', closedOn: '2026-03-05', codes: ['(date_as_found)'] });
    expect(rowOf(row('2026-03-05', word), 2)).toMatchObject({ acceptedOn: '2026-03-05', codes: ['(date_as_found)'] });
  });

  it('waits for that day where it cannot be read', () => {
    expect(rowOf(row('当日', '', '某日'), 2)).toMatchObject({ codes: ['date_unreadable'] });
  });
});
