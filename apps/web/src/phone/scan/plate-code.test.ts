import { expect, test } from 'vitest';

import { pageIn } from './plate-code.ts';

test.each([
  ['https://safety.example.com/m/p/A17-03', '/m/p/A17-03'],
  ['http://127.0.0.1:8080/m/p/A17%E5%8F%B7 ', '/m/p/A17%E5%8F%B7'],
  ['https://safety.example.com/m/pair#secret', '/m/pair#secret'],
  ['https://safety.example.com/m', '/m'],
])('%s leads to %s', (text, path) => {
  expect(pageIn(text)).toBe(path);
});

test.each(['https://shop.example.com/buy', 'weixin://dl/business', 'A17-03', 'https://x/moon/p/A', 'javascript:alert(1)//x/m/p/A'])(
  '%s is none of ours',
  (text) => {
    expect(pageIn(text)).toBeNull();
  },
);
