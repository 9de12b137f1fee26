import type { Tx } from '@changming/database';

import type { Named } from './names.ts';

export type TimelineEntry = {
  readonly step: string;
  readonly round: number;
  readonly at: Date;
  readonly by: Named | null;
  readonly note: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
};

type Told = {
  readonly hazardId: string;
  readonly names: ReadonlyMap<string, Named>;
  /** Whether the reader may know who was reminded and told above. */
  readonly withRungs: boolean;
};

/** The rungs of the ladder name people above; they are for those who read the ledger there. */
const rungs = ['remind', 'escalate'] as const;

/** What happened, oldest first, with the notes that reporter and unit wrote to each other. */
export async function timelineOf(tx: Tx, { hazardId, names, withRungs }: Told): Promise<TimelineEntry[]> {
  const events = await tx
    .selectFrom('hazard_events')
    .select(['step', 'round', 'at', 'by_id', 'note', 'facts'])
    .where('hazard_id', '=', hazardId)
    .$if(!withRungs, (query) => query.where('step', 'not in', rungs))
    .orderBy('seq')
    .limit(1000)
    .execute();
  const notes = await tx.selectFrom('hazard_notes').selectAll().where('hazard_id', '=', hazardId).orderBy('at').limit(500).execute();
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const told = events.map(({ by_id, ...event }, at) => ({ ...event, step: stepOf(events, at), note: noteOf(event), by: named(by_id) }));
  const written = notes.map(({ by_reporter, by_id, text, at }) => ({
    step: by_reporter ? 'reporterNote' : 'note',
    round: 0,
    at,
    by: named(by_id),
    note: text,
    facts: {},
  }));
  return [...told, ...written].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Older programs noted the word of the program for a relapse where nobody had given a reason. */
function noteOf({ step, note }: Pick<TimelineEntry, 'step' | 'note'>): string | null {
  return step === 'reopen' && note === 'relapsed' ? null : note;
}

/** A ledger after the first one does not bring the hazard in, but moves it on. */
function stepOf(events: readonly Pick<TimelineEntry, 'step'>[], at: number): string {
  const step = events[at]?.step ?? '';
  return step === 'import' && events.findIndex((each) => each.step === step) < at ? 'importAgain' : step;
}
