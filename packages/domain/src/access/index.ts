export {
  inForce,
  isAdministrator,
  isLastHolder,
  mixesPowers,
  notGranted,
  refuseGrant,
  refuseMixedPowers,
  scopeOf,
  throughPin,
} from './grants.ts';
export type { Actor, Grant, NotGranted } from './grants.ts';
export { isPhoneBrowser } from './browsers.ts';
export type { Browser } from './browsers.ts';
export { deviceName } from './device-name.ts';
export * from './inputs.ts';
export { carries, kindOf, kinds, kindsOf, matrix, permissions } from './matrix.ts';
export type { Kind, Permission } from './matrix.ts';
export { isRecoveryCode, oneTimeDays, oneTimePassword, pinFaults, recoveryCodeCount } from './one-time.ts';
export { isStale, lockedUntil, passwordFaults, passwordProfileNames, passwordProfiles } from './passwords.ts';
export type { PasswordFault, PasswordProfile } from './passwords.ts';
export { machinePermissions, maxTokenDays, refuseToken } from './tokens.ts';
export { accessRefusals } from './refusals.ts';
export type { AccessRefusal } from './refusals.ts';
export { administrators, grantableRoles, roles } from './roles.ts';
export type { Role } from './roles.ts';
export { entryOf, isPhonePage, isUnused, sessionEntries, sessionLimits } from './session-limits.ts';
export type { SessionEntry, SessionLimits } from './session-limits.ts';
export { ssoFailureOf, ssoFailures } from './sso.ts';
export type { SsoFailure } from './sso.ts';
export { grantsThrough, holdsPower, mustEnrolTotp, signInWays } from './ways.ts';
export type { SignInWay } from './ways.ts';
