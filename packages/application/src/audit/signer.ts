import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Checkpoint, checkpointText, signedNote } from '@changming/domain/audit';

/** Signs checkpoints (Ed25519) and knows its own signature again. The key is a file of the worker and never in the database. */
export type Signer = {
  /** What the log is called: the key's own fingerprint, so two installations never share a name. */
  readonly origin: string;
  /** PEM, for whoever verifies outside. */
  readonly publicKey: string;
  readonly note: (checkpoint: Omit<Checkpoint, 'origin'>) => string;
  readonly signed: (note: string) => boolean;
};

/** The signer of a data directory; its key is made at first use, readable by its user alone. */
export async function signerIn(dataDir: string): Promise<Signer> {
  const folder = join(dataDir, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'audit-ed25519.pem');
  const found = await readFile(path, 'utf8').catch(() => null);
  return signerOf(createPrivateKey(found ?? (await makeKey(path))));
}

/** The file appears whole or not at all, and the first of two workers wins: a second key would be a second log. */
async function makeKey(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(path, 'utf8');
}

export function signerOf(privateKey: KeyObject): Signer {
  const key = createPublicKey(privateKey);
  const spki = key.export({ type: 'spki', format: 'der' });
  const origin = `changming/${createHash('sha256').update(spki).digest('hex').slice(0, 16)}`;
  /** C2SP signed-note: the id is made of the name and the raw 32 bytes of the key. */
  const keyId = createHash('sha256').update(`${origin}\n\u0001`).update(spki.subarray(-32)).digest().subarray(0, 4);
  return {
    origin,
    publicKey: String(key.export({ type: 'spki', format: 'pem' })),
    note(checkpoint) {
      const text = checkpointText({ origin, ...checkpoint });
      const signature = sign(null, Buffer.from(text), privateKey);
      return signedNote(text, { name: origin, keyAndSignature: Buffer.concat([keyId, signature]).toString('base64') });
    },
    signed(note) {
      const [, text, name, said] = /^([^]*\n)\n— (\S+) (\S+)\n$/.exec(note) ?? [];
      if (text === undefined || name !== origin || said === undefined) return false;
      const bytes = Buffer.from(said, 'base64');
      return bytes.subarray(0, 4).equals(keyId) && verify(null, Buffer.from(text), key, bytes.subarray(4));
    },
  };
}
