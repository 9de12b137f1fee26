import { type FireDraft, type SpecialDraft, textKeyOf } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';
import { within } from '@changming/database';

import { command, type Writing } from '../context.ts';
import { enterFire, enterSpecial, type LedgerFire, type LedgerSpecial } from '../equipment/index.ts';
import { knownNames } from './known.ts';
import { noteRecords } from './note-records.ts';
import type { Of } from './plan.ts';
import { planOfFire, planOfSpecial } from './plan-equipment.ts';
import { type Brought, ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 设备台账: machines with their state and their last inspection as the ledger tells them. */
export const runSpecialImport = command({
  permission: 'equipment.import',
  name: 'equipment.importSpecial',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringSpecial),
});

/** The same for 消防器材台账. */
export const runFireImport = command({
  permission: 'equipment.import',
  name: 'equipment.importFire',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringFire),
});

async function bringSpecial(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfSpecial(work, asked);
  const along = await alongside(work, batch);
  const machines = readyOf(plan, batch).map((draft) => ledgerSpecial(draft, along));
  const changes = await enterSpecial(work, machines);
  await noteRecords(work, batch, machines.map(noted));
  return { changes, verdicts: plan.verdicts };
}

async function bringFire(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfFire(work, asked);
  const along = await alongside(work, batch);
  const pieces = readyOf(plan, batch).map((draft) => ledgerFire(draft, along));
  const changes = await enterFire(work, pieces);
  await noteRecords(work, batch, pieces.map(noted));
  return { changes, verdicts: plan.verdicts };
}

function noted({ id, ledger: source }: LedgerSpecial | LedgerFire) {
  return { id, source };
}

type Along = {
  readonly batch: Batch;
  readonly newId: () => string;
  readonly leftIds: ReadonlySet<string>;
  readonly pointAt: (unitId: string, place: string | undefined) => string | null;
};

/** Who has left by now, and the points by the name of their place: one of the unit, and only one, is meant. */
async function alongside(work: Writing, batch: Batch): Promise<Along> {
  const { tx, scope, today, newId } = work;
  const left = (await knownNames(work)).filter(({ leftOn }) => leftOn !== null && leftOn <= today);
  const points = await tx
    .selectFrom('points')
    .select(['id', 'name', 'unit_id'])
    .where('closed_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
  const named = Map.groupBy(points, ({ unit_id, name }) => `${unit_id}|${textKeyOf(name)}`);
  const pointAt = (unitId: string, place: string | undefined) => {
    const found = place === undefined ? [] : (named.get(`${unitId}|${textKeyOf(place)}`) ?? []);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  return { batch, newId, leftIds: new Set(left.map(({ id }) => id)), pointAt };
}

/** The person whom the ledger names where exactly one can be meant and still works here; otherwise the words stay. */
function keeperOf({ keepers, words }: SpecialDraft | FireDraft, leftIds: ReadonlySet<string>) {
  const keeperId = keepers.map(({ id }) => id).find((id) => id !== null && !leftIds.has(id)) ?? null;
  return { keeperId, keeperWords: keeperId === null ? (words.keeper?.slice(0, 80) ?? null) : null };
}

function originOf({ source, words }: SpecialDraft | FireDraft, { file_hash, file_name, state }: Batch) {
  const fileHash = file_hash ?? refuse('conflict', 'imports.wrong_state', { state });
  return { fileHash, fileName: file_name, sheet: source.sheet, row: source.row, words: { ...words } };
}

function ledgerSpecial(draft: SpecialDraft, { batch, newId, leftIds, pointAt }: Along): LedgerSpecial {
  const { unitId, ownNo, name, category, model, registration, registerNo, useFrom, remark, words } = draft;
  const { keeperId, keeperWords } = keeperOf(draft, leftIds);
  const place = { pointId: pointAt(unitId, words.place), keeperId };
  const operatorIds = draft.operators.flatMap(({ id }) => (id === null || leftIds.has(id) ? [] : [id]));
  return {
    id: draft.existingId ?? newId(),
    isKnown: draft.existingId !== null,
    facts: { unitId, ownNo, name, category, model, registration, registerNo, useFrom, remark, ...place },
    keeperWords,
    ledger: originOf(draft, batch),
    state: draft.state,
    stateOn: draft.stateOn ?? batch.effective_on,
    stateReason: (remark ?? words.state ?? '').slice(0, 200),
    inspection: inspectionOf(draft),
    operatorIds: [...new Set(operatorIds)],
  };
}

function inspectionOf({ inspectedOn, result, nextDueOn, reportNo, agency }: SpecialDraft): LedgerSpecial['inspection'] {
  return inspectedOn === null || result === null ? null : { on: inspectedOn, result, nextDueOn, reportNo, agency };
}

function ledgerFire(draft: FireDraft, { batch, newId, leftIds, pointAt }: Along): LedgerFire {
  const { unitId, no, kind, name, model, place, madeOn, servicedOn, scrapStatedOn, remark, condition } = draft;
  const { keeperId, keeperWords } = keeperOf(draft, leftIds);
  const pointId = pointAt(unitId, place ?? undefined);
  return {
    id: draft.existingId ?? newId(),
    isKnown: draft.existingId !== null,
    facts: { unitId, no, kind, name: name.slice(0, 60), model, place, pointId, madeOn, servicedOn, scrapStatedOn, keeperId, remark },
    keeperWords,
    ledger: originOf(draft, batch),
    condition,
  };
}
