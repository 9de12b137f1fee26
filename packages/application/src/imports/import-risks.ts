import type { RiskDraft } from '@changming/domain/imports';

import { type Changed, command, type Writing } from '../context.ts';
import { enterRegister, type RegisteredRisk } from '../risks/index.ts';
import { noteRecords } from './note-records.ts';
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
  await noteRecords(
    work,
    batch,
    risks.map(({ draft: { source }, risk: { id } }) => ({ id, source })),
  );
  return changes;
}

function registered({ riskPoint, harm, source: _row, sameKey: _key, level: _level, ...told }: RiskDraft, id: string): RegisteredRisk {
  return { ...told, id, name: riskPoint, source: harm };
}
