import { addDays, type Day } from '../kernel/index.ts';

/** What the rules say at one unit on one day (rule book 1.4). Null: not owed there. */
export type StaffingRules = {
  /** 超过一百人: more than this many. */
  readonly fullTimeAbove: number;
  readonly perMille: number;
  readonly directorFrom: number | null;
  readonly directorFromHighRisk: number | null;
  readonly committeeFrom: number | null;
  readonly committeeFromHighRisk: number | null;
  /** 空缺 that is tolerated. */
  readonly vacancyDays: number;
};

export type Workplace = { readonly headcount: number; readonly highRisk: boolean };

/** `bodyOrFullTime`: 机构或专职; else one officer, full-time or not, is enough. `fullTime`: how many by the group's ratio. */
export type StaffingRequired = {
  readonly bodyOrFullTime: boolean;
  readonly fullTime: number;
  readonly director: boolean;
  readonly committee: boolean;
};

export const staffingFailures = ['bodyOrFullTime', 'anyOfficer', 'ratio', 'director', 'committee'] as const;
export type StaffingFailure = (typeof staffingFailures)[number];

/** 安全生产法 art. 24: high-risk units whatever their size, others with more than a hundred people; 山东省安全生产条例 arts 21–22 where they bind. */
export function requiredStaffing({ headcount, highRisk }: Workplace, rules: StaffingRules): StaffingRequired {
  const bodyOrFullTime = highRisk || headcount > rules.fullTimeAbove;
  return {
    bodyOrFullTime,
    fullTime: bodyOrFullTime ? Math.ceil((headcount * rules.perMille) / 1000) : 0,
    director: reaches(headcount, highRisk ? rules.directorFromHighRisk : rules.directorFrom),
    committee: reaches(headcount, highRisk ? rules.committeeFromHighRisk : rules.committeeFrom),
  };
}

function reaches(headcount: number, from: number | null): boolean {
  return from !== null && headcount >= from;
}

export type Staff = {
  readonly fullTime: number;
  readonly partTime: number;
  readonly organisation: boolean;
  readonly director: boolean;
  readonly committee: boolean;
};

/** Which rules are not met, in the order of the list. */
export function staffingFailuresOf(required: StaffingRequired, staff: Staff): StaffingFailure[] {
  const { fullTime, partTime } = staff;
  const unmet: Readonly<Record<StaffingFailure, boolean>> = {
    bodyOrFullTime: required.bodyOrFullTime && !staff.organisation && fullTime === 0,
    anyOfficer: !required.bodyOrFullTime && fullTime + partTime === 0,
    ratio: fullTime < required.fullTime,
    director: required.director && !staff.director,
    committee: required.committee && !staff.committee,
  };
  return staffingFailures.filter((failure) => unmet[failure]);
}

/** Somebody in a safety post of the unit or below it. `to` is the first day after it. */
export type SafetyTerm = {
  readonly personId: string;
  readonly director: boolean;
  readonly partTime: boolean;
  readonly from: Day;
  readonly to: Day | null;
};
/** The day each body was set up; null: there is none. */
export type SafetyBodies = { readonly organisationOn: Day | null; readonly committeeOn: Day | null };

/** Who was there on a day: each person counts once, full-time when any of his posts is. */
export function staffOn(day: Day, terms: readonly SafetyTerm[], { organisationOn, committeeOn }: SafetyBodies): Staff {
  const held = terms.filter(({ from, to }) => from <= day && (to === null || to > day));
  const persons = new Set(held.map(({ personId }) => personId));
  const fullTime = new Set(held.filter(({ partTime }) => !partTime).map(({ personId }) => personId)).size;
  return {
    fullTime,
    partTime: persons.size - fullTime,
    organisation: organisationOn !== null && organisationOn <= day,
    director: held.some(({ director }) => director),
    committee: committeeOn !== null && committeeOn <= day,
  };
}

export type MonthFound = {
  readonly staff: Staff;
  readonly failures: readonly StaffingFailure[];
  /** The first day on which something was missing, as far back as a vacancy is tolerated. */
  readonly vacantSince: Day | null;
  readonly compliant: boolean;
};

/** One month-end. What was complete within the tolerated days before it is a vacancy, and the month still counts as compliant. */
export function monthFound(
  end: Day,
  required: StaffingRequired,
  { terms, bodies, vacancyDays }: { readonly terms: readonly SafetyTerm[]; readonly bodies: SafetyBodies; readonly vacancyDays: number },
): MonthFound {
  const failuresOn = (day: Day) => staffingFailuresOf(required, staffOn(day, terms, bodies));
  const failures = failuresOn(end);
  const staff = staffOn(end, terms, bodies);
  if (failures.length === 0) return { staff, failures, vacantSince: null, compliant: true };
  const lastDays = terms.flatMap(({ to }) => (to === null ? [] : [addDays(to, -1)]));
  const complete = lastDays
    .filter((day) => day < end && failuresOn(day).length === 0)
    .toSorted()
    .at(-1);
  const vacantSince = complete === undefined ? null : addDays(complete, 1);
  // The vacancy began on `vacantSince`; at the end of the month it has lasted for that day and those after it.
  const tolerated = vacantSince !== null && vacantSince > addDays(end, -vacancyDays);
  return { staff, failures, vacantSince, compliant: tolerated };
}
