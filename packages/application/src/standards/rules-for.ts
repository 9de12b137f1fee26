import type { Tx } from '@changming/database';
import { jurisdictionsOf, type RuleId, ruleInForce } from '@changming/domain/standards';

import { jurisdictionsOfUnit, ruleVersions } from './store.ts';

/** The rules as they bind one unit on one day. A rule that says nothing there and then is null. */
export type RulesInForce = {
  readonly number: (ruleId: RuleId) => number | null;
  readonly word: (ruleId: RuleId) => string | null;
};

/**
 * For the verbs of other contexts, within their own transaction: what binds `unitId` on the day of the event. Without a unit: what the
 * product, the nation and the group say.
 */
export async function rulesFor(tx: Tx, { unitId, on }: { readonly unitId?: string; readonly on: string }): Promise<RulesInForce> {
  const path = unitId === undefined ? jurisdictionsOf({ units: [] }) : await jurisdictionsOfUnit(tx, unitId);
  const versions = await ruleVersions(tx);
  const valueOf = (ruleId: RuleId) => ruleInForce(versions, ruleId, { path, on })?.version.value ?? null;
  return {
    number: (ruleId) => {
      const value = valueOf(ruleId);
      return typeof value === 'number' ? value : null;
    },
    word: (ruleId) => {
      const value = valueOf(ruleId);
      return typeof value === 'string' ? value : null;
    },
  };
}
