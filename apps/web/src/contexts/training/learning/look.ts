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
