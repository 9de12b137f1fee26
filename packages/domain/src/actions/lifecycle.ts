import { refuse } from '../kernel/index.ts';
import type { Action } from './action.ts';
import type { ActionRefusal } from './refusals.ts';
import { type ActionStep, type ActionStepFacts, actionStepTable, type Known, type Who } from './steps.ts';

/** Why `by` may not take `step` now, or null when it may. The web asks this to explain a greyed button. */
export function objectionToAction(action: Action, step: ActionStep, known: Known): ActionRefusal | null {
  const from: readonly string[] = actionStepTable[step].from;
  if (!from.includes(action.state)) return 'actions.wrong_state';
  return objections[step](action, known);
}

/** The action after `step`. Refuses by `conflict` with the code of `objectionToAction`. */
export function advanceAction<Step extends ActionStep>(action: Action, step: Step, facts: Who & ActionStepFacts[Step]): Action {
  const reason = objectionToAction(action, step, facts);
  if (reason !== null) refuse('conflict', reason, { state: action.state, step });
  const { to } = actionStepTable[step];
  return { ...action, state: to === 'same' ? action.state : to, ...consequences[step](action, facts) };
}

type Objection = (action: Action, known: Known) => ActionRefusal | null;

const objections = {
  submit: ({ ownerId, kind }, { by, photos }) => {
    if (by !== ownerId) return 'actions.not_owner';
    return needsPhoto(kind) && photos?.declared === 0 ? 'actions.photo_missing' : null;
  },
  sendBack: (action, known) => objectionToVerifier(action, known) ?? objectionToBlank(known.reason),
  verify: (action, known) => objectionToVerifier(action, known) ?? ((known.photos?.awaited ?? 0) > 0 ? 'actions.photos_awaited' : null),
  cancel: (action, { by, reason }) => (isOwn(action, by) ? 'actions.own_action' : objectionToBlank(reason)),
  reassign: (action, { ownerId, verifierId }) => {
    if (ownerId === undefined || verifierId === undefined) return null;
    if (ownerId === action.ownerId && verifierId === action.verifierId) return 'actions.nothing_changed';
    return verifierId !== null && [ownerId, ...action.doerIds].includes(verifierId) ? 'actions.self_verification' : null;
  },
  replaceVerifier: (action, { by, verifierId }) => {
    if (isOwn(action, by)) return 'actions.own_action';
    if (verifierId === undefined) return null;
    if (verifierId === action.verifierId) return 'actions.nothing_changed';
    return verifierId !== null && isOwn(action, verifierId) ? 'actions.self_verification' : null;
  },
  assessEffect: (action, { by }) => {
    if (action.effect !== null) return 'actions.effect_known';
    return isOwn(action, by) ? 'actions.self_verification' : null;
  },
} as const satisfies Record<ActionStep, Objection>;

/** What is built or worn can be photographed; of the rest a photo is welcome and not demanded. */
function needsPhoto(kind: Action['kind']): boolean {
  return kind === 'engineering' || kind === 'ppe';
}

function isOwn({ ownerId, doerIds }: Action, by: string): boolean {
  return by === ownerId || doerIds.includes(by);
}

function objectionToVerifier(action: Action, { by }: Who): ActionRefusal | null {
  if (isOwn(action, by)) return 'actions.self_verification';
  return action.verifierId !== null && action.verifierId !== by ? 'actions.not_verifier' : null;
}

function objectionToBlank(reason: string | undefined): ActionRefusal | null {
  return reason !== undefined && reason.trim() === '' ? 'actions.reason_missing' : null;
}

type Consequence<Step extends ActionStep> = (action: Action, facts: Who & ActionStepFacts[Step]) => Partial<Action>;

const consequences: { readonly [Step in ActionStep]: Consequence<Step> } = {
  submit: ({ doerIds }, { by, on }) => ({ submittedOn: on, doerIds: [...new Set([...doerIds, by])] }),
  sendBack: ({ returns }) => ({ returns: returns + 1 }),
  verify: (_action, { by, on }) => ({ verifiedById: by, doneOn: on }),
  cancel: (_action, { by, on }) => ({ cancelledById: by, cancelledOn: on }),
  reassign: (_action, { ownerId, verifierId }) => ({ ownerId, verifierId }),
  replaceVerifier: (_action, { verifierId }) => ({ verifierId }),
  assessEffect: (_action, { effect }) => ({ effect }),
};
