import type { AccessRefusal, Kind, PasswordFault, Role } from '@changming/domain/access';

export const refusals = {
  'access.not_permitted': 'You may not do this',
  'access.not_signed_in': 'Please sign in',
  'access.wrong_credentials': 'Account or password is wrong',
  'access.locked_out': 'Too many wrong passwords; the account is locked for a while',
  'access.too_many_attempts': 'Too many attempts; try again in a minute',
  'access.code_required': 'Enter the one-time code',
  'access.wrong_code': 'The one-time code is wrong',
  'access.must_change_password': 'Change the initial password first',
  'access.weak_password': 'Too weak: at least 8 characters of three classes, without the login',
  'access.password_reused': 'This password was used before',
  'access.account_not_found': 'No such account',
  'access.account_exists': 'This person has an account',
  'access.account_disabled': 'The account is disabled; ask the system administrator',
  'access.person_not_found': 'No such person, or outside your branch',
  'access.session_not_found': 'This session has ended',
  'access.grant_not_found': 'No such grant',
  'access.grant_ended': 'This grant has ended',
  'access.mixed_powers': 'The three administrators are separate powers and share no hand with another role',
  'access.kind_not_carried': 'The role carries nothing of this kind',
  'access.token_not_found': 'No such token',
  'access.token_expired': 'The token has expired; ask the security administrator',
  'access.token_too_long': 'A token lives a year at most',
  'access.totp_already': 'One-time codes are already on',
  'access.totp_missing': 'Create the one-time secret first',
  'access.wrong_origin': 'The request did not come from this site',
  'access.own_grant': 'Nobody grants to himself',
} satisfies Record<AccessRefusal, string>;

export const roles = {
  hqLeader: 'Group leader',
  hqSafety: 'Group safety',
  unitHead: 'Head of unit',
  safetyOfficer: 'Safety officer',
  workshopHead: 'Workshop head',
  teamLeader: 'Team leader',
  worker: 'Worker',
  contractor: 'Contractor',
  analyst: 'Analyst',
  systemAdmin: 'System administrator',
  securityAdmin: 'Security administrator',
  auditAdmin: 'Audit administrator',
  clockwork: 'The clock',
} satisfies Record<Role, string>;

export const kinds = { enter: 'Enter', analyse: 'Analyse', approve: 'Approve' } satisfies Record<Kind, string>;

export const passwordFaults = {
  too_short: 'too short',
  too_long: 'too long',
  too_few_classes: 'mix three of upper case, lower case, digits, signs',
  contains_login: 'contains the login',
  too_common: 'too common',
} satisfies Record<PasswordFault, string>;
