import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { House } from '@changming/application/context';
import { test } from '@changming/application/testing';
import { expect } from 'vitest';

import type { Shell } from '../verb.ts';
import { seed } from './seed.ts';

async function seeded(house: House, dataDir: string, ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const config = { CM_DATA_DIR: dataDir, CM_ENV: 'production' } as Shell['config'];
  await seed({ house, config, print: (line: string) => void lines.push(line) } as Shell, args);
  return lines;
}

test('an empty house is founded under its own name, with three administrators and nobody above them', async ({
  house,
  database: { owner },
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cm-seed-'));

  await expect(seeded(house, dataDir, '--name', '云山纺织集团有限公司')).rejects.toThrow('--code');
  await expect(seeded(house, dataDir, '--profile', 'demo')).rejects.toThrow('生产环境');
  await expect(seeded(house, dataDir, '--profile', 'large')).rejects.toThrow('large');
  expect(await owner.selectFrom('units').select('id').execute()).toEqual([]);

  expect(await seeded(house, dataDir, '--name', '云山纺织集团有限公司', '--code', 'YS')).toEqual(['已建立 云山纺织集团有限公司，编码 YS']);

  expect(await owner.selectFrom('units').select(['name', 'code', 'kind']).execute()).toEqual([
    { name: '云山纺织集团有限公司', code: 'YS', kind: 'group' },
  ]);
  const accounts = await readFile(join(dataDir, 'first-accounts.txt'), 'utf8');
  expect(accounts.split('\n').map((line) => line.split('\t')[0])).toEqual(['systemAdmin', 'securityAdmin', 'auditAdmin', '']);
});
