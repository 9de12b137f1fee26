import type { ActionRow } from '@changming/database';
import { daysBetween, id } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { type ActionReceiverName, actionReceivers, receivers } from './receivers.ts';
import { actionInScope } from './store.ts';

/** What each step and each reminder tells, and whom. */
const tellings = {
  assigned: { notice: 'actions.assigned', to: ['owner'] },
  reassign: { notice: 'actions.assigned', to: ['owner'] },
  replaceVerifier: { notice: 'actions.submitted', to: ['verifier'] },
  submit: { notice: 'actions.submitted', to: ['verifier'] },
  sendBack: { notice: 'actions.sentBack', to: ['owner'] },
  verify: { notice: 'actions.done', to: ['owner', 'opener'] },
  cancel: { notice: 'actions.cancelled', to: ['owner', 'opener'] },
  assessEffect: { notice: 'actions.assessed', to: ['owner', 'opener'] },
  askMoreTime: { notice: 'actions.moreTimeAsked', to: ['decider'] },
  grantMoreTime: { notice: 'actions.moreTimeGranted', to: ['owner'] },
  denyMoreTime: { notice: 'actions.moreTimeDenied', to: ['owner'] },
} as const satisfies Record<string, { readonly notice: string; readonly to: readonly ActionReceiverName[] }>;

const reminded = ['actions.due', 'actions.overdue', 'actions.toVerify', 'actions.effectDue'] as const;
/** Every notice of this context, for the test that each has its sentence. */
export const noticesOfActions: readonly string[] = [...new Set([...Object.values(tellings).map(({ notice }) => notice), ...reminded])];

export const tellActionInput = z.strictObject({
  actionId: id,
  about: z.string().max(60),
  once: z.string().max(160),
  /** Whoever did it knows already. */
  byId: id.nullable().default(null),
  /** Named by a reminder; a step's own receivers otherwise. */
  to: z.array(z.enum(actionReceivers)).max(6).optional(),
  notice: z.enum(reminded).optional(),
});
type Told = z.output<typeof tellActionInput>;

/** Finds out whom it concerns today and hands the notice over, in one transaction with nothing else. */
export const tellOfAction = command({
  permission: 'actions.sweep',
  name: 'actions.tell',
  input: tellActionInput,
  async run(work, told) {
    const { row } = await actionInScope(work.tx, work.scope, told.actionId);
    const { notice, to } = saidBy(told);
    const personIds = notice === undefined ? [] : await personsBehind(work, row, { to, byId: told.byId });
    if (notice === undefined || personIds.length === 0) return work.trail([], { told: 0 });
    const once = `${row.id}:${told.once}`;
    const facts = await factsOf(work, row);
    const payload = {
      about: notice,
      subjectId: row.id,
      unitId: row.unit_id,
      to: { personIds },
      facts,
      link: `/actions?action=${row.id}`,
      once,
    };
    await work.enqueue('notices.deliver', payload, `${notice}:${once}`);
    return work.trail([], { told: personIds.length });
  },
});

function saidBy({ about, notice, to }: Told): { readonly notice: string | undefined; readonly to: readonly ActionReceiverName[] } {
  if (notice !== undefined) return { notice, to: to ?? [] };
  const telling = about in tellings ? tellings[about as keyof typeof tellings] : undefined;
  return { notice: telling?.notice, to: telling?.to ?? [] };
}

type Behind = { readonly to: readonly ActionReceiverName[]; readonly byId: string | null };

async function personsBehind(work: Writing, row: Selectable<ActionRow>, { to, byId }: Behind): Promise<string[]> {
  const found = new Set<string>();
  for (const receiver of to) for (const person of await receivers[receiver](work, row)) if (person !== null) found.add(person);
  if (byId !== null) found.delete(byId);
  return [...found];
}

async function factsOf({ tx, today }: Writing, row: Selectable<ActionRow>) {
  const { name: unit } = await tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const title = Array.from(row.title).slice(0, 40).join('');
  return { no: row.number, unit, title, due: row.due_on, days: Math.max(0, daysBetween(row.due_on, today)) };
}
