import { type Browser, isPhoneBrowser } from './browsers.ts';
import { type PasswordProfile, passwordProfiles } from './passwords.ts';

/** Where a session was begun: 电脑端, or 手机端 (`/m`). */
export const sessionEntries = ['desk', 'phone'] as const;
export type SessionEntry = (typeof sessionEntries)[number];

const minute = 60_000;
const hour = 60 * minute;

/** `idle`: nobody used it for so long and it ends. `length`: it ends however it was used. In milliseconds. */
export type SessionLimits = { readonly idle: number; readonly length: number };

/** An own phone is locked by its owner, and what was recorded without a network waits on it. */
const ownPhone: SessionLimits = { idle: 12 * hour, length: 7 * 24 * hour };
/** 共用手机: put down for a quarter of an hour, it is nobody's; a shift is its longest day. */
const sharedPhone: SessionLimits = { idle: 15 * minute, length: 12 * hour };

type Begun = { readonly entry: SessionEntry; readonly shared: boolean };

/** How long a session lasts: on a computer as the rules in force say, on a phone as suits a phone. */
export function sessionLimits({ entry, shared }: Begun, profile: PasswordProfile): SessionLimits {
  if (shared) return sharedPhone;
  if (entry === 'phone') return ownPhone;
  const { idleMinutes, hours } = passwordProfiles[profile].desk;
  return { idle: idleMinutes * minute, length: hours * hour };
}

type Use = Begun & { readonly seenAt: Date };

/** Whether nobody has used it for so long that it is over, by the rules in force now. */
export function isUnused({ seenAt, ...begun }: Use, profile: PasswordProfile, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= sessionLimits(begun, profile).idle;
}

type Claim = { readonly entry: SessionEntry; readonly shared: boolean; readonly browser: Browser };

/** Where a session counts as begun: what the form says of itself lengthens nothing on a computer. A paired phone has proved to be one. */
export function entryOf({ entry, shared, browser }: Claim): SessionEntry {
  return entry === 'phone' && !shared && !isPhoneBrowser(browser) ? 'desk' : entry;
}

/** Whether a page of this site belongs to the phone: `/m` and what lies below it. */
export function isPhonePage(path: string): boolean {
  return /^\/m(\/|$)/.test(path);
}
