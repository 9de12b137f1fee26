import { jurisdictionsOf, kindOfRule, type RuleId, ruleIds, ruleInForce } from '@changming/domain/standards';

import { query } from '../context.ts';
import { jurisdictionsOfUnit, ruleVersions } from './store.ts';

/** Every rule as it binds a unit (or the group as a whole) on a day, with its source and the laxer values that do not count. */
export const listRules = query({
  permission: 'standards.read',
  async run({ tx, scope, today }, { unitId, on = today }: { unitId?: string | undefined; on?: string | undefined }) {
    const path = unitId === undefined ? jurisdictionsOf({ units: [] }) : await jurisdictionsOfUnit(tx, unitId, scope);
    const versions = await ruleVersions(tx);
    return ruleIds.flatMap((ruleId) => {
      const found = ruleInForce(versions, ruleId, { path, on });
      return found === null ? [] : [{ ...found.version, counts: kindOfRule(ruleId).unit, passedOver: [...found.passedOver] }];
    });
  },
});

/** Every version of one rule for every jurisdiction, latest first: past, present and coming. */
export const listRuleVersions = query({
  permission: 'standards.read',
  async run({ tx }, { ruleId }: { ruleId: RuleId }) {
    return ruleVersions(tx, ruleId);
  },
});
