import type { Tx } from '@changming/database';
import { jurisdictionsOf, type RuleId, ruleInForce } from '@changming/domain/standards';

import { jurisdictionsOfUnit, ruleVersions } from './store.ts';

/** The rules as they bind one unit on one day. A rule that says nothing there and then is null. */
export type RulesInForce = {
  readonly number: (ruleId: RuleId) => number | null;
  readonly word: (ruleId: RuleId) => string | null;
};

/** Where and when: without a unit, what the product, the nation and the group say. */
export type Bound = { readonly unitId?: string; readonly on: string };

/** For the verbs of other contexts, within their own transaction: what binds `unitId` on the day of the event. */
export async function rulesFor(tx: Tx, bound: Bound): Promise<RulesInForce> {
  const book = await ruleBook(tx);
  return book(bound);
}

/** The same for many units and days: the rules are read once, and where each unit lies once. */
export async function ruleBook(tx: Tx): Promise<(bound: Bound) => Promise<RulesInForce>> {
  const versions = await ruleVersions(tx);
  const paths = new Map<string, ReturnType<typeof jurisdictionsOfUnit>>();
  const pathOf = (unitId: string) => {
    const path = paths.get(unitId) ?? jurisdictionsOfUnit(tx, unitId);
    paths.set(unitId, path);
    return path;
  };
  return async ({ unitId, on }) => {
    const path = unitId === undefined ? jurisdictionsOf({ units: [] }) : await pathOf(unitId);
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
  };
}
