import type { HazardDraft } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { enterLedger, type LedgerHazard, moveLedger } from '../hazards/index.ts';
import { noteRecords } from './note-records.ts';
import type { Batch } from './store.ts';

/** Enters the hazards that a ledger tells of, and moves those on that are there already. */
export async function importHazards(work: Writing, batch: Batch, drafts: readonly HazardDraft[]): Promise<Changed[]> {
  const leftIds = await goneBy(work);
  const hazards = drafts.map((draft) => ({ draft, hazard: ledgerHazard(draft, { batch, leftIds, newId: work.newId }) }));
  const fresh = hazards.filter(({ draft }) => draft.existingId === null).map(({ hazard }) => hazard);
  const moved = hazards.filter(({ draft }) => draft.existingId !== null).map(({ hazard }) => hazard);
  const changes = [...(await enterLedger(work, fresh)), ...(await moveLedger(work, moved))];
  const records = [...fresh, ...moved].map(({ id, ledger: source }) => ({ id, source }));
  await noteRecords(work, batch, records);
  return changes;
}

/** Whoever has left by today: an open hazard is nobody's whom its ledger still names. */
async function goneBy({ tx, today }: Writing): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('persons').select('id').where('left_on', '<=', today).execute();
  return new Set(rows.map(({ id }) => id));
}

type Along = { readonly batch: Batch; readonly leftIds: ReadonlySet<string>; readonly newId: () => string };

function ledgerHazard(draft: HazardDraft, { batch, leftIds, newId }: Along): LedgerHazard {
  const { finders, responsible, acceptors, words, source, existingId, from, ...told } = draft;
  const named = responsible.flatMap(({ id }) => (id === null ? [] : [id]));
  const isOpen = draft.stage !== 'closed' && draft.stage !== 'void';
  return {
    ...told,
    id: existingId ?? newId(),
    source: from,
    factor: null,
    foundById: firstOf(finders),
    responsibleId: (isOpen ? named.filter((id) => !leftIds.has(id)) : named)[0] ?? null,
    responsibleUnitId: draft.responsibleUnitId ?? draft.unitId,
    rectifierIds: named,
    acceptedById: firstOf(acceptors),
    ledger: { fileHash: hashOf(batch), fileName: batch.file_name, ...source, words, acceptedOn: draft.acceptedOn },
  };
}

function firstOf(persons: HazardDraft['finders']): string | null {
  return persons.find(({ id }) => id !== null)?.id ?? null;
}

function hashOf({ file_hash, state }: Batch): string {
  return file_hash ?? refuse('conflict', 'imports.wrong_state', { state });
}
