import { expect, it } from 'vitest';

import type { Explanation } from './queries.ts';
import { formulaWords, perMilleOf, type Words } from './words.ts';

type Line = Explanation['lines'][number]['line'];

/** The sentence as it stands in the phrases, without a language around it. */
const t = ((key: string) => (key === 'values.lowPerMille' ? '{value}‰ {good}‰ {bad}‰ {weight} {score}' : '')) as Words;

const line = (facts: Record<string, string>, value: string): Line =>
  ({ code: 'A2', numerator: '1', denominator: '300', value, weight: '4', score: '3.56', facts }) as unknown as Line;
const formula = { fn: 'neg', by: {}, facts: { value: '0.33', good: '0.3', bad: '0.6', weight: '4', score: '3.56' } };

it('a rate in thousandths is told with the decimals by which its score reckons', () => {
  const rate = line({ perMille: '3.3333' }, '0.33');
  expect(perMilleOf(rate)).toBe('3.3333');
  const sentence = formulaWords(rate, formula, t).at(-1) ?? '';
  expect(sentence).toBe('3.3333‰ 3‰ 6‰ 4 3.56');
  const [value = 0, good = 0, bad = 0, weight = 0, score = 0] = (sentence.match(/[\d.]+/gu) ?? []).map(Number);
  expect(((weight * (bad - value)) / (bad - good)).toFixed(2)).toBe(score.toFixed(2));
});

it('what was lowered for a small unit, and what has no fact of its own, is told by its value', () => {
  expect(perMilleOf(line({ perMille: '25', smallUnit: '1' }, '0.45'))).toBe('4.5');
  expect(perMilleOf(line({}, '0.33'))).toBe('3.3');
});
