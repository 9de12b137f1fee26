import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const gigabyte = 2 ** 30;
/** What has to be free there: two servers with their databases, and the houses of the browser tests, take 2.3 GB at most. */
const enough = 3 * gigabyte;
/** And in the machine besides, for the programs themselves. */
const enoughBeside = 6 * gigabyte;

/**
 * One folder for whatever the checks write, removed when they end or are ended. It lies in memory where there is plenty: a database a file of tests means
 * well over a thousand small files made and removed each time, of which nothing is to last.
 */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(isRoomy() ? memory : tmpdir(), 'cm-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return folder;
}

/** Tests start programs from where they write, so a place that forbids that is none. */
function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const [mount = 'noexec'] = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .filter((line) => line.split(' ')[1] === memory);
    return !mount.includes('noexec') && bavail * bsize >= enough && freemem() >= enoughBeside;
  } catch {
    return false;
  }
}
