import { daysBetween, id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { administratorsOf } from './deciders.ts';
import { lastExtension } from './extensions.ts';
import { withoutSight } from './in-sight.ts';
import { lookBackOf } from './look-backs.ts';
import { isDeciding, personsBehind, receiverNames, type Receiver } from './receivers.ts';
import { hazardInScope, type StoredHazard } from './store.ts';
import { closings, nobodyMay, tellings } from './tellings.ts';
import { voidAsked } from './voidings.ts';

export const tellInput = z.strictObject({
  hazardId: id,
  about: z.string().max(60),
  once: z.string().max(160),
  /** Whoever did it knows already. */
  byId: id.nullable().default(null),
  /** Named by a reminder; a step's own receivers otherwise. */
  to: z.array(z.enum(receiverNames)).max(10).optional(),
  /** Who they were when the reminder was written down: the record and the notice name the same. */
  personIds: z.array(id).optional(),
  notice: z.string().max(60).optional(),
});
type Tell = z.output<typeof tellInput>;

/** Finds out whom it concerns today and hands the notice over, in one transaction with nothing else. */
export const tellOfHazard = command({
  permission: 'hazards.sweep',
  name: 'hazards.tell',
  input: tellInput,
  async run(work, told) {
    const stored = await hazardInScope(work.tx, work.scope, told.hazardId);
    await closeWhatWaits(work, told);
    let count = 0;
    for (const each of await noticesOf(work, stored, told)) count += await handOver(work, stored, { ...told, ...each });
    return work.trail([], { told: count });
  },
});

type Audience = { readonly notice: string; readonly to: readonly Receiver[] };

/** Those who are to act, and those who are only to know. */
function audiencesOf({ about, to, notice }: Tell): Audience[] {
  const { knowing, ...asked } = tellings[about] ?? {};
  const first = { ...asked, ...(to === undefined ? {} : { to }), ...(notice === undefined ? {} : { notice }) };
  return [first, knowing].flatMap((each) =>
    each?.notice === undefined || each.to === undefined ? [] : [{ notice: each.notice, to: each.to }],
  );
}

type Notice = { readonly notice: string; readonly personIds: readonly string[] };

/** What is told to whom, each person once; whoever administers when nobody may take the step. */
async function noticesOf(work: Writing, stored: StoredHazard, told: Tell): Promise<Notice[]> {
  if (await isTakenBack(work, told)) return [];
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const { notice, to } of audiencesOf(told)) {
    const found = told.personIds ?? (await personsBehind(work, stored, to));
    notices.push({ notice, personIds: found.filter((each) => !seen.has(each)) });
    for (const each of found) seen.add(each);
    if (found.length === 0 && to.some(isDeciding)) notices.push({ notice: nobodyMay, personIds: await administratorsOf(work, stored) });
  }
  return notices;
}

/** Hands one notice over; whoever did it knows already. */
async function handOver(
  work: Writing,
  stored: StoredHazard,
  { hazardId, once, byId, ...told }: Omit<Tell, 'personIds'> & Notice,
): Promise<number> {
  const personIds = told.personIds.filter((each) => each !== byId);
  if (personIds.length === 0) return 0;
  const payload = {
    about: told.notice,
    subjectId: hazardId,
    unitId: stored.row.unit_id,
    to: { personIds },
    facts: await factsOf(work, stored, told.notice),
    link: `/hazards/${hazardId}`,
    unlinkedIds: await withoutSight(work, stored, personIds),
    once: `${hazardId}:${once}`,
  };
  await work.enqueue('notices.deliver', payload, `${told.notice}:${hazardId}:${once}`);
  return personIds.length;
}

/** A request that was taken back meanwhile is nobody's to decide. */
async function isTakenBack({ tx }: Writing, { about, hazardId }: Tell): Promise<boolean> {
  if (about === 'askExtension') return (await lastExtension(tx, hazardId))?.stage !== 'asked';
  return about === 'askVoid' && !(await voidAsked(tx, hazardId));
}

/** Whoever was to decide has nothing to decide any more. */
async function closeWhatWaits(work: Writing, { hazardId, about, once }: Tell): Promise<void> {
  const closed = closings[about];
  const notice = closed === undefined ? undefined : tellings[closed]?.notice;
  if (closed === undefined || notice === undefined) return;
  const occasion = `${hazardId}:${closed}${once.slice(about.length)}`;
  await work.enqueue('notices.close', { about: notice, subjectId: hazardId, once: occasion }, `${notice}:${occasion}`);
}

/** What a notice's sentence may name. No names of persons: a notice may be mailed. */
async function factsOf(work: Writing, stored: StoredHazard, notice: string): Promise<Record<string, string | number>> {
  const { tx, today } = work;
  const { row } = stored;
  const { name: unit } = await tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const due = await dueOf(work, stored, notice);
  return {
    no: row.number,
    unit,
    title: beginning(row.text ?? row.place ?? '', 30),
    category: row.category,
    due: due ?? '',
    days: due === null ? 0 : Math.max(0, daysBetween(due, today)),
    reason: notice === 'hazards.sentBack' ? await lastNote(work, row.id) : '',
  };
}

type DueOf = (work: Writing, stored: StoredHazard) => Promise<string | null>;
const acceptanceDue: DueOf = async (_work, { row }) => row.acceptance_due_on;
const lookBackDue: DueOf = async ({ tx }, { hazard }) => (await lookBackOf(tx, hazard))?.toOn ?? null;

/** The day that matters for a notice, where it is not the deadline of the work. */
const dues: Readonly<Record<string, DueOf>> = {
  'hazards.submitted': acceptanceDue,
  'hazards.acceptanceOverdue': acceptanceDue,
  'hazards.acceptanceLate': acceptanceDue,
  'hazards.lookBackAssigned': lookBackDue,
  'hazards.lookBackOverdue': lookBackDue,
  'hazards.extensionAsked': async ({ tx }, { row }) => (await lastExtension(tx, row.id))?.toOn ?? null,
};

function dueOf(work: Writing, stored: StoredHazard, notice: string): Promise<string | null> {
  return (dues[notice] ?? (async () => stored.row.due_on))(work, stored);
}

/** The first `length` characters; a pair of surrogates is never cut apart. */
function beginning(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}

async function lastNote({ tx }: Writing, hazardId: string): Promise<string> {
  const found = await tx
    .selectFrom('hazard_events')
    .select('note')
    .where('hazard_id', '=', hazardId)
    .where('step', '=', 'sendBack')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return beginning(found?.note ?? '', 60);
}
