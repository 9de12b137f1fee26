import type { SeatState, ViolationStanding } from '@changming/domain/training';

import type { Tone } from '../../../ui/tokens.ts';

export const standingTones: Readonly<Record<ViolationStanding, Tone>> = {
  unhandled: 'waiting',
  handled: 'waiting',
  overdue: 'alert',
  closed: 'done',
  voided: 'neutral',
};

export const seatTones: Readonly<Record<SeatState, Tone>> = {
  open: 'waiting',
  passed: 'done',
  failed: 'alert',
  missed: 'alert',
  excused: 'neutral',
};

/** 易、中、难. */
export function difficultyWord(difficulty: number): 'easy' | 'medium' | 'hard' {
  if (difficulty <= 1) return 'easy';
  return difficulty === 2 ? 'medium' : 'hard';
}
