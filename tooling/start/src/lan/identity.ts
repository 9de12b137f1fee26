import { X509Certificate } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { makeSecretsFolder } from '../secrets.ts';
import { isPrivate } from './addresses.ts';
import { type Authority, issueFor, makeAuthority } from './certificate.ts';

/** Paths of the server's certificate and key, and the authority's certificate that phones must trust. */
export type LanIdentity = { readonly cert: string; readonly key: string; readonly authority: string };

const kept = z.strictObject({ name: z.string(), key: z.string(), cert: z.string(), beyond: z.array(z.string()) });

/**
 * The certificate for these addresses, signed by the house's authority. The authority stays the same as long as it may vouch for
 * them, so a phone that trusts it need not be asked again.
 */
export async function keepLanIdentity(dataDir: string, addresses: readonly string[], now: Date): Promise<LanIdentity> {
  const folder = await makeSecretsFolder(dataDir);
  const authority = await keepAuthority(join(folder, 'lan-authority.json'), addresses, now);
  const server = issueFor(addresses, authority, now);
  const paths = { cert: join(folder, 'lan-server.crt'), key: join(folder, 'lan-server.key') };
  await replace(paths.key, server.key);
  await replace(paths.cert, server.cert + authority.cert);
  return { ...paths, authority: authority.cert };
}

async function keepAuthority(path: string, addresses: readonly string[], now: Date): Promise<Authority> {
  const beyond = addresses.filter((address) => !isPrivate(address));
  const text = await readFile(path, 'utf8').catch(() => null);
  const found = text === null ? null : kept.parse(JSON.parse(text));
  if (found !== null && beyond.every((address) => found.beyond.includes(address)) && outlives(found.cert, now)) return found;
  const made = makeAuthority(`长明 ${now.toISOString().slice(0, 10)}`, beyond, now);
  await replace(path, JSON.stringify({ ...made, beyond }));
  return made;
}

function outlives(cert: string, now: Date): boolean {
  return new X509Certificate(cert).validToDate.getTime() - now.getTime() > 400 * 86_400_000;
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
