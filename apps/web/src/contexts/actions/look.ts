import type { ActionState } from '@changming/domain/actions';

import type { Tone } from '../../ui/tokens.ts';

export const actionTones: Readonly<Record<ActionState, Tone>> = {
  assigned: 'moving',
  submitted: 'waiting',
  returned: 'alert',
  done: 'done',
  cancelled: 'neutral',
};
