import { type Hazard, openingHazard, type Opening } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import type { LedgerHazard } from './ledger-hazard.ts';
import { insertionOf } from './insert-hazards.ts';
import { insertBeside, noteClosings, noteLedgerRows, recordImport } from './ledger-rows-in.ts';
import { toRow, told } from './store.ts';
import { workdaysAround } from './workdays.ts';

/** As many hazards as one statement takes. */
const atOnce = 2000;

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

async function openingOf({ tx, today, actor }: Writing): Promise<Opening> {
  return { by: actor.personId, on: today, isWorkday: await workdaysAround(tx, today) };
}

type Entry = { readonly some: readonly LedgerHazard[]; readonly entered: readonly Hazard[]; readonly insert: RawBuilder<unknown> };

function* entriesOf(hazards: readonly LedgerHazard[], opening: Opening, now: Date): Generator<Entry> {
  for (const some of partsOf(hazards, atOnce)) {
    const pairs = some.map((each) => ({ each, hazard: openingHazard(each, opening) }));
    yield { some, entered: pairs.map(({ hazard }) => hazard), insert: insertionOf(pairs, now) };
  }
}

/** Moves hazards of earlier ledgers on to what a later one tells. Whoever has gone on with one in the product is refused to nobody. */
export async function moveLedger(work: Writing, hazards: readonly LedgerHazard[]): Promise<Changed[]> {
  const opening = await openingOf(work);
  const changes: Changed[] = [];
  for (const some of partsOf(hazards, atOnce)) {
    changes.push(...(await updateHazards(work, some, (each) => openingHazard(each, opening))));
    await noteLedgerRows(work, some);
    await recordImport(work, some);
    await noteClosings(work.tx, some);
  }
  return changes;
}

type Opened = (each: LedgerHazard) => ReturnType<typeof openingHazard>;

/** Stage and days as told; what the earlier ledger said and this one leaves open stays. What is open again begins another round. */
async function updateHazards({ tx }: Writing, hazards: readonly LedgerHazard[], opened: Opened): Promise<Changed[]> {
  const rows = hazards.map((each) => toRow(opened(each))).map((row, at) => ({ ...row, id: hazards[at]?.id }));
  const { rows: before } = await sql<{ id: string; stage: string; due_on: string | null; submitted_on: string | null }>`
    with told as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, stage text, due_on date, submitted_by_id uuid,
        submitted_on date, rectifier_ids uuid[], acceptance_due_on date, accepted_by_id uuid, closed_on date, treatment text)
    ), was as (select h.id, h.stage, h.due_on, h.submitted_on from hazards h join told using (id)), moved as (
      update hazards h set stage = told.stage, due_on = coalesce(told.due_on, h.due_on), submitted_by_id = told.submitted_by_id,
        submitted_on = coalesce(told.submitted_on, h.submitted_on), rectifier_ids = told.rectifier_ids,
        acceptance_due_on = told.acceptance_due_on, accepted_by_id = told.accepted_by_id, closed_on = told.closed_on,
        treatment = coalesce(h.treatment, told.treatment::jsonb), version = h.version + 1,
        reopenings = h.reopenings + case when h.stage = 'closed' and told.stage not in ('closed', 'void') then 1 else 0 end
      from told where h.id = told.id and h.origin = 'opening'
        and not exists (select from hazard_events e where e.hazard_id = h.id and e.step <> 'import')
      returning h.id
    )
    select was.* from was join moved using (id)`.execute(tx);
  const known = new Map(before.map((row) => [row.id, row]));
  const changed = hazards.find(({ id }) => !known.has(id));
  if (changed !== undefined) refuse('conflict', 'hazards.changed_meanwhile', { id: changed.id });
  return hazards.map((each) => {
    const was = known.get(each.id);
    const { stage, dueOn, doneOn, closedOn } = each;
    return {
      subjectId: each.id,
      unitId: each.unitId,
      before: { stage: was?.stage, dueOn: was?.due_on, submittedOn: was?.submitted_on },
      after: { stage, dueOn, submittedOn: doneOn, closedOn },
    };
  });
}
