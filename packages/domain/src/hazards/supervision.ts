import { addDays, refuse } from '../kernel/index.ts';
import { type Hazard, isOpen } from './hazard.ts';
import type { HazardRefusal } from './refusals.ts';
import type { Who } from './steps.ts';

/** Who listed it: 集团, 县（区）, 市, 省. */
export const supervisionLevels = ['group', 'county', 'city', 'province'] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

export const supervisionStages = ['listed', 'delistingAsked', 'delisted'] as const;
export type SupervisionStage = (typeof supervisionStages)[number];

/** 挂牌督办. `progressDueOn` is the day by which the next progress is owed, null once delisted. */
export type Supervision = {
  readonly stage: SupervisionStage;
  readonly level: SupervisionLevel;
  readonly issuer: string;
  readonly mainPersonId: string;
  readonly requirements: string;
  readonly listedById: string;
  readonly listedOn: string;
  readonly dueOn: string;
  readonly everyDays: number;
  readonly lastProgressOn: string | null;
  readonly progressDueOn: string | null;
  readonly delistingAskedById: string | null;
  readonly delistingAskedOn: string | null;
  readonly delistedById: string | null;
  readonly delistedOn: string | null;
};

/** Days from one progress report to the next. */
export const progressEveryDays = 7;

const steps = {
  /** 进展 */
  report: { from: ['listed', 'delistingAsked'], to: 'same' },
  /** 申请摘牌 */
  askDelisting: { from: ['listed'], to: 'delistingAsked' },
  refuseDelisting: { from: ['delistingAsked'], to: 'listed' },
  /** 摘牌 */
  delist: { from: ['delistingAsked'], to: 'delisted' },
} as const satisfies Record<string, { from: readonly SupervisionStage[]; to: SupervisionStage | 'same' }>;

export type SupervisionStep = keyof typeof steps;
export const supervisionSteps = Object.keys(steps) as readonly SupervisionStep[];

export type Listing = Who &
  Pick<Supervision, 'level' | 'issuer' | 'mainPersonId' | 'requirements' | 'dueOn'> & { readonly everyDays?: number };

/** Lists an open hazard. `running` is a supervision of it at the same level that has not been delisted. */
export function objectionToListing(
  { hazard, running }: { hazard: Pick<Hazard, 'stage'>; running: Supervision | null },
  { on, dueOn }: { readonly on: string; readonly dueOn?: string },
): HazardRefusal | null {
  if (!isOpen(hazard)) return 'hazards.wrong_stage';
  if (running !== null && running.stage !== 'delisted') return 'hazards.supervision_exists';
  return dueOn !== undefined && dueOn < on ? 'hazards.supervision_past' : null;
}

export function listForSupervision(
  listed: { hazard: Pick<Hazard, 'stage'>; running: Supervision | null },
  { by, on, everyDays = progressEveryDays, ...terms }: Listing,
): Supervision {
  const objected = objectionToListing(listed, { on, dueOn: terms.dueOn });
  if (objected !== null) refuse('conflict', objected, { stage: listed.hazard.stage });
  return {
    ...terms,
    stage: 'listed',
    listedById: by,
    listedOn: on,
    everyDays,
    lastProgressOn: null,
    progressDueOn: addDays(on, everyDays),
    delistingAskedById: null,
    delistingAskedOn: null,
    delistedById: null,
    delistedOn: null,
  };
}

/** Delisting is asked for and granted only when the hazard is closed; whoever asked does not grant. */
export function objectionToSupervision(
  { supervision, hazard }: { supervision: Supervision; hazard: Pick<Hazard, 'stage'> },
  step: SupervisionStep,
  { by }: Who,
): HazardRefusal | null {
  const from: readonly SupervisionStage[] = steps[step].from;
  if (!from.includes(supervision.stage)) return 'hazards.wrong_supervision_stage';
  const ends = step === 'askDelisting' || step === 'delist';
  if (ends && isOpen(hazard)) return 'hazards.not_closed';
  const decides = step === 'delist' || step === 'refuseDelisting';
  return decides && by === supervision.delistingAskedById ? 'hazards.own_request' : null;
}

/** Refuses by `conflict` with the code of `objectionToSupervision`. */
export function advanceSupervision(
  { supervision, hazard }: { supervision: Supervision; hazard: Pick<Hazard, 'stage'> },
  step: SupervisionStep,
  { by, on }: Who,
): Supervision {
  const objected = objectionToSupervision({ supervision, hazard }, step, { by, on });
  if (objected !== null) refuse('conflict', objected, { stage: supervision.stage, step });
  const written = {
    report: { lastProgressOn: on, progressDueOn: addDays(on, supervision.everyDays) },
    askDelisting: { delistingAskedById: by, delistingAskedOn: on },
    refuseDelisting: { delistingAskedById: null, delistingAskedOn: null },
    delist: { delistedById: by, delistedOn: on, progressDueOn: null },
  } as const satisfies Record<SupervisionStep, Partial<Supervision>>;
  const { to } = steps[step];
  return { ...supervision, stage: to === 'same' ? supervision.stage : to, ...written[step] };
}
