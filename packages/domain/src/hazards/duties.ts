import type { Hazard, HazardStage } from './hazard.ts';
import type { HazardRefusal } from './refusals.ts';

/** What a hazard waits for, so that it is said of whoever owes it. */
export const hazardDuties = [
  'triage',
  'confirmation',
  'plan',
  'authorityReport',
  'treatmentDraft',
  'treatmentApproval',
  'rectification',
  'photos',
  'evaluation',
  'voiding',
  'acceptance',
] as const;
export type HazardDuty = (typeof hazardDuties)[number];

const usual: Readonly<Partial<Record<HazardStage, HazardDuty>>> = {
  reported: 'triage',
  registered: 'triage',
  assigned: 'rectification',
  rectifying: 'rectification',
};

const owed: Readonly<Partial<Record<HazardRefusal, HazardDuty>>> = {
  'hazards.major_undecided': 'confirmation',
  'hazards.plan_incomplete': 'plan',
  'hazards.authority_not_told': 'authorityReport',
  'hazards.not_evaluated': 'evaluation',
  'hazards.photos_awaited': 'photos',
  'hazards.before_photo_missing': 'photos',
  'hazards.after_photo_missing': 'photos',
  'hazards.void_undecided': 'voiding',
};

/** What must be done first, by the code with which the next step is refused; the step itself when nothing stands in its way. */
export function owedBefore({ stage, treatment }: Pick<Hazard, 'stage' | 'treatment'>, refused: HazardRefusal | null): HazardDuty {
  if (refused === 'hazards.treatment_not_approved') return treatment?.stage === 'drafted' ? 'treatmentApproval' : 'treatmentDraft';
  return (refused === null ? undefined : owed[refused]) ?? usual[stage] ?? 'acceptance';
}
