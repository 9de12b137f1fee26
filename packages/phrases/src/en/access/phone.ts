import type * as zhCN from '../../zh-CN/access/phone.ts';
import { ssoFailed } from './ways.ts';

/** Signing in on a shared phone. */
export const phone = {
  pairTitle: 'Shared phone',
  pairAsk: 'Make this a shared phone?',
  pairLead: 'People of the unit then sign in here with staff number and PIN. Do this only on a phone of the unit.',
  pairSubmit: 'Make it a shared phone',
  pairNoCode: 'Scan the pairing code on the desk with this phone',
  paired: 'Registered as “{{name}}”',
  pairedNext: 'From now on one signs in here with staff number and a 6-digit PIN, which is set at the desk under “Sign-in safety”.',
  pairToSignIn: 'Sign in',
  pinStaffNo: 'Staff number',
  pin: 'PIN',
  pinHint: '6 digits, set at the desk under “Sign-in safety”',
  pinSubmit: 'Sign in',
  byPassword: 'Sign in with the password',
  byPin: 'Sign in with the PIN',
  ssoFailed,
  scanTitle: 'Sign in by scanning',
  scanAsk: 'Sign in on this phone?',
  scanLead: 'You sign in as the person at the computer. If that is not you, do not go on.',
  scanSubmit: 'Sign in',
  scanNoCode: 'Scan the sign-in code on the page “Signed-in devices” of the desk',
  enrolTitle: 'Turn on one-time codes at the computer first',
  enrolNext: 'An administrator’s account opens once one-time codes are on. Sign in at a computer, turn them on there, then come back.',
} satisfies typeof zhCN.phone;
