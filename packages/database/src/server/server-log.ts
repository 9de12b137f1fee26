import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const largest = 10 * 1024 * 1024;

export type ServerLog = { readonly fd: number; readonly close: () => Promise<void>; readonly sinceStart: () => Promise<string> };

/** Opens `server.log` in the data directory for appending; a file of more than 10 MB is set aside first. */
export async function openServerLog(dataDir: string): Promise<ServerLog> {
  const path = join(dataDir, 'server.log');
  const size = await sizeOf(path);
  if (size > largest) await rename(path, `${path}.1`);
  const from = await sizeOf(path);
  const file = await open(path, 'a', 0o600);
  return {
    fd: file.fd,
    close: () => file.close(),
    sinceStart: async () => (await readFile(path)).subarray(from).toString(),
  };
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => ({ size: 0 }))).size;
}
