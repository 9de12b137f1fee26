/** assigned 已下达 → submitted 待验证 → done 已完成; returned 已退回 goes back to the doer, cancelled 已取消 owes nothing any more. */
export const actionStates = ['assigned', 'submitted', 'returned', 'done', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];

/** States in which something is still owed. */
export const openStates = ['assigned', 'returned', 'submitted'] as const satisfies readonly ActionState[];

/** Which context asks for it; `actions` are those that stand by themselves. */
export const actionOrigins = ['incidents', 'drills', 'meetings', 'inspections', 'actions'] as const;
export type ActionOrigin = (typeof actionOrigins)[number];

/** 工程技术、管理、培训教育、个体防护、应急处置: the kinds that measures against risks have too. */
export const actionKinds = ['engineering', 'management', 'training', 'ppe', 'emergency'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionEffects = ['effective', 'ineffective'] as const;
export type ActionEffect = (typeof actionEffects)[number];

/** What one action may owe, each by its own day. */
export const actionOwings = ['work', 'verification', 'effect'] as const;
export type ActionOwed = (typeof actionOwings)[number];

/** 整改措施, as far as its steps are decided by it. */
export type Action = {
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly ownerId: string;
  /** Whoever may verify it when null. */
  readonly verifierId: string | null;
  readonly dueOn: string;
  readonly extendedFromOn: string | null;
  readonly submittedOn: string | null;
  /** Everybody who ever submitted it: none of them verifies it. */
  readonly doerIds: readonly string[];
  readonly returns: number;
  readonly verifiedById: string | null;
  readonly doneOn: string | null;
  readonly cancelledById: string | null;
  readonly cancelledOn: string | null;
  readonly effectDueOn: string | null;
  readonly effect: ActionEffect | null;
};

/** Overdue is what has not been submitted by its deadline; what waits to be verified is in other hands. */
export function isOverdue({ state, dueOn }: Pick<Action, 'state' | 'dueOn'>, today: string): boolean {
  return (state === 'assigned' || state === 'returned') && dueOn < today;
}

/** Submitted by the deadline and finally verified: the rest of what is done came late. */
export function wasOnTime({ state, dueOn, submittedOn }: Pick<Action, 'state' | 'dueOn' | 'submittedOn'>): boolean {
  return state === 'done' && submittedOn !== null && submittedOn <= dueOn;
}
