import { periodNamed } from '../kernel/index.ts';
import type { PeriodKind } from './scheme.ts';

/** Which kind of period a name is: `2026` a year, `2026H1` a half, `2026Q3` a quarter, `2026-03` a month; null for none. */
export function periodKindOf(name: string): PeriodKind | null {
  if (periodNamed(name) === null) return null;
  if (name.includes('H')) return 'half';
  if (name.includes('Q')) return 'quarter';
  return name.includes('-') ? 'month' : 'year';
}

/** The period of the same kind before it, which a score is compared with; null when `name` is no period. */
export function periodBefore(name: string): string | null {
  const kind = periodKindOf(name);
  if (kind === null) return null;
  const year = Number(name.slice(0, 4));
  if (kind === 'year') return String(year - 1);
  const steps = { month: 12, quarter: 4, half: 2 } as const;
  const number = Number(name.slice(5));
  const [before, of] = number === 1 ? [steps[kind], year - 1] : [number - 1, year];
  const mark = { month: '-', quarter: 'Q', half: 'H' } as const;
  return `${of}${mark[kind]}${kind === 'month' ? String(before).padStart(2, '0') : before}`;
}
