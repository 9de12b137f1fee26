import { addDays } from '@changming/domain/kernel';
import chineseDays from 'chinese-days';

export type OfficialDay = { readonly day: string; readonly kind: 'work' | 'rest'; readonly name: string };

/** The days of `year` that an official notice settles: holidays, and weekend days that are worked instead. */
export function officialDays(year: number): OfficialDay[] {
  const days: OfficialDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day);
    const [, chinese] = name.split(',');
    if (chinese !== undefined) days.push({ day, kind: work ? 'work' : 'rest', name: chinese });
  }
  return days;
}
