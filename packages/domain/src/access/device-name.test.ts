import { expect, test } from 'vitest';

import { deviceName } from './device-name.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 wxwork/4.1 MicroMessenger/7.0',
    '企业微信 · iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36', 'Chrome · HarmonyOS'],
  ['curl/8.0', null],
  [null, null],
])('the browser that says %s is called %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
