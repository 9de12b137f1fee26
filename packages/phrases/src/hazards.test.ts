import { conditionsOf, criterionIds, hazardRefusals } from '@changming/domain/hazards';
import { describe, expect, it } from 'vitest';

import { en, zhCN } from './languages.ts';
import { sentenceFor } from './sentence.ts';

const languages = { 'zh-CN': zhCN.hazards, en: en.hazards };

describe.each(['zh-CN', 'en'] as const)('the words of the hazard loop in %s', (language) => {
  it('name each box that triage ticks, no more and no less', () => {
    const several = criterionIds.map(conditionsOf).filter((conditions) => conditions.length > 1);

    expect(Object.keys(languages[language].conditions).toSorted()).toEqual(several.flat().toSorted());
  });

  it('say a sentence of its own for every refusal', () => {
    const sentences = hazardRefusals.map((code) => sentenceFor(code, {}, language));

    expect(new Set(sentences).size).toBe(hazardRefusals.length);
  });
});

it('say the same things in both languages', () => {
  expect(keysOf(en.hazards)).toEqual(keysOf(zhCN.hazards));
});

function keysOf(words: object) {
  return Object.entries(words).map(([name, group]) => [name, Object.keys(group as object)]);
}
