import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, type Given, given, test } from '../testing/index.ts';
import { closeUnit, createUnit, listChanges, readUnit } from '../units/index.ts';
import { listImportRows } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '单位代码'];
const below = (mill: string, code: string) => ['岚枝集团', '东城服饰', mill, code];

async function toldOf(caller: Caller, batchId: string) {
  const { items } = await listImportRows(caller, { batchId, verdict: 'wrong', limit: 20 });
  return items.flatMap(({ detail }) => (detail.problems ?? []).map(({ code, cell, facts }) => `${code} ${cell ?? ''} ${facts['other']}`));
}

async function recoded(owner: Database, unitId: string) {
  const told = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', unitId).orderBy('seq').execute();
  return told.map(({ before, after }) => [(before as { code?: string } | null)?.code, (after as { code?: string } | null)?.code]);
}

let units: Given;
let second: { readonly id: string; readonly code: string };

describe('codes in a file', () => {
  test('are swapped by two units, and passed on to a new one, each told in the trail and in the changes', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const { root, east, mill } = units;
    second = await given.unit(owner, '东城二厂', 'factory', east);
    const hq = as(house, 'hqSafety', root);
    const swap = await judgedUnits(hq, root.id, {
      rows: [header, below('东城一厂', second.code), below('东城二厂', mill.code)],
      said: replace(2, 3),
    });

    expect(await toldOf(hq, swap.batchId)).toEqual([]);
    expect(await swap.bring()).toEqual({ made: 0, changed: 2 });
    expect(await readUnit(hq, { unitId: mill.id })).toMatchObject({ code: second.code });
    expect(await readUnit(hq, { unitId: second.id })).toMatchObject({ code: mill.code });
    expect(await recoded(owner, mill.id)).toEqual([[mill.code, second.code]]);
    expect(await recoded(owner, second.id)).toEqual([[second.code, mill.code]]);
    for (const unitId of [mill.id, second.id]) expect(await listChanges(hq, { unitId })).toMatchObject([{ act: 'recode' }]);

    const passed = await judgedUnits(hq, root.id, {
      rows: [header, below('东城一厂', 'EAST-1'), below('东城三厂', second.code)],
      said: replace(2),
    });
    expect(await passed.bring()).toEqual({ made: 1, changed: 1 });
    expect(await readUnit(hq, { unitId: mill.id })).toMatchObject({ code: 'EAST-1' });
    const moments = await owner
      .selectFrom('units_history')
      .select('code')
      .where('id', '=', mill.id)
      .whereRef('known_from', '<', 'known_to')
      .execute();
    expect(moments.map(({ code }) => code)).not.toContain(`~${mill.id}`);
  });

  test('that a unit out of sight or a closed one has are wrong at their cell, which names the unit', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, mill, farMill } = units;
    const hq = as(house, 'hqSafety', root);
    const gone = await given.unit(owner, '东城老厂', 'factory', east);
    await closeUnit(hq, { unitId: gone.id, on: '2026-01-12', reason: '停产' });
    const reorganiser = as(house, 'hqSafety', east);
    const rows = [header, below('东城一厂', gone.code), below('东城四厂', farMill.code.toLowerCase())];
    const { batchId } = await judgedUnits(reorganiser, east.id, { rows, said: replace(2) });

    expect(await toldOf(reorganiser, batchId)).toEqual(['unit_code_of_closed D2 东城服饰/东城老厂', 'unit_code_taken D3 西岭一厂']);
    const wanted = { parentId: mill.id, name: '裁剪车间', kind: 'workshop', on: '2026-01-10', reason: '新建' } as const;
    await expect(createUnit(hq, { ...wanted, code: farMill.code })).rejects.toMatchObject({
      code: 'units.code_taken',
      facts: { code: farMill.code, unit: '西岭羽绒/西岭一厂' },
    });
    await expect(createUnit(hq, { ...wanted, code: gone.code.toLowerCase() })).rejects.toMatchObject({
      code: 'units.code_of_closed',
      facts: { unit: '东城服饰/东城老厂' },
    });
  });

  test('that went to another unit meanwhile keep their row out, and no other; it names the unit', async ({ house }) => {
    const { root, west } = units;
    const hq = as(house, 'hqSafety', root);
    const rows = [header, below('东城五厂', 'EAST-5'), below('东城六厂', 'EAST-6')];
    const { batchId, bring } = await judgedUnits(hq, root.id, { rows });
    await createUnit(hq, { parentId: west.id, name: '西岭新厂', kind: 'factory', code: 'east-5', on: '2026-01-10', reason: '新建' });

    expect(await bring(hq, false)).toEqual({ made: 1, changed: 0 });
    expect(await toldOf(hq, batchId)).toEqual(['unit_code_taken D2 西岭羽绒/西岭新厂']);
  });

  test('are never proposed where any unit of the group has them, closed ones and those out of sight too', async ({
    house,
    database: { owner },
  }) => {
    const { root, west, farMill } = units;
    const hq = as(house, 'hqSafety', root);
    const proposals = [`${west.code}01`, `${west.code}02`];
    await given.arranged(owner, (tx) =>
      tx
        .updateTable('units')
        .set({ code: proposals[0] ?? '' })
        .where('id', '=', farMill.id)
        .execute(),
    );
    const gone = await createUnit(hq, {
      parentId: west.id,
      name: '西岭老厂',
      kind: 'factory',
      code: proposals[1] ?? '',
      on: '2026-01-10',
      reason: '新建',
    });
    await closeUnit(hq, { unitId: gone.id, on: '2026-01-12', reason: '停产' });
    const rows = [header.slice(0, 3), ['岚枝集团', '西岭羽绒', '西岭二厂'], ['岚枝集团', '西岭羽绒', '西岭三厂']];
    const { bring } = await judgedUnits(as(house, 'hqSafety', west), west.id, { rows });

    expect(await bring()).toEqual({ made: 2, changed: 0 });
    const made = await owner.selectFrom('units').select('code').where('name', 'in', ['西岭二厂', '西岭三厂']).orderBy('lo').execute();
    expect(made.map(({ code }) => code)).toEqual([`${west.code}03`, `${west.code}04`]);
  });
});
