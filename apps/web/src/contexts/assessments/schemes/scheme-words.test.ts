import { garment35Draft, hazardTreatmentV1, type Scheme } from '@changming/domain/assessments';
import { zhCN } from '@changming/phrases';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';

import { formulaWords, reasonWords, type Words } from '../words.ts';
import { byWords, paramsOf, paramValue } from './scheme-words.ts';

const told = i18next.createInstance();
await told.init({ lng: 'zh-CN', resources: { 'zh-CN': { assessments: zhCN.assessments } }, interpolation: { escapeValue: false } });
const t: Words = told.getFixedT('zh-CN', 'assessments');

const indicatorOf = ({ indicators }: Scheme, code: string) => {
  const found = indicators.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

describe('an indicator in words', () => {
  it('has its rate of injuries in thousandths, and other rates in percent', () => {
    const a2 = indicatorOf(garment35Draft, 'A2');

    expect(byWords(a2, t)).toBe('3‰ 以下得满分，6‰ 不得分');
    expect(paramsOf(a2).map(paramValue)).toEqual(['100', '4.5‰']);
    expect(byWords(indicatorOf(garment35Draft, 'D5'), t)).toContain('%');
  });

  it('tells how a rate of injuries became its points in thousandths as well', () => {
    const line = {
      code: 'A2',
      dimension: 'A',
      weight: '4.00',
      status: 'scored',
      reason: null,
      numerator: '2',
      denominator: '500',
    } as const;
    const scored = { ...line, value: '0.40', score: '2.67', adjusted: null, facts: {} };
    const facts = { weight: '4.00', good: '0.3', bad: '0.6', value: '0.40', score: '2.67' };

    expect(formulaWords(scored, { fn: 'neg', by: {}, facts }, t)).toEqual(['4‰（越低越好）在 3‰ 到 6‰ 之间按比例得分，4 分中得 2.67 分']);
  });

  it('says that a version leaves out what the product counts by now, and what nothing records yet', () => {
    const why = (code: string, version: number) => reasonWords({ code, reason: 'awaited' }, { version }, t);

    expect(indicatorOf(hazardTreatmentV1, 'D1').source.kind).toBe('awaited');
    expect(why('D1', 1)).toBe('本方案第 1 版不计这一项，不参与计分');
    expect(why('F4', 1)).toBe('系统中还没有作业票，暂不参与计分');
  });
});
