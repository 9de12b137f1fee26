import type { Day } from '../kernel/index.ts';
import type { Jurisdiction } from './layers.ts';
import { layers } from './layers.ts';
import { isLaxer, type RuleId, type RuleValue } from './rule-catalogue.ts';

/** How sure we are of the text behind a value: read, quoted by another source, from memory, or a default of our own. */
export const certainties = ['read', 'quoted', 'remembered', 'own'] as const;
export type Certainty = (typeof certainties)[number];

/** One value of a rule, for one jurisdiction, from one day on. */
export type RuleVersion = Jurisdiction & {
  readonly ruleId: RuleId;
  readonly value: RuleValue;
  readonly source: string;
  readonly article: string | null;
  readonly certainty: Certainty;
  readonly from: Day;
  /** The first day on which it no longer holds; null while nobody ended it. */
  readonly to: Day | null;
  /** 集团明示放宽: headquarters says that this holds although it is laxer than what stands above it. */
  readonly override: boolean;
};

export type InForce<Version extends RuleVersion = RuleVersion> = {
  readonly version: Version;
  /** Laxer values of lower layers that do not count, nearest first: shown so that nobody wonders. */
  readonly passedOver: readonly Version[];
};

type Asked = { readonly path: readonly Jurisdiction[]; readonly on: Day };

/**
 * The value of `ruleId` for whoever lies in `path` (widest first) on the day of the event: never on the day of the question. A lower
 * layer counts when it is at least as strict, or when headquarters overrides explicitly. Null when nothing holds on that day.
 */
export function ruleInForce<Version extends RuleVersion>(
  versions: readonly Version[],
  ruleId: RuleId,
  { path, on }: Asked,
): InForce<Version> | null {
  const holding = path.flatMap((jurisdiction) => latestOf(versions, ruleId, { jurisdiction, on }));
  const [first, ...lower] = holding.toSorted((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer));
  if (first === undefined) return null;
  return lower.reduce<InForce<Version>>(
    ({ version, passedOver }, next) =>
      supersedes(next, version) ? { version: next, passedOver } : { version, passedOver: [next, ...passedOver] },
    { version: first, passedOver: [] },
  );
}

/** Whether a lower layer's value counts against what holds above it. */
export function supersedes(lower: RuleVersion, upper: RuleVersion): boolean {
  return upper.layer === 'product' || lower.override || !isLaxer(lower.ruleId, lower.value, upper.value);
}

export function holdsOn({ from, to }: { readonly from: Day; readonly to: Day | null }, on: Day): boolean {
  return from <= on && (to === null || on < to);
}

function latestOf<Version extends RuleVersion>(
  versions: readonly Version[],
  ruleId: RuleId,
  { jurisdiction, on }: { jurisdiction: Jurisdiction; on: Day },
): Version[] {
  const here = versions.filter(
    (each) => each.ruleId === ruleId && each.layer === jurisdiction.layer && each.place === jurisdiction.place && holdsOn(each, on),
  );
  return here.toSorted((a, b) => b.from.localeCompare(a.from)).slice(0, 1);
}
