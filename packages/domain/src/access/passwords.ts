/**
 * Two profiles of password rules. `dengbao` (等保 2.0, default): at least 10 characters of three classes, changed every 90 days, five
 * failures lock for 15 minutes. `asvs` (OWASP ASVS 5.0): length instead of classes, no forced change. `desk`: when a session on a computer
 * ends, unused and however it was used.
 */
export const passwordProfiles = {
  dengbao: { minLength: 10, classes: 3, maxAgeDays: 90, remembered: 5, failures: 5, lockMinutes: 15, desk: { idleMinutes: 30, hours: 12 } },
  asvs: { minLength: 12, classes: 1, maxAgeDays: null, remembered: 0, failures: 10, lockMinutes: 15, desk: { idleMinutes: 60, hours: 24 } },
} as const;
export type PasswordProfile = keyof typeof passwordProfiles;

export const passwordProfileNames = ['dengbao', 'asvs'] as const satisfies readonly PasswordProfile[];

export type PasswordFault = 'too_short' | 'too_long' | 'too_few_classes' | 'contains_login' | 'too_common';

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u] as const;
/** What is tried first, here as elsewhere; and the words of this trade and product, which everybody around guesses next. */
const common = [
  ['12345678', '87654321', '11111111', '88888888', '66666666', '00000000', '11223344', '12341234', '123123123', '147258369', '31415926'],
  ['password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'welcome', 'letmein', 'iloveyou', 'sunshine', 'princess', 'football', 'baseball'],
  ['qwertyui', 'qwerty123', 'qwer1234', 'asdf1234', 'asdfghjk', 'zxcvbnm', '1qaz2wsx', '1q2w3e4r', 'q1w2e3r4', 'zaq12wsx', 'qazwsx'],
  ['abc12345', 'abcd1234', 'a1234567', 'a12345678', 'aa123456', 'abc123', 'admin123', 'admin888', 'administrator', 'root1234', 'test1234'],
  ['woaini', '5201314', '1314520', 'woaiwojia', 'wodemima', 'mima1234', 'changming', 'anquan', 'shengchan', 'jituan'],
].flat();

/** Every reason why `password` may not be used by somebody who signs in as one of `logins`; empty when it may. */
export function passwordFaults(password: string, logins: readonly string[], profile: PasswordProfile): PasswordFault[] {
  const rules = passwordProfiles[profile];
  const length = Array.from(password).length;
  const lower = password.toLowerCase();
  const faults: [PasswordFault, boolean][] = [
    ['too_short', length < rules.minLength],
    ['too_long', length > 128],
    ['too_few_classes', classes.filter((each) => each.test(password)).length < rules.classes],
    ['contains_login', logins.some((login) => login.length >= 4 && lower.includes(login.toLowerCase()))],
    ['too_common', common.some((each) => lower.startsWith(each))],
  ];
  return faults.filter(([, holds]) => holds).map(([fault]) => fault);
}

/**
 * When an account with `failures` wrong passwords in a row may try again; null when it is not locked. Each full round of wrong ones locks,
 * twice as long as the one before and sixteen times as long at most; nothing is counted while it is locked.
 */
export function lockedUntil(failures: number, lastFailedAt: Date | null, profile: PasswordProfile): Date | null {
  const rules = passwordProfiles[profile];
  if (lastFailedAt === null || failures === 0 || failures % rules.failures !== 0) return null;
  const rounds = Math.min(4, Math.floor(failures / rules.failures) - 1);
  return new Date(lastFailedAt.getTime() + rules.lockMinutes * 60_000 * 2 ** rounds);
}

/** Whether a password changed at that instant must be changed again; never under a profile without an age. */
export function isStale(changedAt: Date, now: Date, profile: PasswordProfile): boolean {
  const { maxAgeDays } = passwordProfiles[profile];
  return maxAgeDays !== null && now.getTime() - changedAt.getTime() > maxAgeDays * 86_400_000;
}
