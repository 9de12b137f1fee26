import type { LetterState, OccurrenceState } from '@changming/domain/responsibilities';

import type { Tone } from '../../ui/tokens.ts';

export const letterTones: Readonly<Record<LetterState, Tone>> = {
  draft: 'neutral',
  issued: 'waiting',
  signed: 'done',
  assessed: 'done',
  superseded: 'neutral',
  expired: 'neutral',
};

export const occurrenceTones: Readonly<Record<OccurrenceState, Tone>> = {
  open: 'waiting',
  overdue: 'alert',
  done: 'done',
  late: 'waiting',
  missed: 'alert',
  waived: 'neutral',
};
