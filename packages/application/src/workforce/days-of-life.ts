import { firstPlausibleDay, isPlausibleDay, lastPlausibleDay, refuse } from '@changming/domain/kernel';
import { birthdayOf } from '@changming/domain/workforce';

/** Refuses a day of hiring or of appointment that cannot be one. */
export function refuseImplausibleDay(on: string | null, today: string): void {
  if (on === null || isPlausibleDay(on, today)) return;
  refuse('invalid', 'workforce.implausible_day', { on, first: firstPlausibleDay, last: lastPlausibleDay(today) });
}

/** Refuses an identity number whose holder was born too long ago to work, or is not born yet. */
export function refuseImplausibleBirthday(identityNumber: string | null | undefined, today: string): void {
  if (typeof identityNumber !== 'string') return;
  const on = birthdayOf(identityNumber);
  if (on > today || !isPlausibleDay(on, today)) refuse('invalid', 'workforce.implausible_birthday', { on });
}
