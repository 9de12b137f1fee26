import type { ImportKind } from '@changming/database';
import {
  type Answers,
  type AttendanceDraft,
  type FireDraft,
  type FirePlan,
  type HazardDraft,
  type HazardsPlan,
  type PersonDraft,
  type PointDraft,
  type PointsPlan,
  type RiskDraft,
  type RisksPlan,
  planWorkforce,
  type Sheet,
  type SpecialDraft,
  type SpecialPlan,
  type TrainingPlan,
  type UnitDraft,
  type UnitsPlan,
  type WorkforcePlan,
} from '@changming/domain/imports';

import type { Reading } from '../context.ts';
import { knownCertificateItems } from '../workforce/index.ts';
import { knownPersons, knownUnits } from './known.ts';
import { planOfFire, planOfSpecial } from './plan-equipment.ts';
import { judgedLedger } from './plan-ledger.ts';
import { planOfPoints } from './plan-points.ts';
import { planOfRisks } from './plan-risks.ts';
import { planOfTraining } from './plan-training.ts';
import { planOfUnits } from './plan-units.ts';

export type Asked = {
  readonly kind: ImportKind;
  readonly sheets: readonly Sheet[];
  readonly answers: Answers;
  readonly underId: string;
  readonly fileName: string;
  readonly fileHash: string;
  /** From which day the file tells, and whether it is 期初. */
  readonly effectiveOn: string;
  readonly opening: boolean;
};
export type Plan = UnitsPlan | WorkforcePlan | PointsPlan | HazardsPlan | SpecialPlan | FirePlan | RisksPlan | TrainingPlan;
export type Draft = UnitDraft | PersonDraft | PointDraft | HazardDraft | SpecialDraft | FireDraft | RiskDraft | AttendanceDraft;

/** Judges every row of a file against what the product knows today. Nothing is written. */
export async function planOf(reading: Reading, { kind, ...asked }: Asked): Promise<Plan> {
  return plans[kind](reading, asked);
}

export type Of = Omit<Asked, 'kind'>;

const plans: Readonly<Record<ImportKind, (reading: Reading, asked: Of) => Promise<Plan>>> = {
  units: (reading, asked) => planOfUnits(reading, asked),
  workforce: planOfPersons,
  points: planOfPoints,
  hazards: async (reading, asked) => (await judgedLedger(reading, asked)).plan,
  specialEquipment: planOfSpecial,
  fireEquipment: planOfFire,
  risks: planOfRisks,
  training: planOfTraining,
};

export async function planOfPersons(reading: Reading, { sheets, answers, underId }: Of): Promise<WorkforcePlan> {
  const { secrets, today } = reading;
  return planWorkforce(sheets, await knownUnits(reading), {
    today,
    existing: await knownPersons(reading),
    answers,
    underId,
    certificateItems: await knownCertificateItems(reading.tx, reading.today),
    identityKeyOf: (identityNumber) => secrets.index('identity', identityNumber).toString('hex'),
  });
}

const shortTitle = 60;

/** What a ready row is called in the list: never a number of a person. */
export function titleOf(draft: Draft): string {
  if ('text' in draft) return draft.text.length > shortTitle ? `${draft.text.slice(0, shortTitle)}…` : draft.text;
  if ('riskPoint' in draft) return `${draft.riskPoint}：${draft.harm}`.slice(0, shortTitle);
  if ('session' in draft) return `${draft.name} ${draft.session.title}`.slice(0, shortTitle);
  return [draft.name, numberOf(draft)].filter((each) => each !== null).join(' ');
}

function numberOf(draft: Exclude<Draft, HazardDraft | RiskDraft | AttendanceDraft>): string | null {
  if ('staffNo' in draft) return draft.staffNo;
  if ('ownNo' in draft) return draft.ownNo;
  return 'no' in draft ? draft.no : null;
}
