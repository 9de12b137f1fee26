import type { Reminder, Telling } from '@changming/domain/hazards';

import type { Writing } from '../context.ts';
import { recordEvent } from './events.ts';
import { personsBehind, type Receiver } from './receivers.ts';
import { hazardInScope } from './store.ts';

type Rung = { readonly hazardId: string; readonly rule: Reminder; readonly dueOn: string; readonly telling: Telling };

/** As many names stand in the record; of more, how many there were. */
const mostNames = 20;

/**
 * Writes into the course of the hazard that it is late, which level was told and who stood there that day: the record of an escalation
 * stays. Answers who they are, so that they are told and nobody else. A reminder ahead of the deadline leaves no record; whom it concerns is
 * found out when it is told.
 */
export async function recordRung(
  work: Writing,
  { hazardId, rule, dueOn, telling }: Rung,
  to: readonly Receiver[],
): Promise<string[] | undefined> {
  const { days, tells } = telling;
  if (days <= 0) return undefined;
  const stored = await hazardInScope(work.tx, work.scope, hazardId);
  const personIds = await personsBehind(work, stored, to);
  const names = await namesOf(work, personIds);
  const facts = rungFacts({ rule, dueOn, telling }, names);
  await recordEvent(work, { hazard: stored.hazard, step: tells === 'person' ? 'remind' : 'escalate', facts });
  return personIds;
}

type Told = Pick<Rung, 'rule' | 'dueOn'> & { readonly telling: Pick<Telling, 'days' | 'tells'> };

/** What the course says of it. */
export function rungFacts({ rule, dueOn, telling: { days, tells } }: Told, names: readonly string[]) {
  return { rule, tells, days, dueOn, told: names.slice(0, mostNames).join('、'), count: names.length };
}

/** The names of that day, as they are to be read in later years. */
async function namesOf({ tx }: Writing, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.selectFrom('persons').select('name').where('id', 'in', personIds).orderBy('id').execute();
  return rows.map(({ name }) => name);
}
