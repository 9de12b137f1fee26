import type { WatchStanding } from '@changming/domain/workforce';

import type { Tone } from '../../../ui/tokens.ts';

export const standingTones: Readonly<Record<WatchStanding, Tone>> = {
  uncovered: 'alert',
  ahead: 'neutral',
  awaited: 'waiting',
  late: 'alert',
  checkedIn: 'done',
  stood: 'done',
  missed: 'alert',
};
