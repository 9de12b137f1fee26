import { type CriterionId, type CriterionScope, criterionIds, type MajorCriterion, majorCriteria } from './major-criteria.ts';
import { starredItems } from './starred-items.ts';

/** `WT10-13-1.a`: a condition of a criterion that was seen to hold. */
export type ConditionId = `${CriterionId}.${string}`;

/** What is known of the unit: the scopes of criteria that may concern it, beside `all`. */
export type UnitScopes = ReadonlySet<CriterionScope>;

export type Seen = {
  readonly conditions?: ReadonlySet<string>;
  /** Starred checklist items that failed. */
  readonly failedItems?: readonly string[];
};

/**
 * The criteria by which this may be 重大, in the order of the tables. Only ever a suggestion: a named person confirms or
 * denies it (安全生产法 art. 41; never a legal conclusion by itself).
 */
export function suggestMajor({ conditions = new Set(), failedItems = [] }: Seen, unit: UnitScopes): CriterionId[] {
  const starred = new Set(failedItems.flatMap((item) => starredItems[item] ?? []));
  return criteriaFor(unit).filter((id) => starred.has(id) || holds(id, conditions));
}

/** The criteria that can concern a unit, for the list that triage ticks. */
export function criteriaFor(unit: UnitScopes): CriterionId[] {
  return criterionIds.filter((id) => majorCriteria[id].scope === 'all' || unit.has(majorCriteria[id].scope));
}

/** The conditions of a criterion, for its tick boxes. */
export function conditionsOf(id: CriterionId): ConditionId[] {
  const { rule }: MajorCriterion = majorCriteria[id];
  const letters = 'all' in rule ? rule.all : rule.any;
  return letters.map((letter): ConditionId => `${id}.${letter}`);
}

function holds(id: CriterionId, conditions: ReadonlySet<string>): boolean {
  const { rule }: MajorCriterion = majorCriteria[id];
  const met = conditionsOf(id).filter((condition) => conditions.has(condition));
  return 'all' in rule ? met.length === rule.all.length : met.length > 0;
}
