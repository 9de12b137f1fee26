import type { Day } from '../kernel/index.ts';
import { type Agent, agentOf, type FireKind } from './fire-kinds.ts';
import { lastDayIn, laterBy, type MonthOrDay } from './months.ts';

/** Years by agent: first service after manufacture, service after service, scrap after manufacture (GB 50444 5.3.2, 5.4.3). */
export type AgentYears = { readonly firstService: number; readonly nextService: number; readonly scrap: number };
export type FireRules = Readonly<Record<Agent, AgentYears>>;

/** What the product says where no rule speaks. */
export const defaultFireRules: FireRules = {
  water: { firstService: 3, nextService: 1, scrap: 6 },
  powder: { firstService: 5, nextService: 2, scrap: 10 },
  cleanGas: { firstService: 5, nextService: 2, scrap: 10 },
  co2: { firstService: 5, nextService: 2, scrap: 12 },
};

/** What a label and a ledger tell: months as well as days. */
export type FireDates = {
  readonly kind: FireKind;
  readonly madeOn: MonthOrDay | null;
  /** 维修（充装）. */
  readonly servicedOn: MonthOrDay | null;
  /** 报废日期 as the label or the ledger states it. */
  readonly scrapStatedOn: MonthOrDay | null;
};

export type FireDues = { readonly serviceDueOn: Day | null; readonly scrapDueOn: Day | null };

/** When the next service and the end of an extinguisher are due. Of the stated and the reckoned end the earlier counts. */
export function fireDuesOf(dates: FireDates, rules: FireRules = defaultFireRules): FireDues {
  const agent = agentOf(dates.kind);
  const years = agent === null ? null : rules[agent];
  const scrapDueOn = earlier(endOf(dates.scrapStatedOn), years === null ? null : endAfter(dates.madeOn, years.scrap));
  const serviceDueOn = years === null ? null : serviceAfter(dates, years);
  return { serviceDueOn: serviceDueOn !== null && scrapDueOn !== null && serviceDueOn >= scrapDueOn ? null : serviceDueOn, scrapDueOn };
}

function serviceAfter({ madeOn, servicedOn }: FireDates, { firstService, nextService }: AgentYears): Day | null {
  return servicedOn === null ? endAfter(madeOn, firstService) : endAfter(servicedOn, nextService);
}

function endOf(date: MonthOrDay | null): Day | null {
  return date === null ? null : lastDayIn(date);
}

function endAfter(date: MonthOrDay | null, years: number): Day | null {
  return date === null ? null : lastDayIn(laterBy(date, years * 12));
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export const fireStandings = ['inDate', 'dueSoon', 'serviceOverdue', 'expired', 'defect', 'scrapped'] as const;
export type FireStanding = (typeof fireStandings)[number];
