import type { FireCondition, FireFacts, InspectionResult, SpecialFacts, SpecialState } from '@changming/domain/equipment';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { copyCounting } from './inspections.ts';
import { fireColumns } from './register-fire.ts';
import { specialColumns } from './register-special.ts';
import { equipmentRuleBook } from './rules.ts';
import { refuseRival } from './store.ts';

/** The row of a ledger that tells of a piece of equipment. */
export type EquipmentLedgerRow = {
  readonly fileHash: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly words: Readonly<Record<string, string>>;
};

type Told = {
  readonly id: string;
  /** It is there already: the ledger moves it on. */
  readonly isKnown: boolean;
  /** Whom the ledger names, where no person can be told. */
  readonly keeperWords: string | null;
  readonly ledger: EquipmentLedgerRow;
};

/** A machine as a ledger tells it. */
export type LedgerSpecial = Told & {
  readonly facts: SpecialFacts;
  readonly state: SpecialState;
  readonly stateOn: string;
  readonly stateReason: string;
  readonly inspection: {
    readonly on: string;
    readonly result: InspectionResult;
    readonly nextDueOn: string | null;
    readonly reportNo: string | null;
    readonly agency: string | null;
  } | null;
  readonly operatorIds: readonly string[];
};

/** A piece of fire equipment as a ledger tells it. */
export type LedgerFire = Told & {
  readonly facts: FireFacts;
  readonly condition: FireCondition;
};

/** Enters or moves on the machines of a ledger. Whoever calls this holds `equipment.import`. */
export async function enterSpecial(work: Writing, machines: readonly LedgerSpecial[]): Promise<Changed[]> {
  const changes: Changed[] = [];
  for (const machine of machines) changes.push(await enterOne(work, machine));
  await copyCounting(
    work.tx,
    machines.map(({ id }) => id),
  );
  await noteRows(
    work,
    machines.map((machine) => ({ ...machine, unitId: machine.facts.unitId })),
  );
  return changes;
}

async function enterOne(work: Writing, machine: LedgerSpecial): Promise<Changed> {
  const { id, facts, isKnown, state, inspection } = machine;
  if (isKnown) await moveOn(work, machine);
  else await begin(work, machine);
  if (state !== 'inUse' || isKnown) await settleState(work, machine);
  await addInspection(work, machine);
  for (const personId of machine.operatorIds) await addOperator(work, { equipmentId: id, personId });
  const told = { name: facts.name, ownNo: facts.ownNo, state, nextDueOn: inspection === null ? null : inspection.nextDueOn };
  return { subjectId: id, unitId: facts.unitId, before: isKnown ? {} : null, after: told };
}

/** In use from the first day that the ledger tells of. */
async function begin(work: Writing, machine: LedgerSpecial): Promise<void> {
  const { tx, today } = work;
  const { id, facts, keeperWords, inspection, stateOn } = machine;
  const since = facts.useFrom ?? inspection?.on ?? stateOn;
  const begun = since < today ? since : today;
  const columns = { ...specialColumns(facts), keeper_words: keeperWords };
  await tx
    .insertInto('special_equipment')
    .values({ id, ...columns, state: 'inUse', state_since: begun, origin: 'opening', entered_on: today })
    .execute()
    .catch(refuseRival);
  await addState(work, machine, { state: 'inUse', from: begun, reason: '' });
}

/** What the ledger tells takes the place of what was known; what it leaves open stays. */
async function moveOn({ tx }: Writing, { id, facts, keeperWords }: LedgerSpecial): Promise<void> {
  const told = Object.fromEntries(Object.entries(specialColumns(facts)).filter(([, value]) => value !== null));
  await tx
    .updateTable('special_equipment')
    .set((eb) => ({ ...told, ...(keeperWords === null ? {} : { keeper_words: keeperWords }), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', 'scrapped')
    .execute();
}

async function settleState(work: Writing, machine: LedgerSpecial): Promise<void> {
  const { tx, today } = work;
  const { id, state, stateOn, stateReason } = machine;
  const now = await tx.selectFrom('special_equipment').select(['state', 'state_since']).where('id', '=', id).executeTakeFirstOrThrow();
  if (now.state === state || now.state === 'scrapped') return;
  const from = stateOn < now.state_since ? now.state_since : stateOn > today ? today : stateOn;
  await tx.updateTable('special_equipment').set({ state, state_since: from }).where('id', '=', id).execute();
  await addState(work, machine, { state, from, reason: stateReason });
}

type Becoming = { readonly state: SpecialState; readonly from: string; readonly reason: string };

async function addState({ tx, newId, actor, now }: Writing, { id }: LedgerSpecial, { state, from, reason }: Becoming): Promise<void> {
  await tx
    .insertInto('special_states')
    .values({ id: newId(), equipment_id: id, state, from_on: from, reason, by_id: actor.personId, recorded_at: now })
    .execute();
}

async function addInspection({ tx, newId, actor, now }: Writing, { id, inspection }: LedgerSpecial): Promise<void> {
  if (inspection === null) return;
  const { on, result, nextDueOn, reportNo, agency } = inspection;
  const known = await tx
    .selectFrom('special_inspections')
    .select('id')
    .where('equipment_id', '=', id)
    .where('on_day', '=', on)
    .where('result', '=', result)
    .where('next_due_on', nextDueOn === null ? 'is' : '=', nextDueOn)
    .executeTakeFirst();
  if (known !== undefined) return;
  await tx
    .insertInto('special_inspections')
    .values({
      id: newId(),
      equipment_id: id,
      kind: 'periodic',
      on_day: on,
      result,
      next_due_on: nextDueOn !== null && nextDueOn > on ? nextDueOn : null,
      report_no: reportNo,
      agency,
      corrects_id: null,
      by_id: actor.personId,
      recorded_at: now,
    })
    .execute();
}

async function addOperator(
  { tx, newId, today }: Writing,
  { equipmentId, personId }: { readonly equipmentId: string; readonly personId: string },
): Promise<void> {
  const bare = { certificate_kind: null, certificate_sealed: null, certificate_masked: null, valid_to: null, to_on: null };
  await tx
    .insertInto('special_operators')
    .values({ id: newId(), equipment_id: equipmentId, person_id: personId, from_on: today, ...bare })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Enters or moves on the fire equipment of a ledger. Whoever calls this holds `equipment.import`. */
export async function enterFire(work: Writing, pieces: readonly LedgerFire[]): Promise<Changed[]> {
  const { tx, today } = work;
  const book = await equipmentRuleBook(tx);
  const changes: Changed[] = [];
  for (const piece of pieces) {
    const { fire } = await book({ unitId: piece.facts.unitId, on: today });
    const columns = fireColumns(piece.facts, fire);
    if (piece.isKnown) await moveFire(work, piece, columns);
    else await insertFire(work, piece, columns);
    const told = { no: piece.facts.no, kind: piece.facts.kind, condition: piece.condition, scrapDueOn: columns.scrap_due_on };
    changes.push({ subjectId: piece.id, unitId: piece.facts.unitId, before: piece.isKnown ? {} : null, after: told });
  }
  await noteRows(
    work,
    pieces.map((piece) => ({ ...piece, unitId: piece.facts.unitId })),
  );
  return changes;
}

type FireColumns = ReturnType<typeof fireColumns>;

async function insertFire({ tx, today }: Writing, { id, condition, keeperWords }: LedgerFire, columns: FireColumns): Promise<void> {
  const scrapped = condition === 'scrapped' ? { scrapped_on: today, scrap_reason: '' } : {};
  await tx
    .insertInto('fire_equipment')
    .values({
      id,
      ...columns,
      keeper_words: keeperWords,
      condition,
      condition_on: today,
      origin: 'opening',
      entered_on: today,
      ...scrapped,
    })
    .execute()
    .catch(refuseRival);
}

async function moveFire({ tx, today }: Writing, { id, condition, keeperWords }: LedgerFire, columns: FireColumns): Promise<void> {
  const told = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
  const scrapped = condition === 'scrapped' ? { scrapped_on: today, scrap_reason: '' } : {};
  await tx
    .updateTable('fire_equipment')
    .set((eb) => ({
      ...told,
      ...(keeperWords === null ? {} : { keeper_words: keeperWords }),
      condition,
      condition_on: today,
      ...scrapped,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('condition', '<>', 'scrapped')
    .execute();
}

type Noted = { readonly id: string; readonly unitId: string; readonly ledger: EquipmentLedgerRow };

async function noteRows({ tx, now }: Writing, told: readonly Noted[]): Promise<void> {
  const rows = told.map(({ id, unitId, ledger: { fileHash, fileName, sheet, row, words } }) => ({
    subject_id: id,
    unit_id: unitId,
    file_hash: fileHash,
    file_name: fileName,
    sheet,
    row,
    words,
  }));
  await sql`
    insert into equipment_ledger_rows (subject_id, unit_id, file_hash, file_name, sheet, row, words, told_at)
    select subject_id, unit_id, file_hash, file_name, sheet, "row", words, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as told (subject_id uuid, unit_id uuid, file_hash text, file_name text, sheet text, "row" integer, words jsonb)
    on conflict do nothing`.execute(tx);
}
