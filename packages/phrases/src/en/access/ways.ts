import type * as zhCN from '../../zh-CN/access/ways.ts';

/** Why single sign-on came to nothing, and what to do now. */
export const ssoFailed = {
  unreachable: 'The identity provider cannot be reached. Try again later, or sign in with your password',
  refused: 'The identity provider did not confirm who you are. Try again, or sign in with your password',
  stale: 'This single sign-on has expired. Please start again',
  unknown: 'Nobody here has an account for that identity. Ask the system administrator of your unit',
  elsewhere: 'This account or identity is bound to another one. Ask the system administrator',
  power: 'System, security and audit administrators sign in with password and one-time code only',
  disabled: 'The account is closed. Ask the system administrator',
} satisfies typeof zhCN.ssoFailed;

/** Ways to sign in beside the password. */
export const ways = {
  failed: ssoFailed,
  or: 'or',
  names: { password: 'Password', pin: 'PIN', scan: 'Scanned code', sso: 'Single sign-on' },
  sso: 'Single sign-on',
  ssoLead: 'Once bound, your company identity signs you in without the password of this system. Your rights stay the same.',
  ssoOn: 'Bound',
  ssoOff: 'Not bound',
  ssoBind: 'Bind my identity',
  ssoBindNote: 'After making sure it is you, you sign in once at the identity provider.',
  ssoGo: 'To the identity provider',
  ssoBound: 'Your identity is bound; you can sign in with it from now on',
  ssoUnbind: 'Unbind',
  ssoUnbindNote: 'Afterwards only the password of this system signs you in.',
  ssoUnbound: 'Your identity is no longer bound',
  ssoPower: 'An administrator’s account cannot be bound: it signs in with password and one-time code only.',
  scan: 'Sign in on a phone',
  scanTitle: 'Sign in on a phone by scanning',
  scanLead:
    'Scan with the camera of the phone to sign in there as yourself. The code works once, within two minutes; let nobody else scan it.',
  scanLabel: 'Sign-in code',
  scanAgain: 'Another code',
  scanDone: 'Signed in on the phone: {{device}}',
  scanDoneNote: 'Not your phone? Sign it out in the list below at once.',
  scanClose: 'Close',
  codes: 'Recovery codes',
  codesLead: 'If the phone is lost, a recovery code stands in for the one-time code. Each works once; print them or write them down.',
  codesOnce: 'Shown only this once',
  codesLeft: '{{count}} recovery codes left',
  codesRenew: 'New recovery codes',
  codesRenewNote: 'The former ones stop working.',
  codesKept: 'I have kept these codes',
  codesPrint: 'Print',
  codesDone: 'Done',
  enrolTitle: 'Turn on one-time codes first',
  enrolLead:
    'An administrator’s account needs a second lock: besides the password, signing in asks for the 6 digits of an authenticator on your phone.',
  enrolStart: 'Then you can begin to work.',
  enrolOther: 'Sign out and use another account',
} satisfies typeof zhCN.ways;
