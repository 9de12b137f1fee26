import { type ActionOwed, type ActionReceiver, actionRungs, type ActionRung, owedBy, rungsReached } from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import type { ActionReceiverName } from './receivers.ts';
import { actionDays } from './rules.ts';
import { toAction } from './store.ts';

const batch = 500;

/**
 * 到期提醒、超期升级: looks for what actions owe by now and was not yet told. Each telling is written down in the transaction that hands it
 * over; of several rungs reached only the highest is told. Answers where to go on, null when nothing is left.
 */
export const sweepActions = command({
  permission: 'actions.sweep',
  input: z.strictObject({ after: id.nullable().default(null) }),
  async run(work, { after }) {
    const days = await actionDays(work.tx);
    const rows = await owing(work, after);
    let told = 0;
    for (const row of rows) {
      const inForce = await days({ unitId: row.unit_id, on: work.today });
      const owed = owedBy(toAction(row), inForce);
      if (owed === null) continue;
      const reached = rungsReached(actionRungs(inForce), { sinceOn: sinceOf(row, owed.owed), dueOn: owed.dueOn }, work.today);
      if (await remind(work, row.id, { ...owed, reached })) told += 1;
    }
    return work.trail([], { told, next: rows.length < batch ? null : (rows.at(-1)?.id ?? null) });
  },
});

/** A deadline that moved is due from when it was given: it is not reminded of before the action was. */
function sinceOf(
  row: { readonly opened_on: string; readonly submitted_on: string | null; readonly done_on: string | null },
  owed: ActionOwed,
): string {
  if (owed === 'verification') return row.submitted_on ?? row.opened_on;
  return owed === 'effect' ? (row.done_on ?? row.opened_on) : row.opened_on;
}

function owing({ tx }: Writing, after: string | null) {
  return tx
    .selectFrom('actions')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['assigned', 'returned', 'submitted']),
        eb.and([eb('state', '=', 'done'), eb('effect_due_on', 'is not', null), eb('effect', 'is', null)]),
      ]),
    )
    .$if(after !== null, (each) => each.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(batch)
    .execute();
}

type Owed = { readonly owed: ActionOwed; readonly dueOn: string; readonly reached: readonly ActionRung[] };

async function remind(work: Writing, actionId: string, { owed, dueOn, reached }: Owed): Promise<boolean> {
  const fresh = await notedNow(work, actionId, { owed, dueOn, reached });
  const highest = fresh.toSorted((a, b) => a.days - b.days).at(-1);
  if (highest === undefined) return false;
  const once = `${owed}:${dueOn}:${highest.days}`;
  const payload = { actionId, about: owed, once, byId: null, to: receiversOf(owed, highest.tells), notice: noticeOf(owed, highest.days) };
  await work.enqueue('actions.tell', payload, `${actionId}:${once}`);
  return true;
}

/** (action, what is owed, its day, rung) is the key under which a telling happens once. */
async function notedNow({ tx, now }: Writing, actionId: string, { owed, dueOn, reached }: Owed): Promise<ActionRung[]> {
  if (reached.length === 0) return [];
  const rows = reached.map(({ days }) => ({ action_id: actionId, owed, due_on: dueOn, days, told_at: now }));
  const written = await tx
    .insertInto('action_reminders')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .execute();
  const days = new Set(written.map((row) => row.days));
  return reached.filter((rung) => days.has(rung.days));
}

function receiversOf(owed: ActionOwed, tells: ActionReceiver): ActionReceiverName[] {
  if (tells === 'unitHead') return ['unitHead'];
  if (tells === 'parent') return ['parent'];
  return [owed === 'work' ? 'owner' : 'verifier'];
}

function noticeOf(owed: ActionOwed, days: number) {
  if (owed === 'verification') return 'actions.toVerify';
  if (owed === 'effect') return 'actions.effectDue';
  return days > 0 ? 'actions.overdue' : 'actions.due';
}
