import type { SessionState } from '@changming/domain/training';

import type { Tone } from '../../../ui/tokens.ts';

export const stateTones: Readonly<Record<SessionState, Tone>> = { planned: 'waiting', closed: 'done', cancelled: 'neutral' };
