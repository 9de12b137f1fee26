import type { FireStanding, SpecialStanding } from '@changming/domain/equipment';

import type { Tone } from '../../ui/tokens.ts';

/** Rouge is for what may not be used and is; everything else stays calm. */
export const specialTones: Readonly<Record<SpecialStanding, Tone>> = {
  inDate: 'done',
  dueSoon: 'waiting',
  overdue: 'alert',
  failed: 'alert',
  undated: 'alert',
  outOfUse: 'neutral',
  scrapped: 'neutral',
};

export const fireTones: Readonly<Record<FireStanding, Tone>> = {
  inDate: 'done',
  dueSoon: 'waiting',
  serviceOverdue: 'alert',
  expired: 'alert',
  defect: 'alert',
  scrapped: 'neutral',
};
