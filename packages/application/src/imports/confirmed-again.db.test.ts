import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { listImportRows, readImport } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '四级', '从业人数'];
const rows = [header, ['岚枝集团', '东城服饰', '东城一厂', '', '140'], ['岚枝集团', '东城服饰', '东城一厂', '包装车间', '20']];
const accept = { rows: [{ sheet: 'Sheet1', row: 3, say: 'accept' as const, about: 'unit_create_barred' as const }] };

test('a batch that has come in is told as one while what waits in it is being confirmed', async ({ house, database: { owner } }) => {
  const { root, east } = await given.group(owner);
  const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
  const first = await judgedUnits(officer, east.id, { rows, said: replace(2) });
  await first.bring(officer, false);
  const second = await judgedUnits(officer, east.id, { rows });
  const { file_hash } = await owner
    .selectFrom('import_batches')
    .select('file_hash')
    .where('id', '=', first.batchId)
    .executeTakeFirstOrThrow();
  await owner.updateTable('import_batches').set({ file_hash }).where('id', '=', second.batchId).execute();
  const told = async () => (await readImport(officer, { batchId: second.batchId })).sameFileDone?.id;
  expect(await told()).toBe(first.batchId);

  await first.answer(hq, accept);

  expect(await readImport(hq, { batchId: first.batchId })).toMatchObject({ state: 'planned' });
  expect(await told()).toBe(first.batchId);
});

test('rows that were barred when their unit was not kept with them are confirmed once', async ({ house, database: { owner } }) => {
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const east = await owner.selectFrom('units').selectAll().where('name', '=', '东城服饰').executeTakeFirstOrThrow();
  const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
  const { batchId, answer, bring } = await judgedUnits(officer, east.id, { rows });
  const barred = async () => (await listImportRows(hq, { batchId, verdict: 'wrong', limit: 5 })).items.map(({ row }) => row);
  const [asJudged] = (await listImportRows(hq, { batchId, verdict: 'wrong', limit: 5 })).items;
  const problems = (asJudged?.detail.problems ?? []).map(({ facts: { unitId: _unitId, ...facts }, ...problem }) => ({ ...problem, facts }));
  const asBefore = () =>
    owner
      .updateTable('import_rows')
      .set({ detail: JSON.stringify({ problems }) })
      .where('batch_id', '=', batchId)
      .where('row', '=', 3)
      .execute();
  await asBefore();

  await answer(officer, accept);
  expect(await barred(), 'whoever may not confirms nothing').toEqual([3]);
  await asBefore();
  await answer(hq, accept);

  expect(await barred()).toEqual([]);
  expect(await bring(hq, false)).toEqual({ made: 1, changed: 0 });
});
