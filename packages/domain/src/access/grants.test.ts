import { describe, expect, it } from 'vitest';

import { type Actor, type Grant, isLastHolder, refuseGrant, refuseMixedPowers, scopeOf, throughPin } from './grants.ts';
import { administrators, grantableRoles } from './roles.ts';

const mill = { lo: 110, hi: 119 };
const group = { lo: 1, hi: 999 };
const grant = (over: Partial<Grant>): Grant => ({
  role: 'safetyOfficer',
  kind: 'approve',
  unitId: 'u-mill',
  units: mill,
  from: '2026-01-01',
  to: null,
  ...over,
});
const actor = (...grants: Grant[]): Actor => ({ personId: 'p-li', accountId: 'a-li', grants });

describe('the scope of a verb', () => {
  it('does not grow by a wider grant of another role', () => {
    const officerAndAnalyst = actor(grant({}), grant({ role: 'analyst', kind: 'analyse', units: group }));

    expect(scopeOf(officerAndAnalyst, 'hazards.accept', 'approve', '2026-02-01')).toEqual([mill]);
    expect(scopeOf(officerAndAnalyst, 'hazards.read', 'analyse', '2026-02-01')).toEqual([group]);
  });

  it('is empty outside the days of the grant', () => {
    const formerOfficer = actor(grant({ to: '2026-01-31' }));

    expect(scopeOf(formerOfficer, 'hazards.accept', 'approve', '2026-01-31')).toEqual([mill]);
    expect(scopeOf(formerOfficer, 'hazards.accept', 'approve', '2026-02-01')).toEqual([]);
    expect(scopeOf(formerOfficer, 'hazards.accept', 'approve', '2025-12-31')).toEqual([]);
  });

  it('of a token is no wider than the permissions it names', () => {
    const token: Actor = { ...actor(grant({}), grant({ kind: 'analyse' })), only: ['hazards.read'] };

    expect(scopeOf(token, 'hazards.read', 'analyse', '2026-02-01')).toEqual([mill]);
    expect(scopeOf(token, 'hazards.accept', 'approve', '2026-02-01')).toEqual([]);
  });
});

describe('the three administrators', () => {
  it('never share a hand with each other or with the trade', () => {
    for (const power of administrators) {
      for (const other of grantableRoles.filter((role) => role !== power)) {
        expect(() => refuseMixedPowers([power], other)).toThrow('access.mixed_powers');
        expect(() => refuseMixedPowers([other], power)).toThrow('access.mixed_powers');
      }
      expect(() => refuseMixedPowers([power], power)).not.toThrow();
    }
    expect(() => refuseMixedPowers(['worker', 'teamLeader'], 'safetyOfficer')).not.toThrow();
  });
});

describe('a new grant', () => {
  const wanted = { role: 'auditAdmin', kinds: ['analyse'], from: '2026-02-01' } as const;

  it('carries something, and does not begin in the past', () => {
    expect(() => refuseGrant(wanted, [], '2026-02-01')).not.toThrow();
    expect(() => refuseGrant({ ...wanted, kinds: ['approve'] }, [], '2026-02-01')).toThrow('access.kind_not_carried');
    expect(() => refuseGrant(wanted, [], '2026-02-02')).toThrow('access.grant_in_past');
  });

  it('sees what the hand holds now and later, not what it held', () => {
    expect(() => refuseGrant(wanted, [{ role: 'worker', to: '2026-01-31' }], '2026-02-01')).not.toThrow();
    expect(() => refuseGrant(wanted, [{ role: 'worker', to: '2026-02-01' }], '2026-02-01')).toThrow('access.mixed_powers');
    expect(() => refuseGrant(wanted, [{ role: 'systemAdmin', to: null }], '2026-02-01')).toThrow('access.mixed_powers');
  });
});

it('a PIN opens neither approvals nor the powers of administrators', () => {
  const held = [grant({ kind: 'enter' }), grant({ kind: 'approve' }), grant({ role: 'systemAdmin', kind: 'enter' })];

  expect(throughPin(held)).toEqual([grant({ kind: 'enter' })]);
});

it('the last hand of a power is the only one that holds it', () => {
  expect(isLastHolder(['a-li'], 'a-li')).toBe(true);
  expect(isLastHolder(['a-li', 'a-wu'], 'a-li')).toBe(false);
  expect(isLastHolder([], 'a-li')).toBe(false);
});
