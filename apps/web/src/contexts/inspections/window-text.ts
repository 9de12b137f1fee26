import { instantText } from '../../ui/dates.ts';

/** `2026-03-05 08:00 – 18:00`; the end carries its day when it is another, and the end of a day is 24:00. */
export function windowText(opensAt: string, dueAt: string): string {
  const [from, until] = [instantText(opensAt), instantText(dueAt)];
  const lastMinute = instantText(new Date(Date.parse(dueAt) - 1));
  const ends = until.endsWith('00:00') ? `${lastMinute.slice(0, 10)} 24:00` : until;
  return ends.slice(0, 10) === from.slice(0, 10) ? `${from} – ${ends.slice(11)}` : `${from} – ${ends}`;
}
