const hours = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-01-20 08:30`, as sentences name an instant. */
export function clockTime(at: Date): string {
  return hours.format(at);
}
