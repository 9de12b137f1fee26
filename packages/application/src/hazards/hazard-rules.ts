import type { Tx } from '@changming/database';
import {
  acceptanceWorkingDays,
  defaultLookBack,
  listingDefaults,
  type ListingRules,
  type LookBackRules,
  progressEveryDays,
  recurrenceDays,
  suggestionHours,
} from '@changming/domain/hazards';

import { ruleBook, rulesFor, type RulesInForce } from '../standards/index.ts';

/** What binds the hazards of a unit on a day. */
export type HazardRules = {
  readonly lookBack: LookBackRules;
  /** 重复隐患: found again within so many days of closing. */
  readonly recurrenceDays: number;
  readonly listing: ListingRules;
  /** 工作日 within which what was handed in is accepted. */
  readonly acceptWorkdays: number;
  /** Hours within which a suggestion of 重大 is answered. */
  readonly confirmHours: number;
  /** Days from one progress report of a supervision to the next. */
  readonly reportDays: number;
};

type Bound = { readonly unitId: string; readonly on: string };

/** Where no rule speaks, the product's own. */
export async function hazardRules(tx: Tx, bound: Bound): Promise<HazardRules> {
  return hazardRulesIn(await rulesFor(tx, bound));
}

/** The same for many units and days; those that are named ahead are looked up together. */
export async function hazardRuleBook(tx: Tx, ahead: readonly string[] = []): Promise<(bound: Bound) => Promise<HazardRules>> {
  const book = await ruleBook(tx, ahead);
  return async (bound) => hazardRulesIn(await book(bound));
}

export function hazardRulesIn(rules: RulesInForce): HazardRules {
  const { number } = rules;
  return {
    lookBack: lookBackIn(rules),
    recurrenceDays: number('hazards.relapseDays') ?? recurrenceDays,
    listing: {
      unitOverdueDays: number('hazards.superviseOverdueDays') ?? listingDefaults.unitOverdueDays,
      recurrences: number('hazards.superviseRecurrences') ?? listingDefaults.recurrences,
    },
    acceptWorkdays: number('hazards.acceptWorkdays') ?? acceptanceWorkingDays,
    confirmHours: number('hazards.majorConfirmHours') ?? suggestionHours,
    reportDays: number('hazards.superviseReportDays') ?? progressEveryDays,
  };
}

function lookBackIn({ number }: RulesInForce): LookBackRules {
  return {
    share: number('hazards.lookBackShare') ?? defaultLookBack.share,
    atLeast: number('hazards.lookBackAtLeast') ?? defaultLookBack.atLeast,
    fromDays: number('hazards.lookBackFromDays') ?? defaultLookBack.fromDays,
    toDays: number('hazards.lookBackToDays') ?? defaultLookBack.toDays,
    majorToDays: number('hazards.lookBackMajorToDays') ?? defaultLookBack.majorToDays,
  };
}
