export { permissions } from '@changming/domain/access';
export { hashPassword } from './hash-password.ts';
export { identify } from './identify.ts';
export type { Credentials, Identified } from './identify.ts';
export { changePassword, endOwnSession, listOwnSessions, readMe } from './own-account.ts';
export { signIn } from './sign-in.ts';
export type { SignedIn } from './sign-in.ts';
export { foundGroup } from './found-group.ts';
export { sweepExpired } from './sweep-expired.ts';
