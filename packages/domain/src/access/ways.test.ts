import { describe, expect, test } from 'vitest';

import type { Grant } from './grants.ts';
import { grantsThrough, holdsPower, mustEnrolTotp } from './ways.ts';

const base = { unitId: 'u', units: { lo: 1, hi: 9 }, from: '2026-01-01', to: null } as const;
const power: Grant = { ...base, role: 'systemAdmin', kind: 'enter' };
const approving: Grant = { ...base, role: 'safetyOfficer', kind: 'approve' };
const entering: Grant = { ...base, role: 'safetyOfficer', kind: 'enter' };
const all = [power, approving, entering];

describe('what a session opens', () => {
  test('is everything by password', () => {
    expect(grantsThrough({ way: 'password', shared: false }, all)).toEqual(all);
  });

  test('is never one of the three powers by another way', () => {
    expect(grantsThrough({ way: 'sso', shared: false }, all)).toEqual([approving, entering]);
    expect(grantsThrough({ way: 'scan', shared: false }, all)).toEqual([approving, entering]);
  });

  test('is no approval on a shared phone without the password', () => {
    for (const way of ['pin', 'scan', 'sso'] as const) expect(grantsThrough({ way, shared: true }, all)).toEqual([entering]);
  });
});

describe('the three administrators', () => {
  test('must set up one-time codes while the grant holds, demo accounts need not', () => {
    const account = { isDemo: false, totp: false };

    expect(mustEnrolTotp(account, [power], '2026-01-01')).toBe(true);
    expect(mustEnrolTotp(account, [power], '2025-12-31')).toBe(false);
    expect(mustEnrolTotp(account, [approving], '2026-01-01')).toBe(false);
    expect(mustEnrolTotp({ ...account, totp: true }, [power], '2026-01-01')).toBe(false);
    expect(mustEnrolTotp({ ...account, isDemo: true }, [power], '2026-01-01')).toBe(false);
  });

  test('hold their power until its last day, and before its first', () => {
    expect(holdsPower([{ ...power, to: '2026-01-20' }], '2026-01-20')).toBe(true);
    expect(holdsPower([{ ...power, to: '2026-01-20' }], '2026-01-21')).toBe(false);
    expect(holdsPower([power], '2025-01-01')).toBe(true);
  });
});
