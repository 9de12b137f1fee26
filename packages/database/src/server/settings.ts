import { chown, stat, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const always = [
  "listen_addresses = ''",
  'unix_socket_permissions = 0700',
  'max_connections = 200',
  'effective_cache_size = 1GB',
  'work_mem = 16MB',
  'maintenance_work_mem = 128MB',
  'max_wal_size = 2GB',
  'checkpoint_timeout = 15min',
  'random_page_cost = 1.1',
  'max_parallel_workers_per_gather = 1',
  'jit = off',
  'synchronous_commit = on',
  "timezone = 'Asia/Shanghai'",
  "log_timezone = 'Asia/Shanghai'",
  '# the log must never carry the content of rows or statements',
  'log_error_verbosity = terse',
  'log_min_error_statement = panic',
];
const durable = ['fsync = on', 'full_page_writes = on'];
const megabyte = 2 ** 20;
/** Databases that live for one file of tests: few buffers, for the first touch of each costs more than what it saves. */
const fast = ['fsync = off', 'full_page_writes = off', 'autovacuum_naptime = 5min', 'shared_buffers = 48MB', 'max_wal_size = 256MB'];

export const settingsFile = 'changming.conf';

/** Written at each start; `alter system` still wins over it. */
export async function writeSettings(dataDir: string, options: { durable: boolean }): Promise<void> {
  const lines = [...always, ...(options.durable ? [...durable, buffersFor(memory())] : fast)];
  const path = join(dataDir, settingsFile);
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  const owner = await stat(dataDir);
  await chown(path, owner.uid, owner.gid);
}

/**
 * What is changed most often stays in the server's own hands: an eighth of the memory, for the programs of the product and the system's
 * own cache need the rest. With 1 GB a branch of 250,000 rows moves in three quarters of the time that 256 MB take.
 */
export function buffersFor(bytes: number): string {
  const eighth = Math.floor(bytes / 8 / megabyte);
  return `shared_buffers = ${Math.min(1024, Math.max(128, eighth))}MB`;
}

/** Of the machine, or of the part of it that this process was given. */
function memory(): number {
  const given = process.constrainedMemory();
  return given > 0 ? Math.min(given, totalmem()) : totalmem();
}
