import type { Said } from '../oracle.ts';

/** 三员: the system administrator keeps accounts, the security administrator gives powers; both see what they decide about. */
const system: Said = { by: ['systemAdmin'], about: 'record', byToken: false };
const security: Said = { by: ['securityAdmin'], about: 'record', byToken: false };
const both: Said = { by: ['systemAdmin', 'securityAdmin'], about: 'record', byToken: false };
const own: Said = { by: 'signedIn', about: 'self' };
const door: Said = { by: 'everybody', about: 'door' };
/** A phone that a team shares is set up by whoever leads there, or by the administrator. */
const leading: Said = { by: ['systemAdmin', 'safetyOfficer', 'workshopHead', 'teamLeader'], about: 'record' };

export const access: Readonly<Record<string, Said>> = {
  'POST /session': door,
  'POST /session/pin': door,
  'POST /shared-devices/pairing': door,
  'GET /session/ways': door,
  'GET /session/sso': door,
  'GET /session/sso/return': door,
  'GET /session/sso/end': door,
  'POST /session/sso/logout': door,
  'POST /session/scan': door,
  'POST /me/sso': own,
  'POST /me/sso/removal': own,
  'POST /me/scan-code': own,
  'POST /me/totp/recovery-codes': own,
  'DELETE /session': own,
  'GET /me': own,
  'POST /me/password': own,
  'GET /me/sessions': own,
  'DELETE /me/sessions': own,
  'DELETE /me/sessions/{sessionId}': own,
  'POST /me/totp': own,
  'POST /me/totp/confirmation': own,
  'POST /me/totp/removal': own,
  'POST /me/pin': own,
  'POST /me/phone-keys': own,
  'GET /accounts': { ...both, about: 'list' },
  'GET /account-candidates': { ...system, about: 'list' },
  'POST /account-candidates/by-staff-no': { ...system, about: 'items' },
  'POST /accounts': system,
  'GET /accounts/{accountId}': both,
  'POST /accounts/{accountId}/password-reset': system,
  'POST /accounts/{accountId}/disabling': system,
  'DELETE /accounts/{accountId}/disabling': system,
  'DELETE /accounts/{accountId}/lock': system,
  'DELETE /accounts/{accountId}/sessions': system,
  'POST /accounts/{accountId}/totp-removal': system,
  'GET /grants': { ...both, about: 'list' },
  'POST /grants': security,
  'POST /grants/several': { ...security, about: 'items' },
  'DELETE /grants/{grantId}': security,
  'GET /tokens': { ...security, about: 'items' },
  'POST /tokens': security,
  'POST /tokens/{tokenId}/rotation': security,
  'DELETE /tokens/{tokenId}': security,
  'GET /shared-devices': { ...leading, about: 'list' },
  'POST /shared-devices': { ...leading, ofUnit: true },
  'DELETE /shared-devices/{deviceId}': leading,
  'GET /access/settings': { by: ['systemAdmin'], about: 'shared', byToken: false },
  'PUT /access/settings': { by: ['systemAdmin'], about: 'group', byToken: false },
};
