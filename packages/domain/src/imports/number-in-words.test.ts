import { expect, it } from 'vitest';

import { numberInWords } from './number-in-words.ts';

it.each([
  ['三千二', 3200],
  ['三千二百', 3200],
  ['三千零二', 3002],
  ['三千零二十', 3020],
  ['两万五', 25_000],
  ['两万五千', 25_000],
  ['一万零五百', 10_500],
  ['一万零五', 10_005],
  ['一千五', 1500],
  ['三百五', 350],
  ['一百二十三', 123],
  ['十五', 15],
  ['二十', 20],
  ['五', 5],
  ['壹仟贰佰', 1200],
  ['贰万叁仟肆佰伍拾陆', 23_456],
  ['十二万三', 123_000],
  ['零', 0],
])('%s is %d', (words, number) => {
  expect(numberInWords(words)).toBe(number);
});

it.each(['两三千', '三四百', '千', '万', '一五〇〇', '五千三千', '三百零', '一万二万', '二三', '三百二三', '百千', ''])(
  '%s is no number',
  (words) => {
    expect(numberInWords(words)).toBeNull();
  },
);
