import type { Day, IsWorkday } from '../kernel/index.ts';
import { acceptanceDueOn } from './deadlines.ts';
import { type Hazard, type HazardStage, isOpen } from './hazard.ts';
import type { HazardLevel } from './levels.ts';
import { openTreatment } from './major-treatment.ts';
import { emptyPlan } from './plan.ts';
import { reportedHazard } from './reported-hazard.ts';

/** What a ledger from before the go-live tells of one hazard. Persons by id, as far as they are known; null is silence. */
export type OpeningHazard = {
  readonly id: string;
  readonly unitId: string;
  /** Any stage, as the ledger says: no step is taken and none is asked for. */
  readonly stage: HazardStage;
  readonly level: HazardLevel;
  readonly foundById: string | null;
  readonly responsibleUnitId: string | null;
  readonly responsibleId: string | null;
  readonly rectifierIds: readonly string[];
  readonly acceptedById: string | null;
  readonly measures: string | null;
  /** 分 */
  readonly funds: number | null;
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
  readonly closedOn: Day | null;
};

/** Who brings the ledger in, and on which day: from then on acceptance of handed-in work is owed and a major hazard is treated as one. */
export type Opening = { readonly by: string | null; readonly on: Day; readonly isWorkday: IsWorkday };

/** 期初: the hazard as it enters the loop at the stage its ledger tells, with only what the ledger has. */
export function openingHazard(told: OpeningHazard, opening: Opening): Hazard {
  const { stage, level, responsibleUnitId, responsibleId, measures, funds, dueOn } = told;
  const entered = reportedHazard(told);
  return {
    ...entered,
    stage,
    level,
    plan: { ...emptyPlan, responsibleUnitId, responsibleId, measures, funds, dueOn },
    ...(isHandedIn(stage) && handedIn(told)),
    ...(stage === 'submitted' && { acceptanceDueOn: acceptanceDueOn(opening.on, opening.isWorkday) }),
    ...(stage === 'closed' && { acceptedById: told.acceptedById, closedOn: told.closedOn }),
    treatment: treatmentOf(told, opening),
  };
}

function isHandedIn(stage: HazardStage): boolean {
  return stage === 'submitted' || stage === 'closed';
}

function handedIn({ rectifierIds, doneOn }: OpeningHazard): Partial<Hazard> {
  return { submittedById: rectifierIds[0] ?? null, submittedOn: doneOn, rectifierIds };
}

/** An open major hazard needs its treatment to go on; nobody signs for it where the shell brings the ledger in. */
function treatmentOf(told: OpeningHazard, { by, on }: Opening): Hazard['treatment'] {
  return told.level === 'major' && isOpen(told) && by !== null ? openTreatment({ by, on }) : null;
}
