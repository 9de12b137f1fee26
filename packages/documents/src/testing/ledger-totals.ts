import { type HazardLevel, type HazardStage, type KeyArea, keyAreaCodes } from '@changming/domain/hazards';

/** What the totals count of one hazard, wherever it is read from. Units by the codes of `expected-totals.json`. */
export type Counted = {
  readonly unit: string;
  readonly stage: HazardStage;
  readonly level: HazardLevel;
  readonly keyArea: KeyArea;
  readonly foundOn: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly closedOn: string | null;
  readonly funds: number | null;
};

type Counts = Record<string, number>;
export type LedgerTotals = {
  readonly found: number;
  readonly byState: Counts;
  readonly byLevel: Counts;
  readonly byKeyArea: Counts;
  readonly byQuarter: Counts;
  readonly byUnit: Record<string, Counts>;
  readonly bySubsidiary: Record<string, Counts>;
  readonly fundsFen: number;
  readonly fundsNotStated: number;
  readonly overdue: number;
  readonly closed: number;
};

const levelNames = { team: 'G3_TEAM', workshop: 'G2_WORKSHOP', unit: 'G1_UNIT', major: 'MAJOR' } as const;

/** The state at the end of `asOf`, by the definitions of the totals: what happened later had not happened yet. */
export function stateOn(asOf: string, { stage, dueOn, doneOn, closedOn }: Counted): string {
  if (stage === 'void') return 'VOID';
  if (closedOn !== null && closedOn <= asOf) return 'CLOSED';
  if ((stage === 'closed' || stage === 'submitted') && (doneOn === null || doneOn <= asOf)) return 'SUBMITTED';
  if (dueOn === null) return 'OPEN_NO_DEADLINE';
  return dueOn < asOf ? 'OPEN_OVERDUE' : 'OPEN_NOT_DUE';
}

export function totalsOf(hazards: readonly Counted[], asOf: string): LedgerTotals {
  const states = countBy(hazards, (each) => stateOn(asOf, each));
  return {
    found: hazards.length,
    byState: states,
    byLevel: countBy(hazards, ({ level }) => levelNames[level]),
    byKeyArea: countBy(hazards, ({ keyArea }) => keyAreaCodes[keyArea]),
    byQuarter: countBy(hazards, ({ foundOn }) => quarterOf(foundOn)),
    byUnit: statesBy(hazards, asOf, ({ unit }) => unit),
    bySubsidiary: statesBy(hazards, asOf, ({ unit }) => subsidiaryOf(unit)),
    fundsFen: hazards.reduce((sum, { funds }) => sum + (funds ?? 0), 0),
    fundsNotStated: hazards.filter(({ funds }) => funds === null).length,
    overdue: states['OPEN_OVERDUE'] ?? 0,
    closed: states['CLOSED'] ?? 0,
  };
}

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Counts {
  return Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, members]) => [key, members.length]));
}

function statesBy(hazards: readonly Counted[], asOf: string, keyOf: (each: Counted) => string): Record<string, Counts> {
  const groups = Map.groupBy(hazards, keyOf);
  return Object.fromEntries([...groups].map(([key, of]) => [key, { found: of.length, ...countBy(of, (each) => stateOn(asOf, each)) }]));
}

/** `LZ1103` lies in `LZ11`; `LZ01` to `LZ10` are departments of the headquarters. */
function subsidiaryOf(unit: string): string {
  return Number(unit.slice(2, 4)) <= 10 ? '总部' : unit.slice(0, 4);
}
