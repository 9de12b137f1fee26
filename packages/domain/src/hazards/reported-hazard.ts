import type { Hazard } from './hazard.ts';
import { emptyPlan } from './plan.ts';

/** A hazard as it enters the loop: seen, and nothing more. */
export function reportedHazard(seen: Pick<Hazard, 'id' | 'unitId' | 'foundById'>): Hazard {
  return {
    ...seen,
    stage: 'reported',
    level: null,
    suggestion: 'none',
    plan: emptyPlan,
    extendedFromOn: null,
    onTheSpot: false,
    registeredById: null,
    registeredOn: null,
    assignedOn: null,
    startedOn: null,
    submittedById: null,
    submittedOn: null,
    rectifierIds: [],
    acceptanceDueOn: null,
    acceptedById: null,
    closedOn: null,
    voidedById: null,
    voidedOn: null,
    sendBacks: 0,
    reopenings: 0,
    treatment: null,
  };
}
