import { type Day, inPeriod, monthOf, periodNamed } from '../kernel/index.ts';
import type { HazardLevel } from './levels.ts';
import type { LookBack } from './look-back.ts';
import { defaultLookBack, type LookBackRules, lookBackWindow } from './look-back-rules.ts';
import type { HazardOrigin, HazardSource } from './sources.ts';

/** One closing (销号): the round of a hazard that ended on `closedOn`. */
export type Closure = {
  readonly hazardId: string;
  readonly round: number;
  readonly unitId: string;
  readonly level: HazardLevel;
  readonly source: HazardSource;
  readonly origin: HazardOrigin;
  readonly closedOn: Day;
};

/** Why every one of its kind is looked back on (`major`, `authority`), or null when it is left to the draw. */
export function censusReason({ level, source }: Pick<Closure, 'level' | 'source'>): 'major' | 'authority' | null {
  if (level === 'major') return 'major';
  return source === 'authority' ? 'authority' : null;
}

/** `major`, `authority`, or the unit and month of a sampled stratum. */
export function stratumOf(closure: Closure): string {
  return censusReason(closure) ?? `${closure.unitId}|${monthOf(closure.closedOn)}`;
}

/** Opening imports are neither drawn nor counted. */
export function isCounted({ origin }: Pick<Closure, 'origin'>): boolean {
  return origin === 'recorded';
}

/** The look-back that closing itself makes owed, in the same transaction; null for what is left to the draw. */
export function owedAtClosing(closure: Closure, rules: LookBackRules = defaultLookBack): LookBack | null {
  const reason = censusReason(closure);
  return reason === null || !isCounted(closure) ? null : owed(closure, reason, rules);
}

/** The closings of `month` (`2026-03`) that the draw chooses from, by stratum. */
export function sampledStrata(closures: readonly Closure[], month: string): Map<string, Closure[]> {
  const period = periodNamed(month);
  if (period === null) throw new RangeError(`no month: ${month}`);
  const chosenFrom = closures.filter(
    (closure) => isCounted(closure) && censusReason(closure) === null && inPeriod(closure.closedOn, period),
  );
  return Map.groupBy(chosenFrom, stratumOf);
}

export function owed(closure: Closure, reason: LookBack['reason'], rules: LookBackRules = defaultLookBack): LookBack {
  const { hazardId, round, level, closedOn } = closure;
  return { hazardId, round, reason, ...lookBackWindow(level, closedOn, rules), inspectorId: null, result: null, lookedOn: null };
}
