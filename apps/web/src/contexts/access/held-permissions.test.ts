import { expect, test } from 'vitest';

import type { Grant } from './grants-queries.ts';
import { tokenScopesOf } from './held-permissions.ts';

const grantOf = (over: Partial<Grant>) => ({ role: 'analyst', kind: 'analyse', inForce: true, ...over }) as Grant;

test('a token can only name what its owner holds today, kind by kind', () => {
  const scopes = new Map(tokenScopesOf([grantOf({})]));
  expect(scopes.get('hazards')).toContain('hazards.read');
  expect(scopes.get('hazards')).not.toContain('hazards.triage');
  expect(tokenScopesOf([grantOf({ inForce: false })])).toEqual([]);
});

test('the powers of the administrators stay out of every token', () => {
  const scopes = tokenScopesOf([grantOf({ role: 'securityAdmin', kind: 'approve' }), grantOf({ role: 'securityAdmin' })]);
  expect(scopes.flatMap(([, permissions]) => permissions)).not.toContain('access.grant');
});
