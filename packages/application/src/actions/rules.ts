import type { Tx } from '@changming/database';
import { type ActionDays, defaultActionDays } from '@changming/domain/actions';

import { ruleBook } from '../standards/index.ts';

type Bound = { readonly unitId: string; readonly on: string };

/** When whoever owes an action is reminded and those above are told; where no rule speaks, the product's own. */
export async function actionDays(tx: Tx): Promise<(bound: Bound) => Promise<ActionDays>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number } = await book(bound);
    return {
      remind: number('actions.remindDays') ?? defaultActionDays.remind,
      verify: number('actions.verifyDays') ?? defaultActionDays.verify,
      unitHead: number('actions.escalateUnitHeadDays') ?? defaultActionDays.unitHead,
      parent: number('actions.escalateParentDays') ?? defaultActionDays.parent,
    };
  };
}
