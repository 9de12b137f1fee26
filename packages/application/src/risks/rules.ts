import type { Tx } from '@changming/database';
import { defaultRemindDays, defaultReviewMonths } from '@changming/domain/risks';

import { ruleBook } from '../standards/index.ts';

export type ReviewRules = { readonly reviewMonths: number; readonly remindDays: number };
type Bound = { readonly unitId: string; readonly on: string };

/** What binds the reviews of a unit's risks on a day; where no rule speaks, the product's own. */
export async function reviewRules(tx: Tx): Promise<(bound: Bound) => Promise<ReviewRules>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number } = await book(bound);
    return {
      reviewMonths: number('risks.reviewMonths') ?? defaultReviewMonths,
      remindDays: number('risks.remindDays') ?? defaultRemindDays,
    };
  };
}
