import type { RiskDraft } from '@changming/domain/imports';

import { command, type Writing } from '../context.ts';
import { enterRegister, type RegisteredRisk } from '../risks/index.ts';
import { noteRecords } from './note-records.ts';
import type { Of } from './plan.ts';
import { planOfRisks } from './plan-risks.ts';
import { type Brought, ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 风险清单 of the time before the go-live: what it calls published is in force at once, so it has a permission of its own. */
export const runRisksImport = command({
  permission: 'risks.import',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringRisks),
});

async function bringRisks(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfRisks(work, asked);
  const risks = readyOf(plan, batch).map((draft) => ({ draft, risk: registered(draft, work.newId()) }));
  const changes = await enterRegister(
    work,
    risks.map(({ risk }) => risk),
  );
  await noteRecords(
    work,
    batch,
    risks.map(({ draft: { source }, risk: { id } }) => ({ id, source })),
  );
  return { changes, verdicts: plan.verdicts };
}

function registered({ riskPoint, harm, source: _row, sameKey: _key, level: _level, ...told }: RiskDraft, id: string): RegisteredRisk {
  return { ...told, id, name: riskPoint, source: harm };
}
