import type { Tx } from '@changming/database';
import {
  type Agent,
  type AgentYears,
  agents,
  defaultFireRules,
  defaultReminderDays,
  type FireRules,
  type ReminderDays,
} from '@changming/domain/equipment';
import type { RuleId } from '@changming/domain/standards';

import { ruleBook, rulesFor, type RulesInForce } from '../standards/index.ts';

/** What binds the equipment of a unit on a day. */
type EquipmentRules = { readonly fire: FireRules; readonly reminders: ReminderDays; readonly spotChecksPerMonth: number };

type Bound = { readonly unitId: string; readonly on: string };

/** Where no rule speaks, the product's own. */
export async function equipmentRuleBook(tx: Tx): Promise<(bound: Bound) => Promise<EquipmentRules>> {
  const book = await ruleBook(tx);
  return async (bound) => inForce(await book(bound));
}

/** How many days ahead something counts as due soon, for lists over many units. */
export async function soonDays(tx: Tx, on: string): Promise<number> {
  const { number } = await rulesFor(tx, { on });
  return number('equipment.remindFirstDays') ?? defaultReminderDays.first;
}

function inForce(rules: RulesInForce): EquipmentRules {
  const { number } = rules;
  return {
    fire: Object.fromEntries(agents.map((agent) => [agent, yearsOf(rules, agent)])) as FireRules,
    reminders: {
      first: number('equipment.remindFirstDays') ?? defaultReminderDays.first,
      again: number('equipment.remindAgainDays') ?? defaultReminderDays.again,
      unitHead: number('equipment.escalateUnitHeadDays') ?? defaultReminderDays.unitHead,
      parent: number('equipment.escalateParentDays') ?? defaultReminderDays.parent,
    },
    spotChecksPerMonth: number('equipment.spotChecksPerMonth') ?? 1,
  };
}

const ruleNames = { water: 'Water', powder: 'Powder', cleanGas: 'CleanGas', co2: 'Co2' } as const satisfies Record<Agent, string>;

function yearsOf({ number }: RulesInForce, agent: Agent): AgentYears {
  const of = (rule: 'scrapYears' | 'serviceYears' | 'serviceAgainYears'): number | null =>
    number(`equipment.${rule}${ruleNames[agent]}` satisfies RuleId);
  const own = defaultFireRules[agent];
  return {
    scrap: of('scrapYears') ?? own.scrap,
    firstService: of('serviceYears') ?? own.firstService,
    nextService: of('serviceAgainYears') ?? own.nextService,
  };
}
