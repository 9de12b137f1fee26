/** Digits and capitals without those that are mistaken for each other (0 O, 1 I L, U V). */
const signs = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** Signs of a code: 29^10 is some 4 × 10^14, so guessing at a rate-limited door finds nothing. */
export const plateCodeLength = 10;

/** 点位码, as the plate carries it in its link. `random` gives at least 32 random bytes. */
export function plateCode(random: Uint8Array): string {
  /** 232 is the largest multiple of 29 below 256: bytes above it would favour the first signs. */
  const fair = Array.from(random).filter((byte) => byte < 232);
  if (fair.length < plateCodeLength) throw new RangeError('not enough random bytes for a plate code');
  return fair
    .slice(0, plateCodeLength)
    .map((byte) => signs[byte % signs.length])
    .join('');
}

/** What a person typed or a camera read, as it is stored: capitals, no blanks or dashes. */
export function readPlateCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Whether what was typed has the shape of a code, whether or not a point has it. */
export function isPlateCode(typed: string): boolean {
  const code = readPlateCode(typed);
  return code.length === plateCodeLength && Array.from(code).every((sign) => signs.includes(sign));
}
