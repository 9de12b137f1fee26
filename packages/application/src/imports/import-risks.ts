import type { RiskDraft } from '@changming/domain/imports';
import { sql } from 'kysely';

import { type Changed, command, type Writing } from '../context.ts';
import { enterRegister, type RegisteredRisk } from '../risks/index.ts';
import type { Of } from './plan.ts';
import { planOfRisks } from './plan-risks.ts';
import { ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 风险清单 of the time before the go-live: what it calls published is in force at once, so it has a permission of its own. */
export const runRisksImport = command({
  permission: 'risks.import',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringRisks),
});

async function bringRisks(work: Writing, batch: Batch, asked: Of): Promise<Changed[]> {
  const drafts = readyOf(await planOfRisks(work, asked), batch);
  const risks = drafts.map((draft) => ({ draft, risk: registered(draft, work.newId()) }));
  const changes = await enterRegister(
    work,
    risks.map(({ risk }) => risk),
  );
  const rows = risks.map(({ draft: { source }, risk: { id } }) => ({ id, ...source }));
  await sql`
    insert into import_records (batch_id, record_id, sheet, row)
    select ${batch.id}::uuid, id, sheet, "row"
    from json_to_recordset(${JSON.stringify(rows)}::json) as record (id uuid, sheet text, "row" integer)
    on conflict do nothing`.execute(work.tx);
  return changes;
}

function registered({ riskPoint, harm, source: _row, sameKey: _key, level: _level, ...told }: RiskDraft, id: string): RegisteredRisk {
  return { ...told, id, name: riskPoint, source: harm };
}
