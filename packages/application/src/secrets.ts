import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';

/** What seals personal numbers: AES-256-GCM for reading them back, a keyed hash for finding one again. */
export type Secrets = {
  readonly seal: (clear: string) => Buffer;
  readonly open: (sealed: Buffer) => string;
  /** The blind index of `clear` within `field`: equal numbers of one field meet, and nothing can be read from it without the key. */
  readonly index: (field: string, clear: string) => Buffer;
};

const version = 1;

/** `key` is `CM_SECRET_KEY`: 32 bytes in base64. */
export function secretsFrom(key: string): Secrets {
  const main = Buffer.from(key, 'base64');
  if (main.length !== 32) throw new Error('CM_SECRET_KEY 应为 32 字节的 base64 文本');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', main, 'changming', use, 32));
  const sealing = derive('seal');
  const indexing = derive('index');
  return {
    seal(clear) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
    },
    index: (field, clear) => createHmac('sha256', indexing).update(`${field}\0${clear}`).digest(),
  };
}

/** SHA-256 of a random secret (session, token): it has too much entropy to need a slow hash. */
export function digest(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
