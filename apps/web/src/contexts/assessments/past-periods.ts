import { periodKindOf, type Scheme } from '@changming/domain/assessments';
import { periodNamed } from '@changming/domain/kernel';

/** Names of the periods that are over on `today`, of this year and the last: the latest first; the longer first of those that end together. */
export function pastPeriods(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const months = Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`);
  const parts = ['', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', ...months];
  const named = [year, year - 1].flatMap((each) => parts.map((part) => `${each}${part}`));
  const ends = named.flatMap((name) => {
    const until = periodNamed(name)?.until;
    return until === undefined || until > today ? [] : [{ name, until }];
  });
  return ends.toSorted((a, b) => (a.until === b.until ? 0 : a.until < b.until ? 1 : -1)).map(({ name }) => name);
}

/** Of them those of the kinds that a scheme assesses. */
export function pastPeriodsOf(kinds: Scheme['periodKinds'], today: string): string[] {
  return pastPeriods(today).filter((period) => kinds.some((kind) => kind === periodKindOf(period)));
}
