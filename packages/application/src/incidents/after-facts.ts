import { sameCounts } from '@changming/domain/incidents';

import type { Writing } from '../context.ts';
import { classNow, type Reckoned, reckon } from './facts.ts';
import { tell } from './events.ts';
import { keepClocks } from './keep-clocks.ts';
import { rulesOf } from './rules.ts';
import { saveIncident, type StoredIncident } from './store.ts';

/**
 * What follows from a change of the facts: the tally, an entry of the grade history where it changed, and the clocks that are owed by it.
 * `basis` is why; `knownAt` since when the unit knew, where that was before now. The grade that a person decided stays until a person decides again.
 */
export async function afterFacts(
  work: Writing,
  row: StoredIncident,
  { basis, knownAt = work.now }: { readonly basis: string; readonly knownAt?: Date },
): Promise<StoredIncident> {
  const rules = await rulesOf(work.tx, row);
  const reckoned = await reckon(work.tx, row, rules);
  const casualtiesChanged = !sameCounts(reckoned.counts, row);
  const after = await keepTally(work, row, reckoned);
  if (await noteFacts(work, after, { reckoned, basis }))
    await tell(work, { incidentId: row.id, about: 'facts', once: work.now.toISOString() });
  await keepClocks(
    work,
    { row: after, reckoned, rules },
    {
      knownAt,
      casualtiesChanged: casualtiesChanged && row.state !== 'reported' && withinWindow(reckoned),
    },
  );
  return after;
}

/** 补报 is owed of what happens within its period (条例第十三条); the statement made last is the change. */
function withinWindow({ degrees, supplementUntil }: Reckoned): boolean {
  const last = degrees.at(-1);
  return last !== undefined && last.onDay <= supplementUntil;
}

async function keepTally({ tx }: Writing, row: StoredIncident, reckoned: Reckoned): Promise<StoredIncident> {
  const { counts, lossFen } = reckoned;
  const eventClass = classNow(row, reckoned);
  if (sameCounts(counts, row) && lossFen === row.loss_fen && eventClass === row.event_class) return row;
  return saveIncident(tx, row, { ...counts, loss_fen: lossFen, event_class: eventClass });
}

export type Noted = { readonly reckoned: Reckoned; readonly basis: string };

/** Writes down what the facts suggest, if that or they have changed. Answers whether a graded case now awaits a new decision. */
async function noteFacts(work: Writing, row: StoredIncident, { reckoned, basis }: Noted): Promise<boolean> {
  const { tx } = work;
  const last = await tx
    .selectFrom('incident_grades')
    .selectAll()
    .where('incident_id', '=', row.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const same = last !== undefined && sameCounts(last, reckoned.counts) && last.loss_fen === reckoned.lossFen;
  if (same && last.suggested === reckoned.suggested) return false;
  await insertEntry(work, row, { kind: 'facts', grade: row.grade ?? reckoned.suggested, reckoned, basis });
  return row.grade !== null && last !== undefined && last.suggested !== reckoned.suggested;
}

type Entry = Noted & { readonly kind: 'facts' | 'decided'; readonly grade: StoredIncident['grade'] & string };

/** An entry of the grade history, which only grows. `post_window`: the casualties have changed after 补报期, and the grade stays. */
export async function insertEntry({ tx, now, newId, actor }: Writing, row: StoredIncident, entry: Entry): Promise<void> {
  const { kind, grade, reckoned, basis } = entry;
  await tx
    .insertInto('incident_grades')
    .values({
      id: newId(),
      incident_id: row.id,
      kind,
      grade,
      suggested: reckoned.suggested,
      provisional: reckoned.provisional,
      post_window: !sameCounts(reckoned.counts, reckoned.inWindow),
      ...reckoned.counts,
      loss_fen: reckoned.lossFen,
      as_of: now,
      basis,
      by_id: actor.personId,
      recorded_at: now,
    })
    .execute();
}
