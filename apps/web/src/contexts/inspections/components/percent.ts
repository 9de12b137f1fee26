import { percentOf, type Rate } from '@changming/domain/kernel';

/** One decimal, and “—” for nothing of nothing. */
export function percentText(rate: Rate): string {
  const percent = percentOf(rate, 1);
  return percent === null ? '—' : `${percent}%`;
}
