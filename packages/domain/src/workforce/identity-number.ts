import { isDay } from '../kernel/index.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The 18th character of a citizen identity number (GB 11643, ISO 7064 MOD 11-2) for its first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** The day of birth in an identity number of 18 characters. */
export function birthdayOf(identity: string): string {
  return `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
}

/** Odd is male (GB 11643). */
export function sexOf(identity: string): 'male' | 'female' {
  return Number(identity.slice(16, 17)) % 2 === 1 ? 'male' : 'female';
}

/** 公民身份号码: 18 characters, a birthday that exists, the right check character. Old numbers of 15 digits are none. */
export function isIdentityNumber(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && isDay(birthdayOf(number)) && checkCharacter(number.slice(0, 17)) === number.slice(17);
}
