import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import {
  closeUnit,
  createUnit,
  editProfile,
  listChanges,
  listChildren,
  mergeUnits,
  readUnit,
  renameUnit,
  searchUnits,
  splitUnit,
} from './index.ts';
import { faultsOfTree } from './testing/given-branch.ts';

const why = { on: '2026-01-15', reason: '机构调整' };
const profile = { headcount: 120, province: '山东', industry: 'C18', flags: ['hasBoiler' as const] };

describe('a reorganisation', () => {
  test('renames from a day on: found by the new name, called by the old one on the days before', async ({ house, database: { owner } }) => {
    const { root, mill } = await givenMills(owner);
    const safety = as(house, 'hqSafety', root);

    await renameUnit(safety, { unitId: mill.id, name: '海湾智造一厂', ...why });

    expect(await searchUnits(safety, { q: 'hwzz', limit: 5 })).toMatchObject([{ id: mill.id }]);
    expect(await readUnit(safety, { unitId: mill.id, on: '2026-01-14' })).toMatchObject({ name: '海湾一厂' });
    expect(await readUnit(safety, { unitId: mill.id, on: '2026-01-15' })).toMatchObject({ name: '海湾智造一厂' });
    await expect(readUnit(safety, { unitId: mill.id, on: '2024-12-31' })).rejects.toMatchObject({ code: 'units.not_there_then' });
    await renameUnit(safety, { unitId: mill.id, name: '海湾一厂', ...why });
    expect((await listChanges(safety, { unitId: mill.id })).map(({ act }) => act)).toEqual(['rename', 'rename']);
  });

  test('splits: a new unit beside the old one takes the named children along', async ({ house, database: { owner } }) => {
    const { root, branch, mill, workshop } = await givenMills(owner);
    const safety = as(house, 'hqSafety', root);
    const part = { code: 'MILL-2', name: '海湾三厂', childIds: [workshop.id] };

    const { ids } = await splitUnit(safety, { unitId: mill.id, parts: [part], ...why });

    expect((await listChildren(safety, { parentId: branch.id })).map(({ name }) => name)).toEqual(['海湾一厂', '海湾二厂', '海湾三厂']);
    expect((await listChildren(safety, { parentId: ids[0] })).map(({ name }) => name)).toEqual(['包装车间']);
    expect(await faultsOfTree(owner)).toEqual([]);
    await expect(splitUnit(safety, { unitId: mill.id, parts: [{ ...part, code: 'M-3', name: '海湾四厂' }], ...why })).rejects.toMatchObject(
      {
        code: 'units.not_a_child',
      },
    );
    await expect(splitUnit(as(house, 'hqSafety', workshop), { unitId: mill.id, parts: [part], ...why })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(splitUnit(as(house, 'worker', root), { unitId: mill.id, parts: [part], ...why })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('merges: children, serving people and open matters go along, what is over stays, and the unit closes', async ({
    house,
    database: { owner },
  }) => {
    const { root, branch, mill, second } = await givenMills(owner);
    const serving = await given.person(owner, mill);
    const left = await given.person(owner, mill, { left_on: '2025-12-31' });
    const safety = as(house, 'hqSafety', root);

    await expect(mergeUnits(as(house, 'hqSafety', mill), { unitId: mill.id, intoId: second.id, ...why })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(mergeUnits(as(house, 'unitHead', root), { unitId: mill.id, intoId: second.id, ...why })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(mergeUnits(safety, { unitId: mill.id, intoId: branch.id, ...why })).rejects.toMatchObject({
      code: 'units.not_siblings',
    });
    const merged = await mergeUnits(safety, { unitId: mill.id, intoId: second.id, ...why });

    expect(merged.followed).toBe(1);
    const unitOf = async (id: string) =>
      await owner.selectFrom('persons').select(['unit_id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
    expect([await unitOf(serving.id), await unitOf(left.id)]).toEqual([
      { unit_id: second.id, version: 2 },
      { unit_id: mill.id, version: 1 },
    ]);
    expect(await readUnit(safety, { unitId: mill.id })).toMatchObject({ closedOn: '2026-01-15' });
    expect(await faultsOfTree(owner)).toEqual([]);
    const trail = await owner
      .selectFrom('trail')
      .selectAll()
      .where('verb', '=', 'units.merge')
      .where('subject_id', '=', serving.id)
      .execute();
    expect(trail).toMatchObject([{ before: { unitId: mill.id }, after: { unitId: second.id } }]);
    await expect(renameUnit(safety, { unitId: mill.id, name: '复名', ...why })).rejects.toMatchObject({ code: 'units.closed' });
  });

  test('closes only what is empty, and its past stays in the tree', async ({ house, database: { owner } }) => {
    const { root, mill, workshop } = await givenMills(owner);
    const safety = as(house, 'hqSafety', root);
    const person = await given.person(owner, workshop);
    const codeOf = (attempt: Promise<unknown>) => attempt.then(() => 'done').catch((error: { code?: string }) => error.code);

    expect(await codeOf(closeUnit(safety, { unitId: mill.id, ...why }))).toBe('units.has_open_children');
    expect(await codeOf(closeUnit(safety, { unitId: workshop.id, ...why }))).toBe('units.in_use');
    expect(await codeOf(closeUnit(as(house, 'teamLeader', root), { unitId: workshop.id, ...why }))).toBe('access.not_permitted');
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ left_on: '2026-01-14' }).where('id', '=', person.id).execute());
    expect(await codeOf(closeUnit(as(house, 'hqSafety', mill), { unitId: root.id, ...why }))).toBe('units.not_found');
    expect(await codeOf(closeUnit(safety, { unitId: workshop.id, ...why, on: '2026-01-16' }))).toBe('done');

    expect((await listChildren(safety, { parentId: mill.id })).map(({ name }) => name)).not.toContain(workshop.name);
    expect((await listChildren(safety, { parentId: mill.id, on: '2026-01-15' })).map(({ name }) => name)).toContain(workshop.name);
  });

  test('is no matter of the profile, which only the version just read may change', async ({ house, database: { owner } }) => {
    const { root, second } = await givenMills(owner);
    const officer = as(house, 'safetyOfficer', second);
    const edit = { unitId: second.id, version: 1, shortNames: ['二厂'], profile };

    const [one, other] = await Promise.allSettled([editProfile(officer, edit), editProfile(officer, edit)]);

    expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await readUnit(officer, { unitId: second.id })).toMatchObject({ version: 2, profile, shortNames: ['二厂'] });
    await expect(editProfile(as(house, 'worker', second), edit)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(editProfile(officer, { ...edit, unitId: root.id })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('keeps an industry and a province from before the tables were known, and takes no new ones that are none', async ({
    house,
    database: { owner },
  }) => {
    const { second } = await givenMills(owner);
    await given.arranged(owner, (tx) =>
      tx.updateTable('units').set({ province: '越南', industry: '服装' }).where('id', '=', second.id).execute(),
    );
    const officer = as(house, 'safetyOfficer', second);
    const old = { headcount: 130, province: '越南', industry: '服装', flags: [] };
    const edit = { unitId: second.id, version: 1, shortNames: [], profile: old };

    expect(await editProfile(officer, edit)).toEqual({ version: 2 });
    const next = { ...edit, version: 2 };
    await expect(editProfile(officer, { ...next, profile: { ...old, province: '火星省' } })).rejects.toMatchObject({
      code: 'units.province_unknown',
    });
    await expect(editProfile(officer, { ...next, profile: { ...old, industry: 'ZZ99' } })).rejects.toMatchObject({
      code: 'units.industry_unknown',
    });
    expect(await editProfile(officer, { ...next, profile: { ...old, province: '江苏省', industry: 'C1811' } })).toEqual({ version: 3 });
  });

  test('takes 粉尘涉爆 only with the assessment that found it, which stays in the trail', async ({ house, database: { owner } }) => {
    const { second, workshop } = await givenMills(owner);
    const officer = as(house, 'safetyOfficer', second);
    const dusty = { ...profile, flags: ['hasCombustibleDust' as const] };
    const edit = { unitId: second.id, version: 1, shortNames: [], profile: dusty };

    await expect(editProfile(officer, edit)).rejects.toMatchObject({ code: 'units.dust_unassessed' });
    const dustAssessment = '省安科院 2026-01-08 报告 FC-01';
    expect(await editProfile(officer, { ...edit, profile: { ...dusty, dustAssessment } })).toEqual({ version: 2 });
    expect(await editProfile(officer, { ...edit, version: 2 })).toEqual({ version: 3 });

    const told = await owner.selectFrom('trail').select('after').where('subject_id', '=', second.id).execute();
    expect(JSON.stringify(told)).toContain(dustAssessment);
    const safety = as(house, 'hqSafety', workshop);
    const made = { parentId: workshop.id, code: 'DUST-1', name: '充绒一班', kind: 'team' as const, ...why, profile: dusty };
    await expect(createUnit(safety, made)).rejects.toMatchObject({ code: 'units.dust_unassessed' });
  });
});

/** A branch of its own for each test: two mills side by side, the first with a workshop. */
async function givenMills(owner: Database) {
  const root =
    (await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirst()) ?? (await given.group(owner)).root;
  const branch = await given.unit(owner, '海湾公司', 'subsidiary', root);
  const mill = await given.unit(owner, '海湾一厂', 'factory', branch);
  const second = await given.unit(owner, '海湾二厂', 'factory', branch);
  const workshop = await given.unit(owner, '包装车间', 'workshop', mill);
  return { root, branch, mill, second, workshop };
}
