import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bucketFiles, bucketFrom, type Files, keyOfFile, localFiles } from './files.ts';

let folder = '';
let server: S3rver;
const stores: Record<string, Files> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-files-'));
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'photos', configs: [] }],
  });
  const { port } = await server.run();
  const login = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' };
  stores['local'] = localFiles(join(folder, 'local'));
  stores['bucket'] = bucketFiles({ endpoint: `http://127.0.0.1:${port}/`, bucket: 'photos', ...login });
  stores['missing bucket'] = bucketFiles({ endpoint: `http://127.0.0.1:${port}`, bucket: 'absent', ...login });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['local', 'bucket'])('a %s store', (name) => {
  it('gives back what was put, once or twice, and null for what was not', async () => {
    const files = stores[name] ?? expect.fail(name);
    const content = new Uint8Array(Array.from({ length: 3000 }, (_, n) => n % 256));
    const key = keyOfFile('originals', 'ab12cd'.padEnd(64, '0'));

    await files.put(key, content);
    await files.put(key, content);

    expect(await files.get(key)).toEqual(content);
    expect(await files.get(keyOfFile('originals', 'ff'.padEnd(64, '0')))).toBeNull();
  });
});

it('leaves no half-written file behind, however many write the same one', async () => {
  const files = stores['local'] ?? expect.fail();
  const key = keyOfFile('views', 'e'.repeat(64));

  await Promise.all(Array.from({ length: 20 }, () => files.put(key, new Uint8Array(100_000))));

  expect(await readdir(join(folder, 'local', 'views', 'ee', 'ee'))).toEqual(['e'.repeat(64)]);
});

it('takes a store that fails for a fault, not for an empty one', async () => {
  await expect(stores['missing bucket']?.put('views/aa/bb/cc', new Uint8Array(3))).rejects.toThrow('file store refused');
});

it('is configured whole or not at all', () => {
  expect(bucketFrom({})).toBeUndefined();
  expect(() => bucketFrom({ CM_S3_ENDPOINT: 'http://s3', CM_S3_BUCKET: 'b' })).toThrow('对象存储配置不全');
});
