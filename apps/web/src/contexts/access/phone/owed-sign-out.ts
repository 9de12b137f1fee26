import { signOut } from '@changming/contract/access/own';

import { call } from '../../../api/call.ts';
import { isSignedOut } from '../../../api/problem-error.ts';

const shelf = 'cm.phone.signOutOwed';

/** Somebody signed out while there was no network: the phone has forgotten them, the server will be told before anything else. */
export function oweSignOut(): void {
  localStorage.setItem(shelf, 'yes');
}

export function owesSignOut(): boolean {
  return localStorage.getItem(shelf) !== null;
}

/** @throws NetworkError while the server is not reached: until then nobody comes in. */
export async function payOwedSignOut(): Promise<void> {
  if (!owesSignOut()) return;
  await call(signOut).catch((error: unknown) => {
    if (!isSignedOut(error)) throw error;
  });
  localStorage.removeItem(shelf);
}
