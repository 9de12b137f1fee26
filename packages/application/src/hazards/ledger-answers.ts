import { takeBackInput } from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { command, query, type Reading, type Writing } from '../context.ts';
import { hazardInScope } from './store.ts';

type Told = { readonly field: string; readonly value: string };

/** What a person said of a row of a ledger and this hazard. */
type LedgerAnswer = {
  readonly batchId: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  /** `kept`: in its very words. */
  readonly kind: 'same' | 'apart' | 'kept';
  /** The words of the row, where they are others. */
  readonly text: string | null;
  /** What the row tells otherwise and the hazard was kept against. */
  readonly told: readonly Told[];
};

type Noted = LedgerAnswer & { readonly saidById: string | null; readonly at: Date };

/** 台账里的其他写法: what people said of rows of ledgers and this hazard, as far as it holds for the ledgers to come; the latest first. */
export const listLedgerAnswers = query({
  permission: 'hazards.import',
  async run({ tx, scope }, { hazardId }: { hazardId: string }) {
    await hazardInScope(tx, scope, hazardId);
    const { rows } = await sql<Noted>`${answersThatHold(hazardId)} limit 200`.execute(tx);
    const names = await namesOf({ tx }, hazardId);
    return { items: rows.map(({ saidById, ...row }) => ({ ...row, by: names.get(saidById ?? '') ?? null })) };
  },
});

function answersThatHold(hazardId: string): RawBuilder<Noted> {
  return sql<Noted>`
    with called as (select * from hazard_aliases where hazard_id = ${hazardId} and taken_back_at is null),
    kept as (
      select batch_id, file_name, sheet, row, said_by_id, said_at,
        jsonb_agg(jsonb_build_object('field', field, 'value', value) order by field, value) as told
      from hazard_kept_tellings where hazard_id = ${hazardId} and taken_back_at is null
      group by batch_id, file_name, sheet, row, said_by_id, said_at)
    select batch_id as "batchId", coalesce(called.file_name, kept.file_name) as "fileName", sheet, row, coalesce(called.kind, 'kept') as kind,
      called.text, coalesce(kept.told, '[]') as told, coalesce(called.said_by_id, kept.said_by_id) as "saidById",
      coalesce(called.said_at, kept.said_at) as at
    from called full join kept using (batch_id, sheet, row)
    order by at desc, "fileName", sheet, row`;
}

async function namesOf({ tx }: Pick<Reading, 'tx'>, hazardId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from house.named_in_ledger_answers(${hazardId}::uuid)`.execute(
    tx,
  );
  return new Map(rows.map(({ id: personId, name }) => [personId, name]));
}

/**
 * 撤回: what was said of a row of a ledger and this hazard holds no longer, and the next ledger asks again. What came in by it stays as it is,
 * and so does the hazard: nobody has gone on with it.
 */
export const takeBackLedgerAnswer = command({
  permission: 'hazards.import',
  name: 'hazards.takeBackLedgerAnswer',
  input: takeBackInput.extend({ hazardId: id }),
  async run(work, { hazardId, reason, ...source }) {
    const { row } = await hazardInScope(work.tx, work.scope, hazardId);
    const { rows } = await answersThatHold(hazardId).execute(work.tx);
    const answer = rows.find((each) => each.batchId === source.batchId && each.sheet === source.sheet && each.row === source.row);
    const taken =
      (await takeBack(work, 'hazard_aliases', { hazardId, reason, ...source })) +
      (await takeBack(work, 'hazard_kept_tellings', { hazardId, reason, ...source }));
    if (answer === undefined || taken === 0) refuse('missing', 'hazards.ledger_answer_not_found');
    return work.trail({ subjectId: hazardId, unitId: row.unit_id, before: saidIn(answer), after: { reason } }, null);
  },
});

type TakenBack = Pick<LedgerAnswer, 'batchId' | 'sheet' | 'row'> & { readonly hazardId: string; readonly reason: string };

async function takeBack({ tx, now, actor }: Writing, table: 'hazard_aliases' | 'hazard_kept_tellings', of: TakenBack): Promise<number> {
  const taken = await tx
    .updateTable(table)
    .set({ taken_back_at: now, taken_back_by_id: actor.personId, taken_back_reason: of.reason })
    .where('hazard_id', '=', of.hazardId)
    .where('batch_id', '=', of.batchId)
    .where('sheet', '=', of.sheet)
    .where('row', '=', of.row)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return Number(taken.numUpdatedRows);
}

function saidIn({ kind, text, told, fileName, sheet, row }: LedgerAnswer) {
  const keptAgainst = Object.fromEntries(told.map(({ field, value }) => [field, value]));
  return {
    ...(text !== null && { [kind === 'same' ? 'knownAs' : 'toldApart']: text }),
    ...(told.length > 0 && { keptAgainst }),
    toldBy: `${fileName} ${sheet}!${row}`,
  };
}
