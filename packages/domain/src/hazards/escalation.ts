import { addDays, type Day } from '../kernel/index.ts';

/** Who is told, from the person who owes it upwards. */
export const escalationTargets = ['person', 'unitHead', 'parent', 'headquarters'] as const;
export type EscalationTarget = (typeof escalationTargets)[number];

/** `days` after the deadline; negative before it, 0 on the day itself. */
export type Rung = { readonly days: number; readonly tells: EscalationTarget };
export type Ladder = readonly Rung[];

/** Days after the due day at which each above is told; who is left out is never told. */
export type EscalationDays = Partial<Readonly<Record<Exclude<EscalationTarget, 'person'>, number>>>;

/** What is reminded of: the due day of each is its own. */
export const reminders = ['deadline', 'triage', 'acceptance', 'majorUnanswered', 'lookBack', 'progress'] as const;
export type Reminder = (typeof reminders)[number];

/** When whoever owes it is reminded, and when the last above is told once more; these are not rules. */
const fixed: Readonly<Record<Reminder, { readonly person: readonly number[]; readonly againAfter?: number }>> = {
  deadline: { person: [-3, -1, 0, 1] },
  triage: { person: [0] },
  acceptance: { person: [0, 1] },
  majorUnanswered: { person: [0] },
  lookBack: { person: [-7, -1], againAfter: 14 },
  progress: { person: [0] },
};

/** What the product itself says where no rule speaks. */
export const defaultEscalation = {
  deadline: { unitHead: 3, parent: 7, headquarters: 15 },
  triage: { unitHead: 2, parent: 5 },
  acceptance: { unitHead: 3, parent: 7 },
  majorUnanswered: { parent: 1, headquarters: 3 },
  lookBack: { headquarters: 1 },
  progress: { unitHead: 1, headquarters: 3 },
} as const satisfies Readonly<Record<Reminder, EscalationDays>>;

/** Natural days from the report within which a hazard is registered, where no rule speaks. */
export const triageDays = 1;

/** The ladder that climbs at these days, each at least a day after the one below; the person is reminded until the first above is told. */
export function ladderOf(reminder: Reminder, days: EscalationDays): Ladder {
  const { person, againAfter } = fixed[reminder];
  const above = aboveOf(days);
  const first = above.at(0)?.days ?? Number.POSITIVE_INFINITY;
  const last = above.at(-1);
  return [
    ...person.filter((day) => day < first).map((day): Rung => ({ days: day, tells: 'person' })),
    ...above,
    ...(againAfter === undefined || last === undefined ? [] : [{ ...last, days: last.days + againAfter }]),
  ];
}

function aboveOf(days: EscalationDays): Rung[] {
  const rungs: Rung[] = [];
  for (const tells of escalationTargets) {
    const wished = tells === 'person' ? undefined : days[tells];
    if (wished !== undefined) rungs.push({ days: Math.max((rungs.at(-1)?.days ?? 0) + 1, wished), tells });
  }
  return rungs;
}

/** The first day, counted from the due day, on which anybody may be told. */
export function earliestRung(reminder: Reminder): number {
  return Math.min(...fixed[reminder].person);
}

/** Reminded three days and one day ahead and on the day; then a rung every few days. */
export const defaultLadder: Ladder = ladderOf('deadline', defaultEscalation.deadline);

/** One telling that is owed: the day it fell due and its rung. */
export type Telling = Rung & { readonly on: Day };

/**
 * The tellings owed up to and including `today` for something due on `dueOn` that began on `sinceOn`. A worker that was
 * down for a week finds them all; (subject, dueOn, days) is the key under which each is told once. What lay before the
 * beginning is not owed: a deadline of tomorrow is not reminded three days ago.
 */
export function tellingsOwed(
  { sinceOn, dueOn }: { readonly sinceOn: Day; readonly dueOn: Day },
  today: Day,
  ladder: Ladder = defaultLadder,
): Telling[] {
  return ladder
    .map((rung) => ({ ...rung, on: addDays(dueOn, rung.days) }))
    .filter(({ on }) => on >= sinceOn && on <= today)
    .toSorted((a, b) => a.days - b.days);
}

/** The highest rung reached when something is `daysLate`; null before the first. */
export function rungAt(daysLate: number, ladder: Ladder = defaultLadder): Rung | null {
  return (
    ladder
      .filter(({ days }) => days <= daysLate)
      .toSorted((a, b) => a.days - b.days)
      .at(-1) ?? null
  );
}

/** A ladder climbs: each later rung tells somebody at least as high. Configured ladders are checked by this. */
export function climbs(ladder: Ladder): boolean {
  const ascending = ladder.toSorted((a, b) => a.days - b.days);
  const distinct = new Set(ladder.map(({ days }) => days)).size === ladder.length;
  return distinct && ascending.every((rung, at) => at === 0 || rank(rung) >= rank(ascending[at - 1] ?? rung));
}

function rank({ tells }: Rung): number {
  return escalationTargets.indexOf(tells);
}
