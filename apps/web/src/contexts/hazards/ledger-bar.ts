import type { DayRange } from '../../ui/day-picker.tsx';
import type { LedgerSearch } from './ledger-search.ts';

/** The address as the query bar holds it: two days of the address are one range of the bar. */
export type LedgerBar = Omit<LedgerSearch, 'foundFrom' | 'foundTo' | 'dueFrom' | 'dueTo'> & {
  readonly found?: DayRange | undefined;
  readonly due?: DayRange | undefined;
};

export function barOf({ foundFrom, foundTo, dueFrom, dueTo, ...rest }: LedgerSearch): LedgerBar {
  return { ...rest, found: rangeOf(foundFrom, foundTo), due: rangeOf(dueFrom, dueTo) };
}

export function searchOfBar({ found, due, ...rest }: LedgerBar): LedgerSearch {
  return { ...rest, foundFrom: found?.from, foundTo: found?.to, dueFrom: due?.from, dueTo: due?.to };
}

function rangeOf(from: string | undefined, to: string | undefined): DayRange | undefined {
  return from === undefined && to === undefined ? undefined : { from, to };
}
