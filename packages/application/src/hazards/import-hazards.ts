import type { Tx } from '@changming/database';
import {
  type FactorCode,
  type HazardCategory,
  type HazardKind,
  type HazardSource,
  type KeyArea,
  type OpeningHazard,
  openingHazard,
} from '@changming/domain/hazards';
import { refuse, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { needs, untilAfter } from './assignments.ts';
import { toRow, told } from './store.ts';
import { workdaysAround } from './workdays.ts';

/** The row of a ledger that tells of a hazard. */
export type LedgerRow = {
  readonly fileHash: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  /** Every cell of the row as it is written, by the name of its column. */
  readonly words: Readonly<Record<string, string>>;
};

/** 期初: a hazard as a ledger tells it, at whatever stage. */
export type LedgerHazard = OpeningHazard & {
  readonly ledger: LedgerRow;
  readonly foundOn: string;
  readonly text: string;
  readonly place: string | null;
  readonly category: HazardCategory;
  readonly factor: FactorCode | null;
  readonly keyArea: KeyArea;
  readonly kind: HazardKind;
  readonly source: HazardSource;
};

/** As many hazards as one statement takes. */
const atOnce = 2000;

/** Enters hazards of the time before the go-live, many at a time. Whoever calls this holds `hazards.import`. */
export async function enterLedger(work: Writing, hazards: readonly LedgerHazard[]): Promise<Changed[]> {
  const isWorkday = await workdaysAround(work.tx, work.today);
  const opening = { by: work.actor.personId, on: work.today, isWorkday };
  const changes: Changed[] = [];
  for (let at = 0; at < hazards.length; at += atOnce) {
    const some = hazards.slice(at, at + atOnce).map((each) => ({ each, hazard: openingHazard(each, opening) }));
    await insertHazards(
      work,
      some.map(({ each, hazard }) => ({ ...toRow(hazard), ...besideOf(each, work.now) })),
    );
    await insertBeside(
      work,
      some.map(({ each }) => each),
    );
    changes.push(...some.map(({ hazard }) => ({ subjectId: hazard.id, unitId: hazard.unitId, before: null, after: told(hazard) })));
  }
  return changes;
}

/** What stands beside the lifecycle. */
function besideOf(each: LedgerHazard, now: Date) {
  const foundAt = startOf(each.foundOn);
  return {
    id: each.id,
    unit_id: each.unitId,
    place: each.place,
    category: each.category,
    factor: each.factor,
    key_area: each.keyArea,
    kind: each.kind,
    source: each.source,
    text: each.text,
    found_by_id: each.foundById,
    found_on: each.foundOn,
    found_at: foundAt,
    claimed_at: foundAt,
    reported_at: now,
  };
}

type Entered = ReturnType<typeof toRow> & ReturnType<typeof besideOf>;

async function insertHazards({ tx }: Writing, rows: readonly Entered[]): Promise<void> {
  await sql`
    insert into hazards (id, unit_id, stage, level, category, factor, key_area, kind, source, origin, text, place, found_by_id, found_on,
      found_at, claimed_at, reported_at, responsible_unit_id, responsible_id, measures, funds, due_on, submitted_by_id, submitted_on,
      rectifier_ids, acceptance_due_on, accepted_by_id, closed_on, treatment)
    select id, unit_id, stage, level, category, factor, key_area, kind, source, 'opening', text, place, found_by_id, found_on,
      found_at, claimed_at, reported_at, responsible_unit_id, responsible_id, measures, funds, due_on, submitted_by_id, submitted_on,
      rectifier_ids, acceptance_due_on, accepted_by_id, closed_on, treatment::jsonb
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, unit_id uuid, stage text, level text, category text, factor text,
      key_area text, kind text, source text, text text, place text, found_by_id uuid, found_on date, found_at timestamptz,
      claimed_at timestamptz, reported_at timestamptz, responsible_unit_id uuid, responsible_id uuid, measures text, funds bigint,
      due_on date, submitted_by_id uuid, submitted_on date, rectifier_ids uuid[], acceptance_due_on date, accepted_by_id uuid,
      closed_on date, treatment text)`.execute(tx);
}

/** Lineage, the first entry of the story, the closing of what is closed, the assignment of what is to be rectified. */
async function insertBeside(work: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  await noteLedgerRows(work, hazards);
  await recordImport(work, hazards);
  await noteClosings(work.tx, hazards);
  await assignRectifiers(work, hazards);
}

/** The row of the ledger, kept with the hazard whole. */
async function noteLedgerRows({ tx, now }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const rows = hazards.map(({ id, ledger: { fileHash, fileName, sheet, row, words } }) => ({
    hazard_id: id,
    file_hash: fileHash,
    file_name: fileName,
    sheet,
    row,
    words,
  }));
  await sql`
    insert into hazard_ledger_rows (hazard_id, file_hash, file_name, sheet, row, words, told_at)
    select hazard_id, file_hash, file_name, sheet, "row", words, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as told (hazard_id uuid, file_hash text, file_name text, sheet text, "row" integer, words jsonb)
    on conflict do nothing`.execute(tx);
}

async function recordImport({ tx, now, newId, actor }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const rows = hazards.map(({ id, ledger: { fileName, sheet, row } }) => ({ id: newId(), hazard_id: id, facts: { fileName, sheet, row } }));
  await sql`
    insert into hazard_events (id, hazard_id, round, step, by_id, at, facts)
    select id, hazard_id, 0, 'import', ${actor.personId}::uuid, ${now}, facts
    from json_to_recordset(${JSON.stringify(rows)}::json) as told (id uuid, hazard_id uuid, facts jsonb)`.execute(tx);
}

/** Closed before the go-live: noted like every closing, and by its origin neither drawn for a look-back nor counted in its share. */
async function noteClosings(tx: Tx, hazards: readonly LedgerHazard[]): Promise<void> {
  const ids = hazards.filter(({ stage }) => stage === 'closed').map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`
    insert into hazard_closings (hazard_id, round, unit_id, level, source, origin, closed_on, accepted_by_id)
    select h.id, h.reopenings, h.unit_id, h.level, h.source, h.origin, h.closed_on, h.accepted_by_id
    from unnest(${ids}::uuid[]) as entered (id) cross join lateral (select * from hazards where hazards.id = entered.id offset 0) as h
    on conflict do nothing`.execute(tx);
}

/** 指派: whoever the ledger names as answerable may do the work, wherever he belongs. */
async function assignRectifiers({ tx, newId, today }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const open = hazards.filter(({ stage, responsibleId }) => responsibleId !== null && (stage === 'assigned' || stage === 'rectifying'));
  const rows = open.flatMap(({ id, unitId, responsibleId, dueOn }) =>
    needs['hazards.rectify'].map((verb) => ({
      id: newId(),
      subject_id: id,
      unit_id: unitId,
      person_id: responsibleId,
      verb,
      until_on: untilAfter(dueOn, today),
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into assignments (id, subject_id, unit_id, person_id, verb, until_on)
    select id, subject_id, unit_id, person_id, verb, until_on
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as told (id uuid, subject_id uuid, unit_id uuid, person_id uuid, verb text, until_on date)`.execute(tx);
}

/** Moves hazards of earlier ledgers on to what a later one tells. Whoever has gone on with one in the product is refused to nobody. */
export async function moveLedger(work: Writing, hazards: readonly LedgerHazard[]): Promise<Changed[]> {
  const isWorkday = await workdaysAround(work.tx, work.today);
  const opening = { by: work.actor.personId, on: work.today, isWorkday };
  const changes: Changed[] = [];
  for (let at = 0; at < hazards.length; at += atOnce) {
    const some = hazards.slice(at, at + atOnce);
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
