import { refuse } from '../kernel/index.ts';
import type { Action } from './action.ts';
import type { ActionRefusal } from './refusals.ts';
import type { Who } from './steps.ts';

/** 延期申请: once, asked by the doer before the deadline, decided one level up. `granted` is null while it waits. */
export type ActionExtension = {
  readonly fromOn: string;
  readonly toOn: string;
  readonly askedById: string | null;
  readonly granted: boolean | null;
};

function isWithDoer({ state }: Action): boolean {
  return state === 'assigned' || state === 'returned';
}

/** Why no more time may be asked for now, or null. `last` is the latest request, if any. */
export function objectionToMoreTime(
  { action, last }: { readonly action: Action; readonly last: ActionExtension | null },
  { by, on, toOn }: Who & { readonly toOn?: string },
): ActionRefusal | null {
  if (!isWithDoer(action)) return 'actions.wrong_state';
  if (by !== action.ownerId) return 'actions.not_owner';
  if (action.extendedFromOn !== null) return 'actions.extension_used';
  if (last?.granted === null) return 'actions.extension_pending';
  return objectionToDays(action.dueOn, on, toOn);
}

function objectionToDays(dueOn: string, on: string, toOn: string | undefined): ActionRefusal | null {
  if (on > dueOn) return 'actions.extension_too_late';
  return toOn !== undefined && toOn <= dueOn ? 'actions.extension_not_later' : null;
}

/** The request as it is asked. Refuses by `conflict` with the code of `objectionToMoreTime`. */
export function askMoreTime(
  held: { readonly action: Action; readonly last: ActionExtension | null },
  asked: Who & { readonly toOn: string },
): ActionExtension {
  const reason = objectionToMoreTime(held, asked);
  if (reason !== null) refuse('conflict', reason, { dueOn: held.action.dueOn });
  return { fromOn: held.action.dueOn, toOn: asked.toOn, askedById: asked.by, granted: null };
}

/** Why `by` may not decide the latest request, or null. What was asked in time may be granted after the deadline. */
export function objectionToDecidingTime(
  { action, last }: { readonly action: Action; readonly last: ActionExtension | null },
  { by, oneLevelUp }: { readonly by: string; readonly oneLevelUp: boolean },
): ActionRefusal | null {
  if (last === null || last.granted !== null) return 'actions.extension_not_found';
  if (!isWithDoer(action)) return 'actions.wrong_state';
  if (by === action.ownerId || by === last.askedById) return 'actions.own_action';
  return oneLevelUp ? null : 'actions.needs_level_up';
}

/** Granted, the deadline moves and remembers where it stood; denied, it stays. Refuses by `conflict`. */
export function decideMoreTime(
  held: { readonly action: Action; readonly last: ActionExtension | null },
  deciding: { readonly by: string; readonly oneLevelUp: boolean; readonly granted: boolean },
): Action {
  const reason = objectionToDecidingTime(held, deciding);
  if (reason !== null) refuse('conflict', reason, {});
  const { action, last } = held;
  return deciding.granted && last !== null ? { ...action, dueOn: last.toOn, extendedFromOn: action.dueOn } : action;
}
