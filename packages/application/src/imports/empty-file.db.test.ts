import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { declareImport, listImportRows, planImport, readImport, receiveImport } from './index.ts';

const hash = 'a'.repeat(64);
const nothing = { content: new Uint8Array(), hash };

test('a file without a byte is refused, its batch says so and takes another file', async ({ house, database: { owner } }) => {
  const { root } = await given.group(owner);
  const caller = as(house, 'hqSafety', root);
  const { id: batchId } = await declareImport(caller, { kind: 'workforce', unitId: root.id, fileName: '空.xlsx' });

  await expect(receiveImport(caller, { batchId, ...nothing })).rejects.toMatchObject({ kind: 'invalid', code: 'imports.not_xlsx' });
  expect(await readImport(caller, { batchId })).toMatchObject({ state: 'failed', failure: { code: 'imports.not_xlsx' } });
  await expect(receiveImport(caller, { batchId, ...nothing })).rejects.toMatchObject({ code: 'imports.not_xlsx' });
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash });
  expect(await readImport(caller, { batchId })).toMatchObject({ state: 'reading', failure: null });
});

test('a file without a byte takes nothing from a batch that has one', async ({ house, database: { owner } }) => {
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const caller = as(house, 'hqSafety', root);
  const { id: batchId } = await declareImport(caller, { kind: 'workforce', unitId: root.id, fileName: '人员.xlsx' });
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash });
  const texts = ['工号', '姓名', '所属部门'].map((text, at) => ({ column: at + 1, text, kind: 'text' as const }));
  await planImport(caller, { batchId, sheets: [{ name: '表', hidden: false, merges: [], rows: [{ number: 1, cells: texts }] }] });

  await expect(receiveImport(caller, { batchId, ...nothing })).rejects.toMatchObject({ code: 'imports.not_xlsx' });

  expect(await readImport(caller, { batchId })).toMatchObject({ state: 'planned' });
  expect((await listImportRows(caller, { batchId, limit: 5 })).items).toHaveLength(1);
});
