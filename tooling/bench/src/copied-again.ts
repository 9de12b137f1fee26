import { join } from 'node:path';

import type { Client } from 'pg';

import { cpuOfTree } from './usage.ts';

/** What a ledger of hazards writes, in the order in which the tables lean on each other. */
const tables = ['hazards', 'hazard_ledger_rows', 'hazard_events', 'hazard_closings', 'import_records', 'assignments', 'trail'] as const;

type Place = { readonly folder: string; readonly pid: number };
type Cost = { readonly wall: number; readonly cpu: number };

/** Seconds, and CPU seconds of the server, that COPY takes to bring the rows of an import into the same tables, with the same indexes and triggers, emptied before. */
export async function copiedAgain(owner: Client, { folder, pid }: Place): Promise<Cost> {
  const columns = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await owner.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
      [table],
    );
    columns.set(table, rows[0]?.names ?? '');
    await owner.query(`copy (select ${columns.get(table)} from ${table}) to '${join(folder, table)}' (format binary)`);
  }
  await owner.query(`truncate ${[...tables, 'hazards_history'].join(', ')} cascade`);
  await owner.query(`select set_config('app.at', '2026-01-01T00:00:00Z', false)`);
  const [began, before] = [performance.now(), cpuOfTree(pid)];
  await owner.query('begin');
  for (const table of tables) await owner.query(`copy ${table} (${columns.get(table)}) from '${join(folder, table)}' (format binary)`);
  await owner.query('commit');
  return { wall: (performance.now() - began) / 1000, cpu: (cpuOfTree(pid) - before) / 1000 };
}
