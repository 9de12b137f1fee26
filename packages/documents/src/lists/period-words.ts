import { lastDayOf, periodNamed } from '@changming/domain/kernel';
import type { zhCN } from '@changming/phrases';

type Words = (typeof zhCN)['hazards']['paper']['periods'];
type Days = { readonly from: string | undefined; readonly to: string | undefined };

/** The days of a list as offices call them: 2026年第三季度, or from one day to the other where they are no period of the year. */
export function periodWords({ from, to }: Days, words: Words): string {
  if (from === undefined && to === undefined) return words.all;
  if (from === undefined) return filled(words.until, { to: to ?? '' });
  if (to === undefined) return filled(words.since, { from });
  return named({ from, to }, words) ?? filled(words.between, { from, to });
}

function named({ from, to }: { readonly from: string; readonly to: string }, words: Words): string | null {
  const [year = '', month = ''] = from.split('-');
  const is = (name: string) => {
    const period = periodNamed(name);
    return period !== null && period.from === from && lastDayOf(period) === to;
  };
  if (is(year)) return filled(words.year, { year });
  const half = words.half.find((_, at) => is(`${year}H${at + 1}`));
  const quarter = words.quarter.find((_, at) => is(`${year}Q${at + 1}`));
  const found = half ?? quarter ?? (is(`${year}-${month}`) ? words.month : undefined);
  return found === undefined ? null : filled(found, { year, month: String(Number(month)) });
}

export function filled(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
