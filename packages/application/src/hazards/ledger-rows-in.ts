import type { Tx } from '@changming/database';
import { isOpen } from '@changming/domain/hazards';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { needs, untilAfter } from './assignments.ts';
import type { LedgerHazard } from './ledger-hazard.ts';

/** Lineage, the first entry of the story, the closing of what is closed, the assignment of what is to be rectified. */
export async function insertBeside(work: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  await noteLedgerRows(work, hazards);
  await recordImport(work, hazards);
  await noteFirstClosings(work, hazards);
  await assignRectifiers(work, hazards);
}

const ledgerColumns = {
  hazard_id: 'uuid',
  file_hash: 'text',
  file_name: 'text',
  sheet: 'text',
  row: 'integer',
  words: 'jsonb',
  accepted_on: 'date',
} as const;

/** The row of the ledger, kept with the hazard whole. */
export async function noteLedgerRows({ tx, now }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const rows = hazards.map(({ id, ledger: { fileHash, fileName, sheet, row, words, acceptedOn } }) => ({
    hazard_id: id,
    file_hash: fileHash,
    file_name: fileName,
    sheet,
    row,
    words,
    accepted_on: acceptedOn,
  }));
  await sql`
    insert into hazard_ledger_rows (hazard_id, file_hash, file_name, sheet, row, words, accepted_on, told_at)
    select hazard_id, file_hash, file_name, sheet, "row", words, accepted_on, ${now}
    from ${rowsAsTable('told', ledgerColumns, rows)}
    on conflict do nothing`.execute(tx);
}

export async function recordImport({ tx, now, newId, actor }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const rows = hazards.map(({ id, ledger: { fileName, sheet, row } }) => ({ id: newId(), hazard_id: id, facts: { fileName, sheet, row } }));
  await sql`
    insert into hazard_events (id, hazard_id, round, step, by_id, at, facts)
    select id, hazard_id, 0, 'import', ${actor.personId}::uuid, ${now}, facts
    from ${rowsAsTable('told', { id: 'uuid', hazard_id: 'uuid', facts: 'jsonb' }, rows)}`.execute(tx);
}

/** What has just come in closed, from what was told of it. */
async function noteFirstClosings({ tx }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const rows = hazards.flatMap(({ stage, id, unitId, level, source, closedOn, acceptedById }) =>
    stage === 'closed' ? [{ id, unit_id: unitId, level, source, closed_on: closedOn, accepted_by_id: acceptedById }] : [],
  );
  if (rows.length === 0) return;
  await sql`
    insert into hazard_closings (hazard_id, round, unit_id, level, source, origin, closed_on, accepted_by_id)
    select id, 0, unit_id, level, source, 'opening', closed_on, accepted_by_id
    from ${rowsAsTable('closed', closingColumns, rows)}`.execute(tx);
}

const closingColumns = { id: 'uuid', unit_id: 'uuid', level: 'text', source: 'text', closed_on: 'date', accepted_by_id: 'uuid' } as const;

/**
 * Closed before the go-live: noted like every closing, and by its origin neither drawn for a look-back nor counted in its share. Where a later
 * ledger tells another day and that is taken, it is the day of the closing, too.
 */
export async function noteClosings(tx: Tx, hazards: readonly LedgerHazard[]): Promise<void> {
  const ids = hazards.filter(({ stage }) => stage === 'closed').map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`
    insert into hazard_closings (hazard_id, round, unit_id, level, source, origin, closed_on, accepted_by_id)
    select h.id, h.reopenings, h.unit_id, h.level, h.source, h.origin, h.closed_on, h.accepted_by_id
    from unnest(${ids}::uuid[]) as entered (id) cross join lateral (select * from hazards where hazards.id = entered.id offset 0) as h
    on conflict (hazard_id, round) do update set closed_on = excluded.closed_on,
      accepted_by_id = coalesce(excluded.accepted_by_id, hazard_closings.accepted_by_id)`.execute(tx);
}

/** 指派: whoever the ledger names as answerable may do the work, wherever he belongs; what is only handed in may be sent back to him. */
export async function assignRectifiers({ tx, newId, today }: Writing, hazards: readonly LedgerHazard[]): Promise<void> {
  const open = hazards.filter(({ stage, responsibleId }) => responsibleId !== null && isOpen({ stage }));
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
    from ${rowsAsTable('told', assignmentColumns, rows)}`.execute(tx);
}

const assignmentColumns = { id: 'uuid', subject_id: 'uuid', unit_id: 'uuid', person_id: 'uuid', verb: 'text', until_on: 'date' } as const;
