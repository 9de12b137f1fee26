import type { EventClass, Grade } from './kinds.ts';

type Facts = {
  readonly grade: Grade;
  readonly minor: number;
  readonly firstAid: number;
  readonly fire: boolean;
  readonly lossFen: number;
};

/** 事件类别 as the facts suggest it: on the statutory scale, or the gravest that applies below it. */
export function suggestClass({ grade, minor, firstAid, fire, lossFen }: Facts): EventClass {
  if (grade !== 'none') return 'statutory';
  if (minor > 0) return 'minorInjury';
  if (fire) return 'realFire';
  if (lossFen > 0) return 'property';
  return firstAid > 0 ? 'firstAid' : 'nearMiss';
}

/** Below the scale a person may say otherwise; on it the grade decides. */
export function classFits(eventClass: EventClass, grade: Grade): boolean {
  return (eventClass === 'statutory') === (grade !== 'none');
}
