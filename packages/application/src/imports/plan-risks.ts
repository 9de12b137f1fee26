import { within } from '@changming/database';
import { type KnownPoint, type KnownRisk, planRisks, type RisksPlan } from '@changming/domain/imports';

import type { Reading } from '../context.ts';
import { scalesIn } from '../risks/index.ts';
import { knownNames, knownUnits } from './known.ts';
import type { Of } from './plan.ts';

/** Judges 风险清单 against what the product knows today, graded by its own tables. Nothing is written. */
export async function planOfRisks(reading: Reading, { sheets, answers, underId }: Of): Promise<RisksPlan> {
  const left = (name: { readonly leftOn: string | null }) => name.leftOn !== null && name.leftOn <= reading.today;
  return planRisks(sheets, await knownUnits(reading), {
    today: reading.today,
    scales: await scalesIn(reading.tx),
    persons: (await knownNames(reading)).filter((name) => !left(name)),
    points: await knownPoints(reading),
    existing: await knownRisks(reading),
    answers,
    underId,
  });
}

async function knownPoints({ tx, scope }: Reading): Promise<KnownPoint[]> {
  return tx
    .selectFrom('points')
    .select(['id', 'code', 'name', 'unit_id as unitId'])
    .where('closed_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
}

async function knownRisks({ tx, scope }: Reading): Promise<KnownRisk[]> {
  return tx
    .selectFrom('risks')
    .select(['unit_id as unitId', 'name', 'source'])
    .where('stage', '<>', 'archived')
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
}
