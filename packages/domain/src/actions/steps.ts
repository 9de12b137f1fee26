import type { ActionEffect, ActionState } from './action.ts';

/** No step but `verify` leads to `done`, so nothing is done on paper only. */
export const actionStepTable = {
  /** 提交完成情况 */
  submit: { from: ['assigned', 'returned'], to: 'submitted' },
  /** 退回 */
  sendBack: { from: ['submitted'], to: 'returned' },
  /** 验证 */
  verify: { from: ['submitted'], to: 'done' },
  /** 取消 */
  cancel: { from: ['assigned', 'returned', 'submitted'], to: 'cancelled' },
  /** 移交: another doer, another verifier. */
  reassign: { from: ['assigned', 'returned'], to: 'same' },
  /** 改派验证人: whoever was to verify what is handed in is away or has left. */
  replaceVerifier: { from: ['submitted'], to: 'same' },
  /** 效果评估 */
  assessEffect: { from: ['done'], to: 'same' },
} as const satisfies Record<string, { readonly from: readonly ActionState[]; readonly to: ActionState | 'same' }>;

export type ActionStep = keyof typeof actionStepTable;
export const actionSteps = Object.keys(actionStepTable) as readonly ActionStep[];

/** Who takes a step, and on which business day. */
export type Who = { readonly by: string; readonly on: string };

/** Photos declared with this submission, and of all those declared the ones that have not arrived. */
export type ActionPhotoCounts = { readonly declared: number; readonly awaited: number };

/** What each step must know beside the action and who takes it. */
export type ActionStepFacts = {
  readonly submit: { readonly photos: ActionPhotoCounts };
  readonly sendBack: { readonly reason: string };
  readonly verify: { readonly photos: ActionPhotoCounts };
  readonly cancel: { readonly reason: string };
  readonly reassign: { readonly ownerId: string; readonly verifierId: string | null };
  readonly replaceVerifier: { readonly verifierId: string | null };
  readonly assessEffect: { readonly effect: ActionEffect };
};

/** Facts as far as they are known: a page that greys a button does not know yet what will be typed. */
export type Known = Who & {
  readonly photos?: ActionPhotoCounts;
  readonly reason?: string;
  readonly ownerId?: string;
  readonly verifierId?: string | null;
  readonly effect?: ActionEffect;
};
