import type { HazardStage } from '@changming/domain/hazards';

import { isProposed } from '../components/listing-reasons.tsx';
import type { HazardDetail } from '../queries.ts';
import { loopForms } from './loop-forms.tsx';
import { lostPhotoForms } from './lost-photo-forms.tsx';
import { majorForms } from './major-forms.tsx';
import { requestForms } from './request-forms.tsx';

/** Every act on a hazard, by the name under which the API gives its objection. */
export const actForms = { ...loopForms, ...lostPhotoForms, ...requestForms, ...majorForms };
export type HazardAct = keyof typeof actForms;
export const actNames = Object.keys(actForms) as readonly HazardAct[];

/** What is usually done next in each stage: always in sight, the last one the most wanted. */
const usual: Readonly<Record<HazardStage, readonly HazardAct[]>> = {
  reported: ['askVoid', 'fixOnTheSpot', 'register'],
  registered: ['askVoid', 'assign'],
  assigned: ['replan', 'askExtension', 'start'],
  rectifying: ['replan', 'askExtension', 'submit'],
  submitted: ['sendBack', 'accept'],
  closed: ['reopen'],
  void: [],
};

/** Acts that answer something which waits; in sight when they can be done. */
const answers: readonly HazardAct[] = [
  'giveUpBeforePhoto',
  'giveUpAfterPhoto',
  'proposeDenial',
  'confirmMajor',
  'countersignDenial',
  'withdrawExtension',
  'withdrawVoid',
  'decideExtension',
  'decideVoid',
  'tellAuthority',
  'draftTreatment',
  'approveTreatment',
  'evaluateTreatment',
  'reportProgress',
  'askDelisting',
  'decideDelisting',
  'assignInspector',
  'concludeLookBack',
];

export type Acts = {
  readonly inSight: readonly HazardAct[];
  /** All others: those that can be done, then those that lack something, then those of other stages. */
  readonly more: readonly HazardAct[];
};

/** Which acts stand as buttons and which wait behind 更多. */
export function actsOf({
  stage,
  objections,
  ...listing
}: Pick<HazardDetail, 'stage' | 'objections' | 'supervised' | 'reasonsToList'>): Acts {
  const objectionTo = (act: HazardAct) => objections[act] ?? null;
  const waiting = isProposed(listing) ? [...answers, 'list' as const] : answers;
  const inSight = [...new Set([...waiting.filter((act) => objectionTo(act) === null), ...usual[stage]])];
  const others = actNames.filter((act) => !inSight.includes(act));
  return { inSight, more: others.toSorted((one, other) => distance(objectionTo(one)) - distance(objectionTo(other))) };
}

function distance(objection: string | null): number {
  if (objection === null) return 0;
  return objection === 'hazards.wrong_stage' ? 2 : 1;
}
