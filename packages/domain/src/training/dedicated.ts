import { addDays, type Day } from '../kernel/index.ts';
import type { UnitKind } from '../units/index.ts';
import type { TrainingCategory } from './categories.ts';
import type { TrainingTerms } from './terms.ts';

/** 四新、粉尘作业岗位、特种作业复审前: what asks for training of its own. */
export const dedicatedCauses = ['fourNew', 'dust', 'review'] as const;
export type DedicatedCause = (typeof dedicatedCauses)[number];

/** 新工艺、新技术、新材料、新设备 (安全生产法 art. 29). */
export const changeKinds = ['process', 'technology', 'material', 'equipment'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is held to meet it. */
export const dedicatedCategories = {
  fourNew: 'fourNew',
  dust: 'dust',
  review: 'specialOperator',
} as const satisfies Record<DedicatedCause, TrainingCategory>;

type Change = { readonly fromOn: Day; readonly recordedOn: Day };

/** Whoever is of the branch by the first use owes it, or by the day on which it was recorded when that came later. A newcomer of later learns it by 三级教育. */
export function owesChange({ fromOn, recordedOn }: Change, { hiredOn, on }: { readonly hiredOn: Day | null; readonly on: Day }): boolean {
  const last = fromOn > recordedOn ? fromOn : recordedOn;
  return on <= last && (hiredOn === null || hiredOn <= last);
}

/** A change may be put on record this many days after its first use, as long as what it asks for can still be told. */
export const changeRecordedWithin = 90;

export function isChangeTooOld(fromOn: Day, today: Day): boolean {
  return addDays(fromOn, changeRecordedWithin) < today;
}

/** 粉尘作业场所: a dusty workshop, team or department with all below it; of a dusty factory or company those who lead it or its safety. */
export function isDustyPlace(kind: UnitKind): boolean {
  return kind === 'workshop' || kind === 'team' || kind === 'department';
}

/** The first day on which the hours before a review are owed, and count. */
export function reviewSince(dueOn: Day, { reviewDays }: Pick<TrainingTerms, 'reviewDays'>): Day {
  return addDays(dueOn, -reviewDays);
}

export type DedicatedOwed = {
  readonly cause: DedicatedCause;
  /** The change, the dusty unit or the certificate. */
  readonly aboutId: string;
  readonly causeOn: Day;
  readonly hoursOwed: number;
};

export type Taught = {
  readonly category: TrainingCategory;
  /** What the session was held about. */
  readonly aboutId: string | null;
  readonly on: Day;
  /** 0 for an exam. */
  readonly hours: number;
  readonly result: 'passed' | 'failed' | null;
};

/** The day on which it was met, or null: hours are full, and 粉尘 was passed as well (工贸企业粉尘防爆安全规定 art. 8). Whoever failed was not taught. */
export function dedicatedMetOn(owed: DedicatedOwed, taught: readonly Taught[], terms: Pick<TrainingTerms, 'reviewDays'>): Day | null {
  const counting = taught
    .filter((each) => each.result !== 'failed' && countsFor(owed, each, terms))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const full = fullOn(counting, owed.hoursOwed);
  if (owed.cause !== 'dust') return full;
  const passed = counting.find(({ result }) => result === 'passed')?.on;
  if (full === null || passed === undefined) return null;
  return passed > full ? passed : full;
}

function countsFor({ cause, aboutId, causeOn }: DedicatedOwed, each: Taught, terms: Pick<TrainingTerms, 'reviewDays'>): boolean {
  if (each.category !== dedicatedCategories[cause]) return false;
  if (cause === 'fourNew') return each.aboutId === aboutId;
  return cause === 'dust' || (each.on >= reviewSince(causeOn, terms) && each.on <= causeOn);
}

function fullOn(counting: readonly Taught[], hoursOwed: number): Day | null {
  let total = 0;
  for (const { on, hours } of counting) {
    total += hours;
    if (hours > 0 && total >= hoursOwed) return on;
  }
  return null;
}
