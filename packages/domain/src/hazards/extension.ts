import { refuse } from '../kernel/index.ts';
import { type Hazard, type HazardStage, isOpen, rectified } from './hazard.ts';
import type { HazardRefusal } from './refusals.ts';
import type { Who } from './steps.ts';

export const requestStages = ['asked', 'granted', 'denied', 'withdrawn'] as const;
export type RequestStage = (typeof requestStages)[number];

/** 待我审批: what is asked of somebody other than whoever asked, 延期, 作废, 治理方案 and 摘牌. */
export const requestKinds = ['extension', 'voiding', 'treatment', 'delisting'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** 延期申请: asked before the deadline, decided one level up; the deadline of a round moves at most once. */
export type Extension = {
  readonly stage: RequestStage;
  readonly askedById: string;
  readonly askedOn: string;
  readonly reason: string;
  /** The deadline it asks to move, and where to. */
  readonly fromOn: string;
  readonly toOn: string;
  /** Who decided, or took it back. */
  readonly decidedById: string | null;
  readonly decidedOn: string | null;
};

export type ExtensionAsk = Who & { readonly toOn?: string; readonly reason?: string; readonly latestDueOn?: string | null };

/** Why no extension may be asked for now, or null. `last` is the latest request of this hazard, if any. */
export function objectionToAskingExtension(
  { hazard, last }: { hazard: Hazard; last: Extension | null },
  { on, toOn, reason, latestDueOn }: ExtensionAsk,
): HazardRefusal | null {
  const { dueOn } = hazard.plan;
  if (!isUnderWay(hazard.stage) || dueOn === null) return 'hazards.wrong_stage';
  if (hazard.extendedFromOn !== null) return 'hazards.extension_used';
  if (last?.stage === 'asked' && last.fromOn === dueOn) return 'hazards.request_pending';
  if (on > dueOn) return 'hazards.extension_too_late';
  return objectionToAsked({ dueOn, toOn, reason, latestDueOn });
}

type Asked = { dueOn: string; toOn: string | undefined; reason: string | undefined; latestDueOn: string | null | undefined };

function objectionToAsked({ dueOn, toOn, reason, latestDueOn }: Asked): HazardRefusal | null {
  if (reason !== undefined && reason.trim() === '') return 'hazards.reason_missing';
  if (toOn === undefined) return null;
  if (toOn <= dueOn) return 'hazards.extension_not_later';
  return typeof latestDueOn === 'string' && toOn > latestDueOn ? 'hazards.deadline_too_late' : null;
}

/** Refuses by `conflict` with the code of `objectionToAskingExtension`. */
export function askExtension(
  { hazard, last }: { hazard: Hazard; last: Extension | null },
  { by, on, toOn, reason, latestDueOn }: Required<ExtensionAsk>,
): Extension {
  const objected = objectionToAskingExtension({ hazard, last }, { by, on, toOn, reason, latestDueOn });
  const fromOn = hazard.plan.dueOn;
  if (objected !== null || fromOn === null) refuse('conflict', objected ?? 'hazards.wrong_stage', { stage: hazard.stage });
  return { stage: 'asked', askedById: by, askedOn: on, reason, fromOn, toOn, decidedById: null, decidedOn: null };
}

export type Decision = Who & { readonly oneLevelUp?: boolean };

/** Why `by` may not decide this request, or null. A request asked in time may be decided after the deadline. */
export function objectionToDecidingExtension(
  { hazard, extension }: { hazard: Hazard; extension: Extension },
  { by, oneLevelUp }: Decision,
): HazardRefusal | null {
  if (extension.stage !== 'asked') return 'hazards.request_decided';
  if (!isUnderWay(hazard.stage) || hazard.plan.dueOn !== extension.fromOn) return 'hazards.wrong_stage';
  if (by === extension.askedById || rectified(hazard, by)) return 'hazards.own_request';
  return oneLevelUp === false ? 'hazards.needs_level_up' : null;
}

/** The request decided and the hazard with it: granted, its deadline moves; denied, it stays. Refuses by `conflict`. */
export function decideExtension(
  { hazard, extension }: { hazard: Hazard; extension: Extension },
  { by, on, oneLevelUp, granted }: Who & { readonly oneLevelUp: boolean; readonly granted: boolean },
): { hazard: Hazard; extension: Extension } {
  const objected = objectionToDecidingExtension({ hazard, extension }, { by, on, oneLevelUp });
  if (objected !== null) refuse('conflict', objected, { stage: extension.stage });
  const decided: Extension = { ...extension, stage: granted ? 'granted' : 'denied', decidedById: by, decidedOn: on };
  if (!granted) return { hazard, extension: decided };
  const moved = { ...hazard, plan: { ...hazard.plan, dueOn: extension.toOn }, extendedFromOn: extension.fromOn };
  return { hazard: moved, extension: decided };
}

/**
 * Why `by` cannot take the request back now, or null. Only who asked takes it back, and only while nobody has decided; one of an earlier
 * round is over with its deadline.
 */
export function objectionToWithdrawingExtension(
  { hazard, extension }: { hazard: Hazard; extension: Extension },
  { by }: Pick<Who, 'by'>,
): HazardRefusal | null {
  if (extension.stage !== 'asked') return 'hazards.request_decided';
  if (!isOpen(hazard) || hazard.plan.dueOn !== extension.fromOn) return 'hazards.wrong_stage';
  return by === extension.askedById ? null : 'hazards.not_own_request';
}

/** 撤回: the deadline stays, and another request may follow. Refuses by `conflict`. */
export function withdrawExtension({ hazard, extension }: { hazard: Hazard; extension: Extension }, { by, on }: Who): Extension {
  const objected = objectionToWithdrawingExtension({ hazard, extension }, { by });
  if (objected !== null) refuse('conflict', objected, { stage: extension.stage });
  return { ...extension, stage: 'withdrawn', decidedById: by, decidedOn: on };
}

function isUnderWay(stage: HazardStage): boolean {
  return stage === 'assigned' || stage === 'rectifying';
}
