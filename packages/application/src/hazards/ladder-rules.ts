import type { Tx } from '@changming/database';
import {
  defaultEscalation,
  type EscalationDays,
  type EscalationTarget,
  type Ladder,
  ladderOf,
  type Reminder,
  triageDays,
} from '@changming/domain/hazards';
import type { RuleId } from '@changming/domain/standards';

import { ruleBook, type RulesInForce } from '../standards/index.ts';

type Above = Exclude<EscalationTarget, 'person'>;

/** Which rule says when each above is told. */
const ruleOf = {
  deadline: {
    unitHead: 'hazards.escalateUnitHeadDays',
    parent: 'hazards.escalateParentDays',
    headquarters: 'hazards.escalateHeadquartersDays',
  },
  triage: { unitHead: 'hazards.triageUnitHeadDays', parent: 'hazards.triageParentDays' },
  acceptance: { unitHead: 'hazards.acceptUnitHeadDays', parent: 'hazards.acceptParentDays' },
  majorUnanswered: { parent: 'hazards.majorParentDays', headquarters: 'hazards.majorHeadquartersDays' },
  lookBack: { headquarters: 'hazards.lookBackHeadquartersDays' },
  progress: { unitHead: 'hazards.superviseUnitHeadDays', headquarters: 'hazards.superviseHeadquartersDays' },
} as const satisfies Record<Reminder, Partial<Record<Above, RuleId>>>;

type Bound = { readonly unitId: string; readonly on: string };

/** When something is due by itself, and the ladder above it, as the rules bind each unit on each day. */
export type LadderBook = {
  readonly ladder: (bound: Bound) => Promise<Ladder>;
  /** Natural days from the report to the triage. */
  readonly triageDays: (bound: Bound) => Promise<number>;
};

/** The ladders of one reminder; where no rule speaks, the product's own. */
export async function ladderBook(tx: Tx, reminder: Reminder): Promise<LadderBook> {
  const book = await ruleBook(tx);
  return {
    ladder: async (bound) => ladderOf(reminder, escalationIn(await book(bound), reminder)),
    triageDays: async (bound) => (await book(bound)).number('hazards.triageDays') ?? triageDays,
  };
}

function escalationIn({ number }: RulesInForce, reminder: Reminder): EscalationDays {
  const own: EscalationDays = defaultEscalation[reminder];
  const said = Object.entries(ruleOf[reminder]) as [Above, RuleId][];
  return Object.fromEntries(said.map(([tells, ruleId]) => [tells, number(ruleId) ?? own[tells]]));
}
