/** Business time is that of Shanghai, wherever the browser stands. */
const zone = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** An instant as `2026-03-05 14:20`. */
export function instantText(at: Date | string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(at)) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>;
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** The business day of an instant, as `2026-03-05`. */
export function dayOf(at: Date | string): string {
  return instantText(at).slice(0, 10);
}

/** The business hour of an instant, 0 to 23. */
export function hourOf(at: Date | string): number {
  return Number(instantText(at).slice(11, 13));
}

/** Whole days from one business day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The business day so many days after another; before it when `days` is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
