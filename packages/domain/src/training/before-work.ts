import { addDays, type Day, monthsLater } from '../kernel/index.ts';
import { type TrainingCategory, type TrainingLevel, trainingLevels } from './categories.ts';
import type { TrainingTerms } from './terms.ts';

/** 入职、转岗、复岗. */
export const trainingCauses = ['joined', 'moved', 'returned'] as const;
export type TrainingCause = (typeof trainingCauses)[number];

/** What of a person's working life asks for training. A move names the day of the unit before as it was entered; `until` is the first day back. */
export type WorkLife = {
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  readonly moves: readonly { readonly on: Day; readonly enteredOn: Day }[];
  readonly absences: readonly { readonly from: Day; readonly until: Day }[];
};

export type Caused = { readonly cause: TrainingCause; readonly on: Day };

type Since = { readonly terms: TrainingTerms; readonly gateFrom: Day | null; readonly today: Day };

/**
 * Why the person owes training before work, since the gate's first day (生产经营单位安全培训规定 art. 13, 17). A wrong unit that is put right on
 * the day on which it was entered is no move; an absence of exactly so many months is as long as the rule says.
 */
export function causesOf({ hiredOn, leftOn, moves, absences }: WorkLife, { terms, gateFrom, today }: Since): Caused[] {
  if (gateFrom === null || leftOn !== null) return [];
  const counts = ({ on }: Caused) => on >= gateFrom && on <= today;
  const joined: Caused[] = hiredOn === null ? [] : [{ cause: 'joined', on: hiredOn }];
  const moved = moves
    .filter(({ on, enteredOn }) => on > enteredOn && (hiredOn === null || on > hiredOn))
    .map(({ on }): Caused => ({ cause: 'moved', on }));
  const returned = absences
    .filter(({ from, until }) => monthsLater(from, terms.returnMonths) <= until)
    .map(({ until }): Caused => ({ cause: 'returned', on: until }));
  return [...joined, ...moved, ...returned].filter(counts);
}

/** 厂级、车间级、班组级 for whoever joins; whoever moves or comes back begins at the workshop. */
export function levelsOf(cause: TrainingCause): readonly TrainingLevel[] {
  return cause === 'joined' ? trainingLevels : ['workshop', 'team'];
}

/** Class hours of each level: a third of what a new worker owes in all when that is more than the level's own. */
export function levelHoursOf(cause: TrainingCause, terms: TrainingTerms): number {
  return cause === 'joined' ? Math.max(terms.levelHours, Math.ceil(terms.newWorker / trainingLevels.length)) : terms.moveHours;
}

/** The day by which it has to be passed: the first day in a post since the cause, or some days after the cause while none is known. */
export function dueBeforeWork({ on }: Caused, firstDaysInPost: readonly Day[], terms: TrainingTerms): Day {
  const [first] = firstDaysInPost.filter((each) => each >= on).toSorted();
  return first ?? addDays(on, terms.beforeWorkDays);
}

export type Learned = {
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly on: Day;
  /** 0 for an exam. */
  readonly hours: number;
  readonly passed: boolean;
};

/** 三级教育 given up to a month before the first day counts for it. */
const earlyDays = 30;

/** The day on which hours were full and something was passed at this level, or null while one of the two is missing. */
export function passedOn(caused: Caused, level: TrainingLevel, learned: readonly Learned[], hoursOwed: number): Day | null {
  const since = caused.cause === 'joined' ? addDays(caused.on, -earlyDays) : caused.on;
  const kinds: readonly TrainingCategory[] = caused.cause === 'joined' ? ['threeLevel'] : ['transfer', 'return', 'threeLevel'];
  const counting = learned
    .filter((each) => each.level === level && kinds.includes(each.category) && each.on >= since)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const proof = counting.find(({ passed }) => passed)?.on;
  const full = fullOn(counting, hoursOwed);
  if (proof === undefined || full === null) return null;
  return proof > full ? proof : full;
}

function fullOn(counting: readonly Learned[], hoursOwed: number): Day | null {
  let total = 0;
  for (const { on, hours } of counting) {
    total += hours;
    if (total >= hoursOwed) return on;
  }
  return null;
}
