import type { HazardLevel, HazardStage } from '@changming/domain/hazards';

import type { RiskColour, Tone } from '../../ui/tokens.ts';

/** How far a hazard has come. */
export const stageTones = {
  reported: 'waiting',
  registered: 'waiting',
  assigned: 'moving',
  rectifying: 'moving',
  submitted: 'waiting',
  closed: 'done',
  void: 'neutral',
} as const satisfies Record<HazardStage, Tone>;

/** 重大 is red; the three levels of 一般隐患 are the colours below it. */
export const levelColours = { major: 'red', unit: 'orange', workshop: 'yellow', team: 'blue' } as const satisfies Record<
  HazardLevel,
  RiskColour
>;
