import { type Day, dayIn } from '../kernel/index.ts';
import { type ClockCode, type ClockFacts, owedClocks, owedWorkInjury } from './clocks.ts';
import type { IncidentRules } from './rules.ts';

export type RunningClock = {
  readonly id: string;
  readonly code: ClockCode;
  readonly key: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
};

export type MovedClock = { readonly id: string; readonly startsAt: Date; readonly dueAt: Date };

type Corrected = {
  /** The facts as they are now, with the corrected times. */
  readonly facts: Omit<ClockFacts, 'knownAt'>;
  readonly occurredAt: Date;
  /** What the leader's being told was taken for until now. */
  readonly informedBefore: Date | null;
};

/**
 * The clocks whose start or end is another by the corrected times, met or not: whether something was late is judged by them. What was owed
 * since the leader was told is owed since the corrected instant; what came to be owed later keeps its start, but for one before that instant.
 */
export function movedClocks(clocks: readonly RunningClock[], corrected: Corrected, rules: IncidentRules): MovedClock[] {
  return clocks.flatMap((clock) => {
    const span = spanOf(clock, corrected, rules);
    const same = span.startsAt.getTime() === clock.startsAt.getTime() && span.dueAt.getTime() === clock.dueAt.getTime();
    return same ? [] : [{ id: clock.id, ...span }];
  });
}

type Span = Pick<RunningClock, 'startsAt' | 'dueAt'>;

/** Reckoned from the days of reports and changes, not from the times of the event. */
const unmoved: readonly ClockCode[] = ['confirm', 'followUp', 'casualtyChange'];

function spanOf(clock: RunningClock, { facts, occurredAt, informedBefore }: Corrected, rules: IncidentRules): Span {
  const { startsAt, dueAt } = clock;
  if (clock.code === 'workInjury')
    return spanOnly(owedWorkInjury({ casualtyId: clock.key, occurredOn: facts.occurredOn, from: occurredAt }, rules));
  const informed = facts.leaderInformedAt;
  if (unmoved.includes(clock.code) || informed === null) return clock;
  const sinceTold = informedBefore === null || startsAt <= informedBefore;
  const knownAt = sinceTold || startsAt < informed ? informed : startsAt;
  const owed = owedClocks({ ...facts, knownAt }, rules).find(({ code }) => code === clock.code);
  if (owed !== undefined) return spanOnly(owed);
  return { startsAt: knownAt, dueAt: new Date(knownAt.getTime() + dueAt.getTime() - startsAt.getTime()) };
}

function spanOnly({ startsAt, dueAt }: Span): Span {
  return { startsAt, dueAt };
}

/** The days whose 续报 began or ceased to be owed, because the authority was to be told on another day: from after the first to the last. */
export function followUpDaysBetween(before: Date, after: Date): { readonly after: Day; readonly upTo: Day; readonly owed: boolean } | null {
  const [was, is] = [dayIn(before), dayIn(after)];
  if (was === is) return null;
  return is < was ? { after: is, upTo: was, owed: true } : { after: was, upTo: is, owed: false };
}
