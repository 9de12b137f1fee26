import type { Cadence, ChecklistItem, OccurrenceState, Timing, Verdict } from '@changming/domain/inspections';

import type { Tone } from '../../ui/tokens.ts';

export const stateTones = { open: 'waiting', done: 'done', missed: 'alert', waived: 'neutral' } as const satisfies Record<
  OccurrenceState,
  Tone
>;

export const timingTones = { onTime: 'done', late: 'waiting', afterMiss: 'alert' } as const satisfies Record<Timing, Tone>;

export const verdictTones = { pass: 'done', fail: 'alert', notApplicable: 'neutral' } as const satisfies Record<Verdict, Tone>;

type Answer = ChecklistItem['answer'];

/** `0.1–0.6 MPa`, `≥ 0.1 MPa`, or the unit alone where nothing binds; null where nothing is read. */
export function limitsText(answer: Answer): string | null {
  if (answer.kind === 'passFail') return null;
  const { least, most, unit } = answer;
  if (least !== null && most !== null) return `${least}–${most} ${unit}`;
  if (least !== null) return `≥ ${least} ${unit}`;
  return most === null ? unit : `≤ ${most} ${unit}`;
}

/** The times of day of a cadence, in their order; nothing where the whole day is open. */
export function hoursOf(cadence: Cadence): readonly { readonly from: string; readonly until: string }[] {
  if (cadence.every === 'shift') return cadence.shifts;
  if (!('from' in cadence) || (cadence.from === '00:00' && cadence.until === '24:00')) return [];
  return [{ from: cadence.from, until: cadence.until }];
}
