import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { signerIn, verifyTrail } from '@changming/application/audit';
import { as, given, test } from '@changming/application/testing';
import { createUnit } from '@changming/application/units';
import { othersSettled } from '@changming/database/testing';
import { PgBoss } from 'pg-boss';
import { expect } from 'vitest';

import { jobTools } from '../../boss.ts';
import { seal } from './jobs.ts';

test('the trail is sealed by a key that the worker makes, and each checkpoint leaves the database', async ({ house, database }) => {
  const { root, mill } = await given.group(database.owner);
  const dataDir = await mkdtemp(join(tmpdir(), 'cm-seal-'));
  const boss = new PgBoss({ connectionString: database.url, schema: 'jobs' });
  const tools = jobTools(boss, house, { mailer: null, publicUrl: '', dataDir });
  const unit = { parentId: mill.id, code: 'CF-9', name: '裁剪九车间', kind: 'workshop', on: '2026-01-10', reason: '新建' } as const;
  await createUnit(as(house, 'hqSafety', root), unit);

  await othersSettled(database.owner);
  await seal.run(tools, {});
  await seal.run(tools, {});

  const notes = await readFile(join(dataDir, 'audit', 'checkpoints.txt'), 'utf8');
  expect(notes).toMatch(/^changming\/[0-9a-f]{16}\n1\n[^\n]+\n\n— \S+ \S+\n\n$/);
  expect((await stat(join(dataDir, 'secrets', 'audit-ed25519.pem'))).mode & 0o777).toBe(0o600);
  expect(await verifyTrail(as(house, 'auditAdmin', root), await signerIn(dataDir))).toEqual({ leaves: 1, checkpoints: 1, faults: [] });
  await rm(dataDir, { recursive: true, force: true });
});
