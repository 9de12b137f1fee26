import type { Tx } from '@changming/database';
import type { StaffingRules } from '@changming/domain/workforce';

import { ruleBook } from '../standards/index.ts';

type InForce = StaffingRules & { readonly dustIsHighRisk: boolean };

/** What the nation, the province and the group say of 安全管理机构和人员 at a unit on a day. */
export async function staffingRuleBook(tx: Tx): Promise<(bound: { readonly unitId: string; readonly on: string }) => Promise<InForce>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number, word } = await book(bound);
    return {
      fullTimeAbove: number('workforce.fullTimeAbove') ?? 100,
      perMille: number('workforce.fullTimePerMille') ?? 0,
      directorFrom: number('workforce.directorFrom'),
      directorFromHighRisk: number('workforce.directorFromHighRisk'),
      committeeFrom: number('workforce.committeeFrom'),
      committeeFromHighRisk: number('workforce.committeeFromHighRisk'),
      vacancyDays: number('workforce.vacancyDays') ?? 30,
      dustIsHighRisk: word('workforce.dustIsHighRisk') === 'yes',
    };
  };
}
