import type { AccessRefusal } from './refusals.ts';

/** Why 统一身份登录 came to nothing, as the sign-in page is told in its address. */
const failures = {
  'access.sso_unreachable': 'unreachable',
  'access.sso_refused': 'refused',
  'access.sso_stale': 'stale',
  'access.sso_unknown_person': 'unknown',
  'access.sso_bound_elsewhere': 'elsewhere',
  'access.power_by_password': 'power',
  'access.account_disabled': 'disabled',
} as const satisfies Partial<Record<AccessRefusal, string>>;

export type SsoFailure = (typeof failures)[keyof typeof failures];
export const ssoFailures = Object.values(failures) as [SsoFailure, ...SsoFailure[]];

export function ssoFailureOf(code: string): SsoFailure {
  return (failures as Readonly<Record<string, SsoFailure>>)[code] ?? 'refused';
}
