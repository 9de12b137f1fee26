import { refuse } from '../kernel/index.ts';
import { type Hazard, rectified } from './hazard.ts';
import type { HazardRefusal } from './refusals.ts';
import type { Who } from './steps.ts';

export const lookBackResults = ['held', 'relapsed'] as const;
export type LookBackResult = (typeof lookBackResults)[number];

/** Why it is looked back on: every major, every hazard of an authority, or drawn by the month's seed. */
export const lookBackReasons = ['major', 'authority', 'drawn'] as const;
export type LookBackReason = (typeof lookBackReasons)[number];

/** 回头看 is a record beside the stage: a closed hazard stays closed, and one that came back is a relapse. */
export type LookBack = {
  readonly hazardId: string;
  /** The round that was closed; a later closing is another closing. */
  readonly round: number;
  readonly reason: LookBackReason;
  readonly fromOn: string;
  readonly toOn: string;
  readonly inspectorId: string | null;
  readonly result: LookBackResult | null;
  readonly lookedOn: string | null;
};

export type InspectorFacts = {
  readonly inspectorId: string;
  /** The inspector belongs to the unit that had the hazard, or to its branch; headquarters is another unit. */
  readonly sameUnit?: boolean;
};

/** Why this person may not look back on the hazard, or null: another unit, neither rectifier nor acceptor. */
export function objectionToInspector(hazard: Hazard, { inspectorId, sameUnit }: InspectorFacts): HazardRefusal | null {
  if (hazard.stage !== 'closed') return 'hazards.wrong_stage';
  if (rectified(hazard, inspectorId) || hazard.acceptedById === inspectorId) return 'hazards.own_look_back';
  return sameUnit === true ? 'hazards.look_back_same_unit' : null;
}

export type Finding = Who & { readonly result?: LookBackResult; readonly photos?: number; readonly sameUnit?: boolean };

/** Why `by` may not conclude this look-back now, or null. */
export function objectionToConcluding(
  { hazard, lookBack }: { hazard: Hazard; lookBack: LookBack },
  { by, result, photos, sameUnit }: Finding,
): HazardRefusal | null {
  if (lookBack.result !== null) return 'hazards.looked_back_already';
  if (lookBack.round !== hazard.reopenings) return 'hazards.wrong_stage';
  const facts = { inspectorId: by, ...(sameUnit !== undefined && { sameUnit }) };
  const objected = objectionToInspector(hazard, facts);
  if (objected !== null) return objected;
  return result !== undefined && photos === 0 ? 'hazards.look_back_photo_missing' : null;
}

/** The look-back with its result. Whoever calls this reopens the hazard of a relapse in the same transaction. */
export function conclude(
  looked: { hazard: Hazard; lookBack: LookBack },
  { by, on, result, photos, sameUnit }: Required<Finding>,
): LookBack {
  const objected = objectionToConcluding(looked, { by, on, result, photos, sameUnit });
  if (objected !== null) refuse('conflict', objected, { stage: looked.hazard.stage });
  return { ...looked.lookBack, inspectorId: by, result, lookedOn: on };
}
