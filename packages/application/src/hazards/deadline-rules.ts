import type { Tx } from '@changming/database';
import { type DeadlineRules, defaultDeadlines } from '@changming/domain/hazards';

import { type RulesInForce, rulesFor } from '../standards/index.ts';

/** The deadlines as they bind this unit on this day; where no rule speaks, the product's own. */
export async function deadlineRules(tx: Tx, { unitId, on }: { unitId: string; on: string }): Promise<DeadlineRules> {
  return deadlinesIn(await rulesFor(tx, { unitId, on }));
}

export function deadlinesIn({ number }: RulesInForce): DeadlineRules {
  const { team, workshop, unit, major } = defaultDeadlines;
  const teamDays = number('hazards.teamDays') ?? team.proposedDays;
  const workshopDays = number('hazards.workshopDays') ?? workshop.proposedDays;
  const latest = number('hazards.unitLatestDays') ?? unit.latestDays;
  return {
    team: { ...team, proposedDays: teamDays, latestDays: teamDays },
    workshop: { ...workshop, proposedDays: workshopDays, latestDays: workshopDays },
    unit: { proposedDays: number('hazards.unitDays') ?? unit.proposedDays, latestDays: latest, extendedDays: latest },
    major,
  };
}
