import { randomUUID } from 'node:crypto';

import type { ImportBatchRow } from '@changming/database';

import { bare, type Example, noted, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

/** A batch of the place in some state, whose file never came. */
async function batch({ owner, hidden }: World, at: Place, state: ImportBatchRow['state']): Promise<string> {
  const id = randomUUID();
  if (at.absent) return id;
  const at0 = new Date('2026-01-20T01:00:00Z');
  await owner
    .insertInto('import_batches')
    .values({
      id,
      kind: 'units',
      unit_id: at.unit.id,
      file_name: '组织机构.xlsx',
      state,
      answers: '{}',
      effective_on: '2026-01-20',
      created_at: at0,
      state_since: at0,
    })
    .execute();
  return noted({ hidden }, at, id);
}

function onBatch(state: ImportBatchRow['state'], over: object = {}): Example {
  return async (world, at) => ({ params: { batchId: await batch(world, at, state) }, ...over });
}

export const imports: Readonly<Record<string, Example>> = {
  'GET /imports': bare,
  'POST /imports': (_, at) => ({ body: { kind: 'units', unitId: unitId(at), fileName: '组织机构.xlsx' } }),
  'PUT /imports/{batchId}/content': onBatch('declared', { bytes: 'none' }),
  'GET /imports/templates/{kind}': () => ({ params: { kind: 'workforce' } }),
  'GET /imports/{batchId}': onBatch('planned'),
  'GET /imports/{batchId}/rows': onBatch('planned'),
  'GET /imports/{batchId}/groups': onBatch('planned', { query: { verdict: 'ask' } }),
  'GET /imports/{batchId}/records': onBatch('planned'),
  'PUT /imports/{batchId}/answers': onBatch('planned', { body: {} }),
  'POST /imports/{batchId}/run': onBatch('planned', { body: { onlyIfAll: false }, answers: ['imports.nothing_ready'] }),
  'GET /imports/{batchId}/errors': onBatch('planned', { answers: [200, 409, 'imports.no_file'] }),
};
