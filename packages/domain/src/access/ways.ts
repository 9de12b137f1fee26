import { type Grant, inForce, isAdministrator, throughPin } from './grants.ts';

/** How a session was opened: 密码、共用手机的 PIN、扫电脑上的码、统一身份. */
export const signInWays = ['password', 'pin', 'scan', 'sso'] as const;
export type SignInWay = (typeof signInWays)[number];

type Opened = { readonly way: SignInWay; readonly shared: boolean };

/**
 * What a session opens of what its account was granted. The three powers open by password and code alone: whoever keeps the identity
 * provider, or stands behind somebody's back, is not to get one. On a shared phone nothing but the password opens approvals.
 */
export function grantsThrough({ way, shared }: Opened, grants: readonly Grant[]): readonly Grant[] {
  if (way === 'password') return grants;
  return way === 'pin' || shared ? throughPin(grants) : grants.filter(({ role }) => !isAdministrator(role));
}

/** Whether one of the three powers is, or will be, in this hand. */
export function holdsPower(grants: readonly Pick<Grant, 'role' | 'to'>[], today: string): boolean {
  return grants.some(({ role, to }) => isAdministrator(role) && (to === null || today <= to));
}

type Account = { readonly isDemo: boolean; readonly totp: boolean };

/** 三员 use nothing before they have set up 动态口令; demo accounts may stay as they are. */
export function mustEnrolTotp({ isDemo, totp }: Account, grants: readonly Grant[], today: string): boolean {
  return !isDemo && !totp && grants.some((grant) => isAdministrator(grant.role) && inForce(grant, today));
}
