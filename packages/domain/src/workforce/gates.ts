import { addDays, type Day } from '../kernel/index.ts';
import type { Term } from './appointment.ts';
import type { Post } from './post.ts';

/** Who does the work himself is stopped at the gate; who leads others is warned, for his own training runs by a deadline. */
const gatedPosts: ReadonlySet<Post> = new Set(['staff', 'teamLeader', 'pointKeeper']);

export function isGated(post: Post): boolean {
  return gatedPosts.has(post);
}

/** What a gate has against one person. `code` is a refusal of the context whose gate it is; `facts` fill its sentence. */
export type Objection = {
  readonly gate: string;
  readonly personId: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** 放行 in force: from its first day to its last. It covers what it names, not what turned up since. */
export type Override = { readonly from: Day; readonly until: Day; readonly codes: readonly string[] };

/**
 * The days on which the gates judge a term: its first; today as well when it began before and goes on, for what has lapsed since then
 * counts against whoever is entered in arrears.
 */
export function judgedOn({ from, to }: Term, today: Day): readonly Day[] {
  return from < today && (to === null || to > today) ? [from, today] : [from];
}

/** The objections that no override of that day covers. */
export function standingAgainst(objections: readonly Objection[], overrides: readonly Override[], on: Day): Objection[] {
  const lifted = new Set(overrides.filter(({ from, until }) => from <= on && on <= until).flatMap(({ codes }) => codes));
  return objections.filter(({ code }) => !lifted.has(code));
}

/** 有效, 临期 (from so many days before its last day), 已到期. It holds on its last day. */
export const overrideStandings = ['inForce', 'ending', 'ended'] as const;
export type OverrideStanding = (typeof overrideStandings)[number];
export const defaultOverrideRemindDays = 3;

export function overrideStanding({ until }: Pick<Override, 'until'>, on: Day, remindDays: number): OverrideStanding {
  if (on > until) return 'ended';
  return addDays(until, -remindDays) <= on ? 'ending' : 'inForce';
}

export type OverrideTelling = Exclude<OverrideStanding, 'inForce'>;

/** What is to be told of an override that stands so, or null. */
export function overrideTellingOwed(standing: OverrideStanding): OverrideTelling | null {
  return standing === 'inForce' ? null : standing;
}

/** The last day of an override that begins on `from`: as asked, `atMost` days later when nothing is asked. Null: too long, or backwards. */
export function overrideUntil(from: Day, asked: Day | null, atMost: number): Day | null {
  const last = addDays(from, atMost);
  if (asked === null) return last;
  return asked >= from && asked <= last ? asked : null;
}
