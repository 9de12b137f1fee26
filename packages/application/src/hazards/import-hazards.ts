import { type Hazard, openingHazard, type Opening } from '@changming/domain/hazards';
import type { RawBuilder } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import type { LedgerHazard } from './ledger-hazard.ts';
import { insertionOf } from './insert-hazards.ts';
import { insertBeside } from './ledger-rows-in.ts';
import { told } from './store.ts';
import { workdaysAround } from './workdays.ts';

/** As many hazards as one statement takes. */
export const atOnce = 2000;

/** Enters hazards of the time before the go-live, many at a time. Whoever calls this holds `hazards.import`. */
export async function enterLedger(work: Writing, hazards: readonly LedgerHazard[]): Promise<Changed[]> {
  const opening = await openingOf(work);
  const changes: Changed[] = [];
  await inTurn(entriesOf(hazards, opening, work.now), async ({ some, insert, entered }) => {
    await insert.execute(work.tx);
    await insertBeside(work, some);
    changes.push(...entered.map((hazard) => ({ subjectId: hazard.id, unitId: hazard.unitId, before: null, after: told(hazard) })));
  });
  return changes;
}

/** Who brings a ledger in, and on which day. */
export async function openingOf({ tx, today, actor }: Writing): Promise<Opening> {
  return { by: actor.personId, on: today, isWorkday: await workdaysAround(tx, today) };
}

type Entry = { readonly some: readonly LedgerHazard[]; readonly entered: readonly Hazard[]; readonly insert: RawBuilder<unknown> };

function* entriesOf(hazards: readonly LedgerHazard[], opening: Opening, now: Date): Generator<Entry> {
  for (const some of partsOf(hazards, atOnce)) {
    const pairs = some.map((each) => ({ each, hazard: openingHazard(each, opening) }));
    yield { some, entered: pairs.map(({ hazard }) => hazard), insert: insertionOf(pairs, now) };
  }
}
