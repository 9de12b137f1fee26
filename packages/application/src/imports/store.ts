import { type ImportBatchRow, type ImportKind, type ImportState, type Tx, within } from '@changming/database';
import { mayBeOpening, type Sheet } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import type { Writing } from '../context.ts';

export type Batch = Selectable<ImportBatchRow>;

/** The batch, if its unit lies in the scope; locked for whoever will change it. */
export async function batchInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<Batch> {
  const row = await tx
    .selectFrom('import_batches')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'imports.not_found', { id });
}

/** The same in one of these states, or a refusal that says so. */
export async function batchIn(
  tx: Tx,
  scope: readonly UnitRange[],
  { id, states }: { id: string; states: readonly ImportState[] },
): Promise<Batch> {
  const batch = await batchInScope(tx, scope, id);
  return states.includes(batch.state) ? batch : refuse('conflict', 'imports.wrong_state', { state: batch.state });
}

type Change = Partial<Pick<Batch, 'state' | 'planned_at' | 'begun_at' | 'done_at' | 'made' | 'changed' | 'only_if_all' | 'file_hash'>> & {
  readonly failure?: string | null;
  readonly answers?: string;
  readonly counts?: string;
  readonly mapping?: string;
};

/** Writes only if nobody else has since the batch was read: two people cannot run one batch. */
export async function saveBatch({ tx, now }: Pick<Writing, 'tx' | 'now'>, batch: Batch, change: Change): Promise<void> {
  const saved = await tx
    .updateTable('import_batches')
    .set((eb) => ({ ...change, state_since: now, version: eb('version', '+', 1) }))
    .where('id', '=', batch.id)
    .where('version', '=', batch.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'imports.changed_meanwhile', { id: batch.id });
}

/** Lets the worker go on with the batch as the person who ordered it. From the shell, where nobody has an account, the shell goes on itself. */
export async function order({ actor, enqueue }: Writing, name: 'imports.plan' | 'imports.run', batch: Batch): Promise<void> {
  if (actor.accountId === null) return;
  await enqueue(name, { batchId: batch.id, accountId: actor.accountId }, `${batch.id}:${batch.version}`);
}

/** What a batch is planned with. */
export function askedOf(
  { answers, unit_id: underId, file_name: fileName, file_hash, effective_on: effectiveOn, opening }: Batch,
  sheets: readonly Sheet[],
) {
  return { sheets, answers, underId, fileName, fileHash: file_hash ?? '', effectiveOn, opening };
}

const equipment = { permission: 'equipment.import', kind: 'enter' } as const;
const needed = {
  points: { permission: 'points.edit', kind: 'enter' },
  hazards: { permission: 'hazards.import', kind: 'approve' },
  specialEquipment: equipment,
  fireEquipment: equipment,
  risks: { permission: 'risks.import', kind: 'approve' },
  training: { permission: 'training.import', kind: 'enter' },
} as const;

/** A ledger of hazards sets any stage, one of equipment any state, one of points sets points up: whoever may send other files may not send one. */
export function refuseLedger({ may }: Pick<Writing, 'may'>, kind: ImportKind, unitPos: number): void {
  const needs = kind === 'units' || kind === 'workforce' ? null : needed[kind];
  if (needs === null || may(needs.permission, unitPos)) return;
  refuse('forbidden', 'access.not_permitted', needs);
}

/** 期初 is headquarters' to say, and only of what may be either. */
export function refuseOpening({ may }: Pick<Writing, 'may'>, kind: ImportKind, unitPos: number): void {
  const needs = { permission: 'imports.markOpening', kind: 'approve' } as const;
  if (!may(needs.permission, unitPos)) refuse('forbidden', 'access.not_permitted', needs);
  if (!mayBeOpening(kind)) refuse('invalid', 'imports.never_opening');
}

/** A large file is judged inside its transaction, which does not wait for the database meanwhile: it may take longer than a request. */
export async function patiently({ tx }: Pick<Writing, 'tx'>): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '10min', true), set_config('statement_timeout', '5min', true)`.execute(
    tx,
  );
}
