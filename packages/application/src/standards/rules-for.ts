import type { Tx } from '@changming/database';
import { type Jurisdiction, jurisdictionsOf, type RuleId, ruleInForce, type RuleVersion } from '@changming/domain/standards';

import { jurisdictionsOfUnit, jurisdictionsOfUnits, ruleVersions, ruleVersionsWithNext } from './store.ts';

/** The rules as they bind one unit on one day. A rule that says nothing there and then is null. */
export type RulesInForce = {
  readonly number: (ruleId: RuleId) => number | null;
  readonly word: (ruleId: RuleId) => string | null;
};

/** Where and when: without a unit, what the product, the nation and the group say. */
export type Bound = { readonly unitId?: string; readonly on: string };

/** For the verbs of other contexts, within their own transaction: what binds `unitId` on the day of the event. */
export async function rulesFor(tx: Tx, { unitId, on }: Bound): Promise<RulesInForce> {
  if (unitId === undefined) return rulesIn(await ruleVersions(tx), { path: jurisdictionsOf({ units: [] }), on });
  const onDay = await rulesOfUnit(tx, unitId);
  return onDay(on);
}

/** What binds one unit on one day or another: read once, in one trip. */
export async function rulesOfUnit(tx: Tx, unitId: string): Promise<(on: string) => RulesInForce> {
  const asked = await ruleVersionsWithNext(tx);
  const path = await jurisdictionsOfUnit(tx, unitId);
  const versions = asked();
  return (on) => rulesIn(versions, { path, on });
}

/** The same for many units and days: the rules are read once, and where each unit lies once; of those that are named ahead, all in one trip. */
export async function ruleBook(tx: Tx, ahead: readonly string[] = []): Promise<(bound: Bound) => Promise<RulesInForce>> {
  const versions = await ruleVersions(tx);
  const known = ahead.length === 0 ? [] : await jurisdictionsOfUnits(tx, ahead);
  const paths = new Map<string, Promise<readonly Jurisdiction[]>>(Array.from(known, ([id, path]) => [id, Promise.resolve(path)]));
  const pathOf = (unitId: string) => {
    const path = paths.get(unitId) ?? jurisdictionsOfUnit(tx, unitId);
    paths.set(unitId, path);
    return path;
  };
  return async ({ unitId, on }) => {
    const path = unitId === undefined ? jurisdictionsOf({ units: [] }) : await pathOf(unitId);
    return rulesIn(versions, { path, on });
  };
}

function rulesIn(versions: readonly RuleVersion[], at: { readonly path: readonly Jurisdiction[]; readonly on: string }): RulesInForce {
  const valueOf = (ruleId: RuleId) => ruleInForce(versions, ruleId, at)?.version.value ?? null;
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
