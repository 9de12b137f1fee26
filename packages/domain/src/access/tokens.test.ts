import { describe, expect, it } from 'vitest';

import type { Actor, Grant } from './grants.ts';
import { kindOf, type Permission } from './matrix.ts';
import { machinePermissions, refuseToken } from './tokens.ts';

const day = '2026-03-05';
const grant = (role: Grant['role'], kind: Grant['kind']): Grant => ({
  role,
  kind,
  unitId: 'u-mill',
  units: { lo: 110, hi: 119 },
  from: '2026-01-01',
  to: null,
});
const officer: Actor = {
  personId: 'p-li',
  accountId: 'a-li',
  grants: [grant('safetyOfficer', 'enter'), grant('safetyOfficer', 'analyse')],
};

describe('a token', () => {
  it('lives a year at most and not in the past', () => {
    const until = (expiresOn: string) => () => refuseToken({ scopes: ['units.read'], expiresOn }, officer, day);

    expect(until('2027-03-05')).not.toThrow();
    expect(until(day)).not.toThrow();
    expect(until('2027-03-06')).toThrow('access.token_too_long');
    expect(until('2026-03-04')).toThrow('access.token_too_long');
  });

  it('names nothing that its owner may not do', () => {
    const naming = (scope: Permission) => () => refuseToken({ scopes: [scope], expiresOn: day }, officer, day);

    expect(naming('hazards.report')).not.toThrow();
    expect(naming('hazards.accept')).toThrow('access.scope_not_held');
    expect(naming('units.create')).toThrow('access.scope_not_held');
  });

  it('never names a power of the three administrators or of the clock', () => {
    const powers = [
      'access.grant',
      'access.manageAccounts',
      'access.manageTokens',
      'access.readAccounts',
      'audit.readTrail',
      'access.sweep',
    ] as const;

    expect(machinePermissions.filter((each) => powers.some((power) => power === each))).toEqual([]);
    const admin: Actor = { ...officer, grants: [grant('securityAdmin', 'approve')] };
    expect(kindOf('access.grant')).toBe('approve');
    expect(() => refuseToken({ scopes: ['access.grant'], expiresOn: day }, admin, day)).toThrow('access.scope_of_power');
  });
});
