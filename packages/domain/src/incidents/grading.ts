import type { Day } from '../kernel/index.ts';
import { classFits } from './classes.ts';
import { rankOf } from './grade.ts';
import type { EventClass, Grade } from './kinds.ts';
import type { IncidentRefusal } from './refusals.ts';

type Deciding = {
  readonly grade: Grade;
  readonly eventClass: EventClass;
  /** By the facts of the supplement window. */
  readonly suggested: Grade;
  readonly supplementUntil: Day;
  readonly today: Day;
  /** Whether whoever decides may say less than the facts do: headquarters alone. */
  readonly mayLower: boolean;
};

/** Why a grade may not be decided so, or null. After 补报期 it is what the facts of the window make it: later deaths do not change it. */
export function objectionToGrade({ grade, eventClass, suggested, supplementUntil, today, mayLower }: Deciding): IncidentRefusal | null {
  if (!classFits(eventClass, grade)) return 'incidents.class_contradicts_grade';
  if (today > supplementUntil && grade !== suggested) return 'incidents.window_over';
  return rankOf(grade) < rankOf(suggested) && !mayLower ? 'incidents.grade_below_facts' : null;
}

type Entry = { readonly kind: 'facts' | 'decided'; readonly suggested: Grade; readonly grade: Grade };

/** Whether the facts have come to suggest something else since a person last decided: 待定级、待重新定级. */
export function awaitsGrading(entries: readonly Entry[]): boolean {
  const last = entries.findLastIndex(({ kind }) => kind === 'decided');
  const decided = entries[last];
  if (decided === undefined) return true;
  return entries.slice(last + 1).some(({ suggested }) => suggested !== decided.suggested);
}
