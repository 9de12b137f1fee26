import { refuse } from '../kernel/index.ts';
import type { RequestStage } from './extension.ts';
import { type Hazard, isOpen, type VoidKind } from './hazard.ts';
import { advance, objection } from './lifecycle.ts';
import type { HazardRefusal } from './refusals.ts';
import type { Who } from './steps.ts';

/** 误报、重复的申请: whoever finds it so asks; one level up decides. The finder learns of it either way. */
export type Voiding = {
  readonly stage: RequestStage;
  readonly kind: VoidKind;
  readonly reason: string;
  readonly duplicateOfId: string | null;
  readonly askedById: string;
  readonly askedOn: string;
  /** Who decided, or took it back. */
  readonly decidedById: string | null;
  readonly decidedOn: string | null;
};

/** Why nobody may ask now to void the hazard, or null. A duplicate names another hazard. */
export function objectionToAskingVoid(
  { hazard, last }: { hazard: Hazard; last: Voiding | null },
  { reason }: { readonly reason?: string } = {},
): HazardRefusal | null {
  if (!isOpen(hazard)) return 'hazards.wrong_stage';
  if (last?.stage === 'asked') return 'hazards.request_pending';
  return reason !== undefined && reason.trim() === '' ? 'hazards.reason_missing' : null;
}

/** Refuses by `conflict` with the code of `objectionToAskingVoid`; a duplicate must name another hazard. */
export function askVoid(
  { hazard, last }: { hazard: Hazard; last: Voiding | null },
  { by, on, kind, reason, duplicateOfId }: Who & Pick<Voiding, 'kind' | 'reason' | 'duplicateOfId'>,
): Voiding {
  const objected = objectionToAskingVoid({ hazard, last }, { reason });
  if (objected !== null) refuse('conflict', objected, { stage: hazard.stage });
  const namesOther = duplicateOfId !== null && duplicateOfId !== hazard.id;
  if (kind === 'duplicate' && !namesOther) refuse('invalid', 'hazards.duplicate_of_missing');
  return { stage: 'asked', kind, reason, duplicateOfId, askedById: by, askedOn: on, decidedById: null, decidedOn: null };
}

/** Reopened, a hazard begins anew: a request that an earlier round left open ends with that round. */
export function endedByReopening(last: Voiding, { by, on }: Who): Voiding | null {
  return last.stage === 'asked' ? { ...last, stage: 'denied', decidedById: by, decidedOn: on } : null;
}

/** `oneLevelUp` and `byGroup` as in the step `void`. */
export type VoidDecision = Who & { readonly oneLevelUp?: boolean; readonly byGroup?: boolean };

export function objectionToDecidingVoid(
  { hazard, voiding }: { hazard: Hazard; voiding: Voiding },
  decision: VoidDecision,
): HazardRefusal | null {
  if (voiding.stage !== 'asked') return 'hazards.request_decided';
  return objection(hazard, 'void', { ...decision, askedById: voiding.askedById });
}

/** Granted, the hazard is void; denied, it stays where it is. Refuses by `conflict`. */
export function decideVoid(
  { hazard, voiding }: { hazard: Hazard; voiding: Voiding },
  { granted, ...decision }: Required<VoidDecision> & { readonly granted: boolean },
): { hazard: Hazard; voiding: Voiding } {
  const objected = objectionToDecidingVoid({ hazard, voiding }, decision);
  if (objected !== null) refuse('conflict', objected, { stage: hazard.stage });
  const decided: Voiding = { ...voiding, stage: granted ? 'granted' : 'denied', decidedById: decision.by, decidedOn: decision.on };
  if (!granted) return { hazard, voiding: decided };
  const { kind, reason, askedById } = voiding;
  return { hazard: advance(hazard, 'void', { ...decision, kind, reason, askedById }), voiding: decided };
}

/** Why `by` cannot take the request back now, or null: only who asked takes it back, and only while nobody has decided. */
export function objectionToWithdrawingVoid(
  { hazard, voiding }: { hazard: Hazard; voiding: Voiding },
  { by }: Pick<Who, 'by'>,
): HazardRefusal | null {
  if (voiding.stage !== 'asked') return 'hazards.request_decided';
  if (!isOpen(hazard)) return 'hazards.wrong_stage';
  return by === voiding.askedById ? null : 'hazards.not_own_request';
}

/** 撤回: the hazard goes on as if nobody had asked. Refuses by `conflict`. */
export function withdrawVoid({ hazard, voiding }: { hazard: Hazard; voiding: Voiding }, { by, on }: Who): Voiding {
  const objected = objectionToWithdrawingVoid({ hazard, voiding }, { by });
  if (objected !== null) refuse('conflict', objected, { stage: voiding.stage });
  return { ...voiding, stage: 'withdrawn', decidedById: by, decidedOn: on };
}
