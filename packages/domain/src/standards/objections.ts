import { isPlaceOf, type Jurisdiction, layers } from './layers.ts';
import type { StandardsRefusal } from './refusals.ts';
import { type RuleVersion, ruleInForce, supersedes } from './rule.ts';
import { fitsRule } from './rule-catalogue.ts';

/** Why this value may not be set, or null. `path` is where it would hold; what stands above it is found in `versions`. */
export function objectionToRule(
  wanted: RuleVersion,
  versions: readonly RuleVersion[],
  path: readonly Jurisdiction[],
): StandardsRefusal | null {
  if (!isPlaceOf(wanted)) return 'standards.wrong_place';
  if (!fitsRule(wanted.ruleId, wanted.value)) return 'standards.wrong_value';
  const above = path.filter(({ layer }) => layers.indexOf(layer) < layers.indexOf(wanted.layer));
  const upper = ruleInForce(versions, wanted.ruleId, { path: above, on: wanted.from });
  return upper === null || supersedes(wanted, upper.version) ? null : 'standards.laxer';
}
