import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import { planWorkforce } from './plan-workforce.ts';

const units = [{ id: 'u', name: '一车间', shortNames: [], parentId: null, kind: 'workshop' as const, code: null }];
const bornIn1985 = '990000198503070015';

function hired(day: GivenCell, { identity = null, said }: { readonly identity?: string | null; readonly said?: object } = {}) {
  const rows = [
    ['工号', '姓名', '单位', '身份证号', '入职日期'],
    ['Y1', '李伟', '一车间', identity, day],
  ];
  const answers = answersInput.parse({ cells: said === undefined ? [] : [{ sheet: 'Sheet1', cell: 'E2', ...said }] });
  const { verdicts } = planWorkforce([givenSheet(rows)], units, { today: '2026-10-10', answers });
  const verdict = verdicts.find(({ source }) => source.row === 2);
  if (verdict?.kind === 'ready') return [verdict.draft.hiredOn, ...verdict.warnings.map(({ code }) => code)];
  const asked = verdict?.kind === 'ask' ? verdict.questions : [];
  return asked.flatMap(({ code, candidates = [] }) => [code, ...candidates.map(({ value }) => value)]);
}

describe('a day of hiring', () => {
  it('is taken as it is written, and up to a year ahead with a word', () => {
    expect(hired('2019.5.1')).toEqual(['2019-05-01']);
    expect(hired('2027-10-10')).toEqual(['2027-10-10', 'date_after_today']);
    expect(hired('2019年5月')).toEqual(['2019-05-01', 'date_month_only']);
  });

  it('that another century makes plausible is asked about', () => {
    expect(hired('69.5.1')).toEqual(['hired_on_implausible', '1969-05-01', 'empty']);
    expect(hired('1919-05-01')).toEqual(['hired_on_implausible', '2019-05-01', 'empty']);
    expect(hired('69.5.1', { said: { value: '1969-05-01' } })).toEqual(['1969-05-01']);
    expect(hired('69.5.1', { said: { value: 'empty' } })).toEqual([null]);
    expect(hired('69.5.1', { said: { value: 'accept' } })).toEqual(['hired_on_implausible', '1969-05-01', 'empty']);
  });

  it('that cannot be one is left out, with the person on the list of those to be completed', () => {
    expect(hired('2027-10-11')).toEqual([null, 'hired_on_left_out']);
    expect(hired('1939-12-31')).toEqual([null, 'hired_on_left_out']);
    expect(hired('69.5.1', { identity: bornIn1985 }), 'before birth in the other century').toEqual([null, 'hired_on_left_out']);
    expect(hired('2028-02-29', { said: { text: '2018-02-28' } })).toEqual(['2018-02-28']);
    expect(hired('2027-10-11', { said: { value: 'empty' } })).toEqual([null]);
  });

  it('before the age of sixteen is asked about, and accepted only where somebody at work can have been hired then', () => {
    expect(hired('1999-01-01', { identity: bornIn1985 })).toEqual(['hired_too_young', 'accept', 'empty']);
    expect(hired('1999-01-01', { identity: bornIn1985, said: { value: 'accept' } })).toEqual(['1999-01-01']);
    expect(hired('1905-07-08', { identity: bornIn1985 })).toEqual(['hired_too_young', '2005-07-08', 'empty']);
    expect(hired('1905-07-08', { identity: bornIn1985, said: { value: 'accept' } })).toEqual(['hired_too_young', '2005-07-08', 'empty']);
    expect(hired('1905-07-08', { identity: bornIn1985, said: { value: '2005-07-08' } })).toEqual(['2005-07-08']);
  });
});
