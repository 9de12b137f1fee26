import { isOpen, isUndecided, type Reminder, reminders } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Caller, command, query, type Reading, type Writing } from '../context.ts';
import { lastExtension } from './extensions.ts';
import { type Deciding, isDeciding, personsBehind, type Receiver } from './receivers.ts';
import { rules } from './reminder-rules.ts';
import { hazardInScope, type StoredHazard } from './store.ts';
import { lastSupervision } from './supervision-records.ts';
import { nobodyMay, tellings } from './tellings.ts';
import { voidAsked } from './voidings.ts';

type Place = Pick<Reading, 'tx' | 'today'>;
type Waits = (place: Place, stored: StoredHazard) => boolean | Promise<boolean>;

const delisting: Waits = async ({ tx }, { row }) => (await lastSupervision(tx, row.id))?.stage === 'delistingAsked';
const undecided: Waits = (_place, { hazard }) => isOpen(hazard) && isUndecided(hazard);
const untreated: Waits = (_place, { hazard }) => isOpen(hazard) && hazard.treatment?.stage === 'confirmed';

/** Whether a step is still to be taken. */
const waits: Readonly<Record<Deciding, Waits>> = {
  triage: (_place, { hazard }) => hazard.stage === 'reported' || hazard.stage === 'registered',
  acceptance: (_place, { hazard }) => hazard.stage === 'submitted',
  confirmation: undecided,
  countersigning: (_place, { hazard }) => isOpen(hazard) && hazard.suggestion === 'denialProposed',
  planning: (_place, { hazard }) => hazard.stage === 'assigned' || hazard.stage === 'rectifying',
  treatment: untreated,
  evaluation: (_place, { hazard }) => hazard.stage === 'submitted' && hazard.treatment?.stage === 'approved',
  treatmentDecider: (_place, { hazard }) => isOpen(hazard) && hazard.treatment?.stage === 'drafted',
  extensionDecider: async ({ tx }, { row }) => (await lastExtension(tx, row.id))?.stage === 'asked',
  voidDecider: async ({ tx }, { row }) => voidAsked(tx, row.id),
  delistingDecider: delisting,
  lister: delisting,
};

/** What was told in vain, read from its occasion `<hazard>:<about>:<which time>`, and whom it asked. */
function toldInVain({ subjectId, once }: Occasion) {
  const rest = once.slice(subjectId.length + 1);
  const [about = ''] = rest.split(':');
  const rule = reminders.find((each) => each === about);
  const to: readonly Receiver[] = rule === undefined ? (tellings[about]?.to ?? []) : rules[rule].to.person;
  return { about, once: rest, rule, steps: to.filter(isDeciding) };
}

type Occasion = { readonly subjectId: string; readonly once: string };

/** How it stands with a telling that nobody could act on: the step is done, or who may take it now. */
async function standOf(place: Place, stored: StoredHazard, occasion: Occasion): Promise<'done' | readonly string[]> {
  const waiting: Deciding[] = [];
  for (const step of toldInVain(occasion).steps) if (await waits[step](place, stored)) waiting.push(step);
  return waiting.length === 0 ? 'done' : personsBehind(place, stored, waiting);
}

/** Whether nobody may take the step still; what ended before it was told is told to nobody. */
export async function nobodyStillMay(clock: Caller, occasion: Occasion): Promise<boolean> {
  const stand = await readStand(clock, occasion);
  return stand !== 'done' && stand.length === 0;
}

const readStand = query({
  permission: 'hazards.sweep',
  run: async (work, occasion: Occasion) => standOf(work, await hazardInScope(work.tx, work.scope, occasion.subjectId), occasion),
});

const batch = 200;

/** So long, in milliseconds, whoever may take the step is asked though those who grant have read it, as they do before they grant. */
const lately = 30 * 24 * 60 * 60_000;

/**
 * Takes back what asks those who grant for nothing any more, and asks whoever may take the step now. Answers where to go on, null when
 * nothing is left.
 */
export const endNobodyMay = command({
  permission: 'hazards.sweep',
  name: 'hazards.endNobodyMay',
  input: z.strictObject({ after: z.string().nullable().default(null) }),
  async run(work, { after }) {
    const occasions = await work.tx
      .selectFrom('notices')
      .select(['subject_id as subjectId', 'once', sql<boolean>`bool_or(read_at is null)`.as('unread')])
      .where('about', '=', nobodyMay)
      .where((eb) => eb.or([eb('read_at', 'is', null), eb('created_at', '>', new Date(work.now.getTime() - lately))]))
      .groupBy(['subject_id', 'once'])
      .$if(after !== null, (each) => each.where('once', '>', after ?? ''))
      .orderBy('once')
      .limit(batch)
      .execute();
    let ended = 0;
    for (const { unread, ...occasion } of occasions) {
      const stand = await standOf(work, await hazardInScope(work.tx, work.scope, occasion.subjectId), occasion);
      if (stand.length === 0) continue;
      if (unread) {
        ended += 1;
        await work.enqueue('notices.close', { about: nobodyMay, ...occasion }, `${nobodyMay}:${occasion.once}`);
      }
      if (stand !== 'done') await askThose(work, occasion, stand);
    }
    return work.trail([], { ended, next: occasions.length < batch ? null : (occasions.at(-1)?.once ?? null) });
  },
});

/** Whoever was asked before is not asked anew. */
async function askThose({ tx, enqueue }: Writing, occasion: Occasion, personIds: readonly string[]): Promise<void> {
  const again = againOf(occasion);
  const asked = await tx
    .selectFrom('notices')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .where('about', '=', again.notice ?? tellings[again.about]?.notice ?? '')
    .where('once', '=', occasion.once)
    .execute();
  if (asked.length < personIds.length) await enqueue('hazards.tell', again, `${occasion.once}:again`);
}

/** The telling that found nobody, once more: a reminder names its own receivers and words. */
function againOf(occasion: Occasion) {
  const { about, once, rule } = toldInVain(occasion);
  return { hazardId: occasion.subjectId, about, once, byId: null, ...(rule === undefined ? {} : reminderOf(rule, once)) };
}

function reminderOf(rule: Reminder, once: string) {
  const days = Number(once.split(':').at(-1));
  return { to: [...rules[rule].to.person], notice: rules[rule].notice({ days, tells: 'person' }) };
}
