import { addDays, type Day } from '../kernel/index.ts';
import type { IncidentRules } from './rules.ts';

type Happened = { readonly occurredOn: Day; readonly fire: boolean; readonly roadTraffic: boolean };

/** 补报期 (条例第十三条): the last day on which a change of the casualties changes the grade. */
export function supplementUntil({ occurredOn, fire, roadTraffic }: Happened, rules: IncidentRules): Day {
  return addDays(occurredOn, fire || roadTraffic ? rules.supplementShortDays : rules.supplementDays);
}
