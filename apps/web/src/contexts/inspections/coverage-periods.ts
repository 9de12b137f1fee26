import { dayAfter } from '../../ui/dates.ts';
import type { CoverageAsked } from './search.ts';

/** The spans that a board offers by a press. */
export const periodNames = ['today', 'week', 'month', 'lastMonth', 'quarter'] as const;
export type PeriodName = (typeof periodNames)[number];

type Span = Pick<CoverageAsked, 'period' | 'from' | 'to'>;

export function periodsOf(today: string): readonly { readonly name: PeriodName; readonly span: Span }[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [
    { name: 'today', span: { from: today, to: today } },
    { name: 'week', span: { from: dayAfter(today, -6), to: today } },
    { name: 'month', span: { period: today.slice(0, 7) } },
    { name: 'lastMonth', span: { period: before } },
    { name: 'quarter', span: { period: `${year}Q${Math.ceil(month / 3)}` } },
  ];
}

/** Which of them the address names; this month where it names nothing. */
export function periodOf({ period, from, to }: Span, today: string): PeriodName | 'days' {
  if (period === undefined && from === undefined && to === undefined) return 'month';
  const found = periodsOf(today).find(({ span }) => span.period === period && span.from === from && span.to === to);
  return found?.name ?? 'days';
}

export function spanOf(name: PeriodName | 'days', today: string): Span {
  const nothing = { period: undefined, from: undefined, to: undefined };
  const span = periodsOf(today).find((each) => each.name === name)?.span ?? { from: dayAfter(today, -13), to: today };
  return { ...nothing, ...span };
}

/** What the API is asked: a period, or days. */
export function queryOf({ period, from, to, unitId, kind }: CoverageAsked, today: string) {
  const filter = { unitId, kind };
  if (period !== undefined) return { ...filter, period };
  if (from === undefined && to === undefined) return { ...filter, period: today.slice(0, 7) };
  return { ...filter, from: from ?? to, to: to ?? from };
}
