import type * as zhCN from '../../zh-CN/shell/sessions.ts';

/** Where one is signed in. */
export const sessions = {
  title: 'Signed-in devices',
  lead: 'Your account is signed in on these devices. If you do not recognise one, sign it out and change your password now.',
  device: 'Device',
  address: 'Network address',
  since: 'Signed in',
  seen: 'Last used',
  current: 'This device',
  revoke: 'Sign out',
  revokeAsk: 'Sign this device out?',
  revokeNote: 'It will need the password again; anything unsent on it may be lost.',
  revoked: 'The device has been signed out',
  revokeOthers: 'Sign out all others',
  revokeOthersAsk: 'Sign out all your other devices?',
  revokeOthersNote: 'This one stays signed in. The others will need the password again; anything unsent on them may be lost.',
  revokedOthers: 'Signed out {{count, number}} devices',
  unknownDevice: 'Unknown device',
  entry: 'Signed in on',
  entries: { desk: 'Computer', phone: 'Phone', shared: 'Shared phone' },
  empty: 'No signed-in devices',
  emptyNext: 'Every device on which you are signed in is listed here.',
} satisfies typeof zhCN.sessions;
