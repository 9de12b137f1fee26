import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kept beside the data, readable by its user alone. Losing `secretKey` loses the identity numbers and phones it encrypts. */
export type Secrets = { readonly secretKey: string; readonly apiPassword: string; readonly workerPassword: string };

/** Reads the secrets of a data directory; each is generated once. `given` is the operator's own key, which is not written down. */
export async function keepSecrets(dataDir: string, given?: string): Promise<Secrets> {
  const folder = await makeSecretsFolder(dataDir);
  return {
    secretKey: given ?? (await keep(folder, 'secret-key', () => randomBytes(32).toString('base64'))),
    apiPassword: await keep(folder, 'api-password', () => randomBytes(24).toString('base64url')),
    workerPassword: await keep(folder, 'worker-password', () => randomBytes(24).toString('base64url')),
  };
}

/** The folder of a data directory that its user alone may enter. */
export async function makeSecretsFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  return folder;
}

/** The file appears complete or not at all, and the first of two writers wins: a key half written would be a key lost. */
async function keep(folder: string, name: string, generate: () => string): Promise<string> {
  const path = join(folder, name);
  const found = await readFile(path, 'utf8').catch(() => null);
  if (found !== null) return found.trim();
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${generate()}\n`, { mode: 0o600 });
  await link(draft, path).catch(unlessThere);
  await rm(draft);
  return (await readFile(path, 'utf8')).trim();
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
