import { openingHazard } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { partsOf } from '../in-turn.ts';
import { endWorkOfMany } from './assignments.ts';
import { goneOn } from './gone-on.ts';
import { atOnce, openingOf } from './import-hazards.ts';
import type { LedgerHazard } from './ledger-hazard.ts';
import { assignRectifiers, noteClosings, noteLedgerRows, recordImport } from './ledger-rows-in.ts';
import { toRow } from './store.ts';

/**
 * Moves hazards of earlier ledgers on to what a later one tells, as far as it is taken; the trail tells of which row. Whoever has gone on with
 * one in the product is refused to nobody.
 */
export async function moveLedger(work: Writing, hazards: readonly LedgerHazard[]): Promise<Changed[]> {
  const opening = await openingOf(work);
  const changes: Changed[] = [];
  for (const some of partsOf(hazards, atOnce)) {
    const rows = some.map((each) => ({ ...toRow(openingHazard(each, opening)), id: each.id, takes: each.takes ?? [] }));
    const moves = await updateHazards(work, rows);
    const all = some.map((hazard) => {
      const { id } = hazard;
      return { hazard, move: moves.get(id) ?? refuse('conflict', 'hazards.changed_meanwhile', { id }) };
    });
    changes.push(...all.map(changed));
    await noteLedgerRows(work, some);
    await recordImport(work, some);
    await noteClosings(work.tx, some);
    await reassign(work, all);
  }
  return changes;
}

type Row = ReturnType<typeof toRow> & { readonly id: string; readonly takes: readonly string[] };
/** As the trail names it; money in 元. */
type State = { readonly stage: string; readonly responsibleId: string | null; readonly dueOn: string | null } & Readonly<
  Record<string, string | number | null>
>;
type Move = { readonly id: string; readonly before: State; readonly after: State };
type Moved = { readonly hazard: LedgerHazard; readonly move: Move };

const state = sql`h.id, h.stage, h.due_on as "dueOn", h.submitted_on as "submittedOn", h.closed_on as "closedOn",
  h.responsible_id as "responsibleId", (h.funds / 100.0)::float8 as funds`;

/** Stage and days as told; what the earlier ledger said and this one leaves open stays. What is open again begins another round. */
async function updateHazards({ tx }: Writing, rows: readonly Row[]): Promise<ReadonlyMap<string, Move>> {
  const { rows: moves } = await sql<Move>`
    with told as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, stage text, due_on date, submitted_by_id uuid,
        submitted_on date, rectifier_ids uuid[], acceptance_due_on date, accepted_by_id uuid, closed_on date, treatment text,
        responsible_id uuid, funds bigint, takes text[])
    ), was as (select ${state} from hazards h join told using (id)), moved as (
      update hazards h set stage = told.stage, due_on = coalesce(told.due_on, h.due_on),
        submitted_by_id = ${ofWorkDone('submitted_by_id')}, submitted_on = ${ofWorkDone('submitted_on')},
        rectifier_ids = case when told.rectifier_ids = '{}' or h.rectifier_ids <> '{}' and 'responsible' <> all(told.takes)
          then h.rectifier_ids else told.rectifier_ids end,
        acceptance_due_on = case when h.stage = told.stage then h.acceptance_due_on else told.acceptance_due_on end,
        accepted_by_id = case when told.stage = 'closed' then coalesce(told.accepted_by_id, h.accepted_by_id) end,
        closed_on = told.closed_on,
        responsible_id = case when 'responsible' = any(told.takes) then told.responsible_id else h.responsible_id end,
        funds = case when 'funds' = any(told.takes) then told.funds else h.funds end,
        treatment = coalesce(h.treatment, told.treatment::jsonb), version = h.version + 1,
        reopenings = h.reopenings + case when h.stage = 'closed' and told.stage not in ('closed', 'void') then 1 else 0 end
      from told where h.id = told.id and h.origin = 'opening'
        and not ${goneOn}
      returning ${state}
    )
    select id, to_jsonb(was) - 'id' as before, to_jsonb(moved) - 'id' as after from was join moved using (id)`.execute(tx);
  return new Map(moves.map((move) => [move.id, move]));
}

/** What was done of the work stays where this ledger is silent, unless it says that the work is not done. */
function ofWorkDone(column: 'submitted_by_id' | 'submitted_on') {
  const [said, known] = [sql.ref(`told.${column}`), sql.ref(`h.${column}`)];
  return sql`case when told.stage in ('submitted', 'closed', 'void') then coalesce(${said}, ${known}) end`;
}

function changed({ hazard: { id, unitId, ledger }, move: { before, after } }: Moved): Changed {
  const { fileName, sheet, row } = ledger;
  return { subjectId: id, unitId, before, after: { ...after, toldBy: `${fileName} ${sheet}!${row}` } };
}

/**
 * Whoever answers for the work now may do it, as long after the deadline as it holds now; nobody may any more when the ledger closes it or
 * names another.
 */
async function reassign(work: Writing, all: readonly Moved[]): Promise<void> {
  const others = all.filter(({ move: { before, after } }) => decisive.some((fact) => before[fact] !== after[fact]));
  await endWorkOfMany(
    work,
    others.map(({ hazard }) => hazard.id),
    'hazards.rectify',
  );
  const now = others.map(({ hazard, move: { after } }) => ({ ...hazard, responsibleId: after.responsibleId, dueOn: after.dueOn }));
  await assignRectifiers(work, now);
}

const decisive = ['stage', 'responsibleId', 'dueOn'] as const;
