import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AwsClient } from 'aws4fetch';

/** Where contents lie, by a key that is made of their hash: writing the same key twice is writing it once. */
export type Files = {
  readonly put: (key: string, content: Uint8Array) => Promise<void>;
  /** Null when nothing lies there. */
  readonly get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

/** `originals/ab/cd/<hash>`: two levels, so that no folder grows without end. */
export function keyOfFile(kind: string, hash: string): string {
  return `${kind}/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}

/** Files below a folder. A file is there whole or not at all: written aside, flushed to the disk, then renamed. */
export function localFiles(folder: string): Files {
  return {
    async put(key, content) {
      const path = join(folder, key);
      if (await exists(path)) return;
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
      await writeFlushed(aside, content);
      await rename(aside, path);
      await flushFolder(dirname(path));
    },
    async get(key) {
      return readFile(join(folder, key)).then(
        (content) => new Uint8Array(content),
        (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
      );
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function writeFlushed(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rename itself must reach the disk too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export type Bucket = {
  /** `https://s3.example.com`, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

/** Files in an S3-compatible bucket, addressed by path. Failures of the store are faults, never empty answers. */
export function bucketFiles({ endpoint, bucket, region, keyId, secret }: Bucket): Files {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 3 });
  const urlOf = (key: string) => `${endpoint.replace(/\/$/, '')}/${bucket}/${key}`;
  return {
    async put(key, content) {
      const answer = await client.fetch(urlOf(key), { method: 'PUT', body: new Uint8Array(content) });
      if (!answer.ok) throw new Error(`file store refused ${key}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
      await answer.body?.cancel();
    },
    async get(key) {
      const answer = await client.fetch(urlOf(key));
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      if (answer.status === 404) return null;
      throw new Error(`file store did not give ${key}: ${answer.status}`);
    },
  };
}

export type FilesConfig = { readonly dataDir: string; readonly bucket?: Bucket | undefined };

/** The store an installation is configured for: the local disk unless a bucket is named. */
export function filesFrom({ dataDir, bucket }: FilesConfig): Files {
  return bucket === undefined ? localFiles(join(dataDir, 'files')) : bucketFiles(bucket);
}

/** `CM_S3_ENDPOINT`, `CM_S3_BUCKET`, `CM_S3_KEY_ID`, `CM_S3_SECRET`, `CM_S3_REGION`: all of them, or the local disk. */
export function bucketFrom(env: Readonly<Record<string, string | undefined>>): Bucket | undefined {
  const { CM_S3_ENDPOINT: endpoint, CM_S3_BUCKET: bucket, CM_S3_KEY_ID: keyId, CM_S3_SECRET: secret, CM_S3_REGION: region } = env;
  if (endpoint === undefined && bucket === undefined) return undefined;
  if (!endpoint || !bucket || !keyId || !secret)
    throw new Error('对象存储配置不全：需要 CM_S3_ENDPOINT、CM_S3_BUCKET、CM_S3_KEY_ID、CM_S3_SECRET');
  return { endpoint, bucket, keyId, secret, region: region ?? 'us-east-1' };
}
