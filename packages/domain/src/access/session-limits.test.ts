import { expect, test } from 'vitest';

import { entryOf, isPhonePage, isUnused, sessionLimits } from './session-limits.ts';

const [minute, hour] = [60_000, 3_600_000];

test('a session on a computer lasts as the rules in force say', () => {
  const atDesk = { entry: 'desk', shared: false } as const;

  expect(sessionLimits(atDesk, 'dengbao')).toEqual({ idle: 30 * minute, length: 12 * hour });
  expect(sessionLimits(atDesk, 'asvs')).toEqual({ idle: 60 * minute, length: 24 * hour });
});

test.each(['dengbao', 'asvs'] as const)('phones have limits of their own under %s', (profile) => {
  expect(sessionLimits({ entry: 'phone', shared: false }, profile)).toEqual({ idle: 12 * hour, length: 7 * 24 * hour });
  for (const entry of ['desk', 'phone'] as const)
    expect(sessionLimits({ entry, shared: true }, profile)).toEqual({ idle: 15 * minute, length: 12 * hour });
});

test('a session is over at the very instant at which nobody has used it for long enough', () => {
  const seenAt = new Date('2026-01-20T08:00:00Z');
  const at = (time: string) => isUnused({ entry: 'desk', shared: false, seenAt }, 'dengbao', new Date(`2026-01-20T${time}Z`));

  expect([at('08:29:59.999'), at('08:30:00')]).toEqual([false, true]);
});

test('only a phone begins a session of a phone: the form alone lengthens none, and shortens any', () => {
  const [phone, computer] = ['iPhone; CPU iPhone OS 17_5', 'Windows NT 10.0'].map((userAgent) => ({ userAgent, mobile: null }));
  const begun = (entry: 'desk' | 'phone', browser = computer, shared = false) =>
    entryOf({ entry, shared, browser: browser ?? { userAgent: null, mobile: null } });

  expect([begun('phone', phone), begun('phone'), begun('desk', phone), begun('desk')]).toEqual(['phone', 'desk', 'desk', 'desk']);
  expect(begun('phone', computer, true)).toBe('phone');
});

test.each([
  ['/m', true],
  ['/m/hazards', true],
  ['/', false],
  ['/majors', false],
])('whether %s is a page of the phone: %s', (path, is) => {
  expect(isPhonePage(path)).toBe(is);
});
