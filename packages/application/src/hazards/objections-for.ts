import {
  type DeclaredPhoto,
  type Extension,
  type Hazard,
  type HazardStep,
  isUndecided,
  type LookBack,
  type MajorSuggestion,
  objection,
  objectionToAnswer,
  objectionToAskingExtension,
  objectionToAskingVoid,
  objectionToConcluding,
  objectionToDecidingExtension,
  objectionToDecidingVoid,
  objectionToGivingUpAny,
  objectionToListing,
  objectionToSuggesting,
  objectionToSupervision,
  objectionToTreatment,
  objectionToWithdrawingExtension,
  objectionToWithdrawingVoid,
  type PhotoCounts,
  type Supervision,
  type SuggestionStep,
  type SupervisionStep,
  type TreatmentStep,
  type Voiding,
} from '@changming/domain/hazards';

import type { Permission } from '../context.ts';

/** Everything that the desk or the phone may offer on a hazard, with the permission it takes. */
export const hazardActs = {
  register: 'hazards.triage',
  assign: 'hazards.triage',
  replan: 'hazards.plan',
  start: 'hazards.rectify',
  submit: 'hazards.rectify',
  fixOnTheSpot: 'hazards.rectify',
  giveUpBeforePhoto: 'hazards.triage',
  giveUpAfterPhoto: 'hazards.rectify',
  sendBack: 'hazards.accept',
  accept: 'hazards.accept',
  reopen: 'hazards.reopen',
  askExtension: 'hazards.rectify',
  withdrawExtension: 'hazards.rectify',
  decideExtension: 'hazards.decideExtension',
  askVoid: 'hazards.plan',
  withdrawVoid: 'hazards.plan',
  decideVoid: 'hazards.void',
  suggestMajor: 'hazards.plan',
  confirmMajor: 'hazards.confirmMajor',
  proposeDenial: 'hazards.confirmMajor',
  countersignDenial: 'hazards.confirmMajor',
  tellAuthority: 'hazards.treatMajor',
  draftTreatment: 'hazards.treatMajor',
  approveTreatment: 'hazards.approveTreatment',
  returnTreatment: 'hazards.approveTreatment',
  evaluateTreatment: 'hazards.treatMajor',
  list: 'hazards.supervise',
  reportProgress: 'hazards.treatMajor',
  askDelisting: 'hazards.treatMajor',
  decideDelisting: 'hazards.supervise',
  assignInspector: 'hazards.supervise',
  concludeLookBack: 'hazards.lookBack',
} as const satisfies Record<string, Permission>;
export type HazardAct = keyof typeof hazardActs;
export const hazardActNames = Object.keys(hazardActs) as readonly HazardAct[];

/** What is known of the hazard and of who asks. */
export type Asked = {
  readonly hazard: Hazard;
  readonly by: string;
  readonly on: string;
  readonly photos: PhotoCounts;
  readonly declared: readonly DeclaredPhoto[];
  readonly byGroup: boolean;
  /** Whether the asker decides one level up, by the permission it takes. */
  readonly levelUp: Readonly<Record<'extension' | 'void' | 'treatment', boolean>>;
  readonly extension: Extension | null;
  readonly voiding: Voiding | null;
  readonly suggestion: MajorSuggestion | null;
  readonly supervision: Supervision | null;
  readonly lookBack: LookBack | null;
  readonly sameUnit: boolean;
  readonly permits: (act: HazardAct) => boolean;
};

/** Why each act would be refused to the asker, by the same rules that refuse it; null where the button is alive. */
export function objectionsFor(asked: Asked): Record<HazardAct, string | null> {
  const why = (act: HazardAct) => (asked.permits(act) ? rules[act](asked) : 'access.not_permitted');
  return Object.fromEntries(hazardActNames.map((act) => [act, why(act)])) as Record<HazardAct, string | null>;
}

const wrongStage = 'hazards.wrong_stage';
type Rule = (asked: Asked) => string | null;

/** The lifecycle's own answer, before anything has been typed. Work is handed in with photos that the asker is yet to take. */
const step =
  (taken: HazardStep): Rule =>
  ({ hazard, by, on, photos, byGroup, voiding }) => {
    const known = { by, on, byGroup };
    return objection(hazard, taken, taken === 'accept' ? { ...known, photos, voidAsked: voiding?.stage === 'asked' } : known);
  };

const answer =
  (taken: SuggestionStep): Rule =>
  ({ hazard, suggestion, by, on }) =>
    suggestion === null ? 'hazards.suggestion_not_found' : objectionToAnswer({ hazard, suggestion }, taken, { by, on });

const treat =
  (taken: TreatmentStep): Rule =>
  ({ hazard, by, on, levelUp }) =>
    hazard.treatment === null
      ? 'hazards.treatment_not_found'
      : objectionToTreatment(hazard, taken, { by, on, oneLevelUp: levelUp.treatment });

const supervise =
  (taken: SupervisionStep): Rule =>
  ({ hazard, supervision, by, on }) =>
    supervision === null ? 'hazards.supervision_not_found' : objectionToSupervision({ supervision, hazard }, taken, { by, on });

const giveUp =
  (kind: 'before' | 'after'): Rule =>
  ({ hazard, declared, by, permits }) =>
    objectionToGivingUpAny({ hazard, photos: declared, kind }, { by, officer: permits('accept') });

const rules: { readonly [Act in HazardAct]: Rule } = {
  register: (asked) => step('register')(asked) ?? (isUndecided(asked.hazard) ? 'hazards.major_undecided' : null),
  assign: step('assign'),
  replan: step('replan'),
  start: step('start'),
  submit: step('submit'),
  fixOnTheSpot: step('fixOnTheSpot'),
  giveUpBeforePhoto: giveUp('before'),
  giveUpAfterPhoto: giveUp('after'),
  sendBack: step('sendBack'),
  accept: step('accept'),
  reopen: step('reopen'),
  askExtension: ({ hazard, extension: last, by, on }) => objectionToAskingExtension({ hazard, last }, { by, on }),
  withdrawExtension: ({ hazard, extension, by }) =>
    extension === null ? 'hazards.request_not_found' : objectionToWithdrawingExtension({ hazard, extension }, { by }),
  decideExtension: ({ hazard, extension, by, on, levelUp }) =>
    extension === null
      ? 'hazards.request_not_found'
      : objectionToDecidingExtension({ hazard, extension }, { by, on, oneLevelUp: levelUp.extension }),
  askVoid: ({ hazard, voiding: last }) => objectionToAskingVoid({ hazard, last }),
  withdrawVoid: ({ hazard, voiding, by }) =>
    voiding === null ? 'hazards.request_not_found' : objectionToWithdrawingVoid({ hazard, voiding }, { by }),
  decideVoid: ({ hazard, voiding, by, on, levelUp, byGroup }) =>
    voiding === null
      ? 'hazards.request_not_found'
      : objectionToDecidingVoid({ hazard, voiding }, { by, on, oneLevelUp: levelUp.void, byGroup }),
  suggestMajor: ({ hazard }) => objectionToSuggesting(hazard),
  confirmMajor: answer('confirm'),
  proposeDenial: answer('proposeDenial'),
  countersignDenial: answer('countersign'),
  tellAuthority: treat('tellAuthority'),
  draftTreatment: treat('draft'),
  approveTreatment: treat('approve'),
  returnTreatment: treat('returnDraft'),
  evaluateTreatment: treat('evaluate'),
  list: ({ hazard, supervision, on }) => objectionToListing({ hazard, running: supervision }, { on }),
  reportProgress: supervise('report'),
  askDelisting: supervise('askDelisting'),
  decideDelisting: supervise('delist'),
  assignInspector: ({ hazard, lookBack }) => objectionToNaming(hazard, lookBack),
  concludeLookBack: ({ hazard, lookBack, by, on, sameUnit }) =>
    lookBack === null ? 'hazards.look_back_not_found' : objectionToConcluding({ hazard, lookBack }, { by, on, sameUnit }),
};

function objectionToNaming({ stage }: Hazard, lookBack: LookBack | null): string | null {
  if (lookBack === null) return 'hazards.look_back_not_found';
  if (lookBack.result !== null) return 'hazards.looked_back_already';
  return stage === 'closed' ? null : wrongStage;
}
