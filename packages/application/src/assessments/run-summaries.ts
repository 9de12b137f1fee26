import { within } from '@changming/database';
import { sql } from 'kysely';

import type { Looking, StoredRun } from './run-store.ts';

/** How many units stand how, and which grades they have. */
export type Summary = {
  readonly units: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly grades: Readonly<Record<string, number>>;
};

/** Of each run: the whole group's, as it was kept with the run, or what the branch's own results come to. */
export async function summariesOf(looking: Looking, runs: readonly StoredRun[]): Promise<ReadonlyMap<string, Summary>> {
  if (looking.whole) return new Map(runs.map(({ id, summary }) => [id, summary as Summary]));
  const counted = Map.groupBy(await countsIn(looking, runs), ({ runId }) => runId);
  return new Map(runs.map(({ id }) => [id, summed(counted.get(id) ?? [])]));
}

type Count = { readonly runId: string; readonly status: string; readonly grade: string | null; readonly units: number };

async function countsIn({ tx, scope }: Looking, runs: readonly StoredRun[]): Promise<Count[]> {
  return tx
    .selectFrom('assessment_results as r')
    .select(['r.run_id as runId', 'r.status', 'r.grade'])
    .select((eb) => eb.fn.countAll<number>().as('units'))
    .where(sql<boolean>`r.run_id = any(${runs.map(({ id }) => id)}::uuid[])`)
    .where((eb) => within(eb.ref('r.unit_pos'), scope))
    .groupBy(['r.run_id', 'r.status', 'r.grade'])
    .execute();
}

function summed(counts: readonly Count[]): Summary {
  const by = (keyOf: (count: Count) => string | null) => {
    const sums: Record<string, number> = {};
    for (const count of counts) {
      const key = keyOf(count);
      if (key !== null) sums[key] = (sums[key] ?? 0) + count.units;
    }
    return sums;
  };
  const units = counts.reduce((sum, count) => sum + count.units, 0);
  return { units, statuses: by(({ status }) => status), grades: by(({ grade }) => grade) };
}
