import { addDays, type Day } from '../kernel/index.ts';

/** Who is told, from the person who owes it upwards. */
export const escalationTargets = ['person', 'unitHead', 'parent', 'headquarters'] as const;
export type EscalationTarget = (typeof escalationTargets)[number];

/** `days` after the deadline; negative before it, 0 on the day itself. */
export type Rung = { readonly days: number; readonly tells: EscalationTarget };
export type Ladder = readonly Rung[];

/** Reminded three days and one day ahead and on the day; then a rung every few days. Configurable. */
export const defaultLadder: Ladder = [
  { days: -3, tells: 'person' },
  { days: -1, tells: 'person' },
  { days: 0, tells: 'person' },
  { days: 1, tells: 'person' },
  { days: 3, tells: 'unitHead' },
  { days: 7, tells: 'parent' },
  { days: 15, tells: 'headquarters' },
];

/** Days after the deadline at which each above is told. */
export type EscalationDays = { readonly unitHead: number; readonly parent: number; readonly headquarters: number };

export const defaultEscalation: EscalationDays = { unitHead: 3, parent: 7, headquarters: 15 };

/** The ladder that climbs at these days, each at least a day after the one below; the person is reminded until the head is told. */
export function ladderOf({ unitHead, parent, headquarters }: EscalationDays): Ladder {
  const head = Math.max(1, unitHead);
  const above = Math.max(head + 1, parent);
  return [
    ...defaultLadder.filter(({ days, tells }) => tells === 'person' && days < head),
    { days: head, tells: 'unitHead' },
    { days: above, tells: 'parent' },
    { days: Math.max(above + 1, headquarters), tells: 'headquarters' },
  ];
}

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
