import { plainSigns } from '../kernel/index.ts';

/** How long a printed slip lets its holder in. */
export const oneTimeDays = 14;

const length = 12;

/**
 * A password to be printed once and changed at the first sign-in: `7KQM-2XWA-P9TD`, 59 bits. `random` gives at least 32 random bytes,
 * more than a dozen evenly distributed signs ever need.
 */
export function oneTimePassword(random: Uint8Array): string {
  const signs = plainSigns(random, length);
  return [0, 4, 8].map((at) => signs.slice(at, at + 4)).join('-');
}

/** How many 恢复码 are told at once. */
export const recoveryCodeCount = 10;

/** Whether this has the shape of a 恢复码, typed with or without its hyphens. */
export function isRecoveryCode(code: string): boolean {
  return /^[A-Z2-9]{4}-?[A-Z2-9]{4}-?[A-Z2-9]{4}$/i.test(code);
}

/** Whether a PIN is one that is tried first: the same digit, a run, a repeated pair or triple, the end of the 工号. */
export function pinFaults(pin: string, staffNo: string | null): readonly 'too_common'[] {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  const run = steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
  const repeated = pin.slice(0, 3) === pin.slice(3) || /^(\d\d)\1\1$/.test(pin);
  const ofStaffNo = staffNo !== null && staffNo.endsWith(pin);
  return run || repeated || ofStaffNo ? ['too_common'] : [];
}
