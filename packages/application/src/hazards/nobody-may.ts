import { isOpen, isUndecided, type Reminder, reminders } from '@changming/domain/hazards';
import { z } from 'zod';

import { type Caller, command, query, type Reading } from '../context.ts';
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

/** Why a telling that nobody may act on ends: the step is done, or somebody may take it now. Null while neither holds. */
async function endOf(place: Place, stored: StoredHazard, occasion: Occasion): Promise<'done' | 'somebodyMay' | null> {
  const waiting: Deciding[] = [];
  for (const step of toldInVain(occasion).steps) if (await waits[step](place, stored)) waiting.push(step);
  if (waiting.length === 0) return 'done';
  return (await personsBehind(place, stored, waiting)).length > 0 ? 'somebodyMay' : null;
}

/** Whether nobody may take the step still; what ended before it was told is told to nobody. */
export async function nobodyStillMay(clock: Caller, occasion: Occasion): Promise<boolean> {
  return (await readEnd(clock, occasion)) === null;
}

const readEnd = query({
  permission: 'hazards.sweep',
  run: async (work, occasion: Occasion) => endOf(work, await hazardInScope(work.tx, work.scope, occasion.subjectId), occasion),
});

const batch = 200;

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
      .select(['subject_id as subjectId', 'once'])
      .distinct()
      .where('about', '=', nobodyMay)
      .where('read_at', 'is', null)
      .$if(after !== null, (each) => each.where('once', '>', after ?? ''))
      .orderBy('once')
      .limit(batch)
      .execute();
    let ended = 0;
    for (const occasion of occasions) {
      const why = await endOf(work, await hazardInScope(work.tx, work.scope, occasion.subjectId), occasion);
      if (why === null) continue;
      ended += 1;
      await work.enqueue('notices.close', { about: nobodyMay, ...occasion }, `${nobodyMay}:${occasion.once}`);
      if (why === 'somebodyMay') await work.enqueue('hazards.tell', againOf(occasion), `${occasion.once}:again`);
    }
    return work.trail([], { ended, next: occasions.length < batch ? null : (occasions.at(-1)?.once ?? null) });
  },
});

/** The telling that found nobody, once more: a reminder names its own receivers and words. */
function againOf(occasion: Occasion) {
  const { about, once, rule } = toldInVain(occasion);
  return { hazardId: occasion.subjectId, about, once, byId: null, ...(rule === undefined ? {} : reminderOf(rule, once)) };
}

function reminderOf(rule: Reminder, once: string) {
  const days = Number(once.split(':').at(-1));
  return { to: [...rules[rule].to.person], notice: rules[rule].notice({ days, tells: 'person' }) };
}
