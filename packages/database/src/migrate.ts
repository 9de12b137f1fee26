import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { PgBoss } from 'pg-boss';

const folder = join(import.meta.dirname, '..', 'migrations');

/** Every migration, by its file name, in order. Frozen once it has landed: a change is a further migration. */
async function migrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  const loaded = files.map(async (file) => {
    const module: Migration = await import(pathToFileURL(join(folder, file)).href);
    return [file.replace(/\.ts$/, ''), module] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}

/**
 * Brings the database behind `url` (its owner's login) up to date, the job queue's tables included. Safe to call by several processes
 * at once; a database newer than the code is an error.
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const pool = new Pool({ connectionString: url, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: migrations }, migrationTableSchema: 'public' });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await installJobs(url, pool);
    return { applied: results?.map((each) => each.migrationName) ?? [] };
  } finally {
    await db.destroy();
  }
}

/** The queue's own tables live in the schema `jobs`; the runtime role may use them and owns none. */
async function installJobs(url: string, pool: Pool): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.stop({ graceful: false });
  await pool.query(`do $$
    declare runtime text := (select value from house.facts where name = 'runtime_role');
    begin
      execute format('grant usage on schema jobs to %I', runtime);
      execute format('grant select, insert, update, delete on all tables in schema jobs to %I', runtime);
      execute format('grant execute on all functions in schema jobs to %I', runtime);
      execute format('grant usage on all sequences in schema jobs to %I', runtime);
    end $$`);
}
