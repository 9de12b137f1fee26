import type { CaseState, ClockStanding } from '@changming/domain/incidents';

import type { Tone } from '../../ui/tokens.ts';

export const stateTones: Readonly<Record<CaseState, Tone>> = {
  reported: 'alert',
  confirmed: 'moving',
  reportedExternally: 'moving',
  investigating: 'moving',
  reportSubmitted: 'waiting',
  approved: 'moving',
  rectifying: 'moving',
  fourGates: 'waiting',
  closed: 'done',
  reopened: 'alert',
  cancelledDuplicate: 'neutral',
  reclassifiedNonProduction: 'neutral',
};

export const clockTones: Readonly<Record<ClockStanding, Tone>> = {
  open: 'waiting',
  met: 'done',
  late: 'alert',
  missed: 'alert',
  dropped: 'neutral',
};

/** Money comes in 分 and is read in 万元. */
export function tenThousands(fen: number): string {
  return (fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 4 });
}
