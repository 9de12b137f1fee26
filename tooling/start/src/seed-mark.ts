import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies in the data folder for as long as the first content is being made. Nobody can sign in meanwhile, so whatever stands beside it is the seed's. */
function markIn(dataDir: string): string {
  return join(dataDir, 'seeding');
}

/** Whether the first content was begun and never finished: the computer went off, or somebody ended the start. */
export function isHalfSeeded(dataDir: string): boolean {
  return existsSync(markIn(dataDir));
}

export async function seedingBegins(dataDir: string): Promise<void> {
  await writeFile(markIn(dataDir), '');
}

export async function seedingIsOver(dataDir: string): Promise<void> {
  await rm(markIn(dataDir));
}
