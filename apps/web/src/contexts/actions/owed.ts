import type { ActionState } from '@changming/domain/actions';

type Own = { readonly mine: boolean; readonly state: ActionState };

/** Of what is one's own only what waits for oneself: to do, not yet submitted; or to verify. */
export function owedActions<Action extends Own>(items: readonly Action[]): readonly Action[] {
  return items.filter(({ mine, state }) => !mine || state !== 'submitted');
}
