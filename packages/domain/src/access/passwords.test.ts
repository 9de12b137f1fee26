import { describe, expect, it } from 'vitest';

import { lockedUntil, passwordFaults } from './passwords.ts';

describe('a password under the 等保 profile', () => {
  it('has ten characters of three classes and is not the login', () => {
    expect(passwordFaults('Abc-123456', [], 'dengbao')).toEqual([]);
    expect(passwordFaults('Abc-12345', [], 'dengbao')).toEqual(['too_short']);
    expect(passwordFaults('abcd-efghi', [], 'dengbao')).toEqual(['too_few_classes']);
    expect(passwordFaults('X-gh10023Y', ['GH10023'], 'dengbao')).toEqual(['contains_login']);
    expect(passwordFaults('Password-1', [], 'dengbao')).toEqual(['too_common']);
  });
});

describe('a password under the ASVS profile', () => {
  it('is long rather than mixed', () => {
    expect(passwordFaults('correct horse battery', [], 'asvs')).toEqual([]);
    expect(passwordFaults('Abc-1234', [], 'asvs')).toEqual(['too_short']);
    expect(passwordFaults('a'.repeat(129), [], 'asvs')).toEqual(['too_long']);
  });
});

describe('wrong passwords in a row', () => {
  const last = new Date('2026-03-05T08:00:00Z');

  it('lock at the fifth, and longer at each further five', () => {
    expect(lockedUntil(4, last, 'dengbao')).toBeNull();
    expect(lockedUntil(6, last, 'dengbao')).toBeNull();
    expect(lockedUntil(5, last, 'dengbao')).toEqual(new Date('2026-03-05T08:15:00Z'));
    expect(lockedUntil(10, last, 'dengbao')).toEqual(new Date('2026-03-05T08:30:00Z'));
    expect(lockedUntil(500, last, 'dengbao')).toEqual(new Date('2026-03-05T12:00:00Z'));
  });
});
