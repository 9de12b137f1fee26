import { choice } from '@changming/domain/imports';
import { expect } from 'vitest';

import { as, type Given, given, test } from '../testing/index.ts';
import { appoint, endAppointment, listUnitsWithoutFirst } from '../workforce/index.ts';
import { listImportGroups, listImportRecords, listImportRows, listProblemCells, readImport } from './index.ts';
import { judgedUnits, replace } from './testing/units-file.ts';

const header = ['一级', '二级', '三级', '单位类型', '第一责任人'];
let units: Given;

test('the first responsible person is appointed where it is certain who that is; the rest is told, and goes in without', async ({
  house,
  database: { owner },
}) => {
  units = await given.group(owner);
  const { root, mill, workshop, farMill } = units;
  const hq = as(house, 'hqSafety', root);
  const named = (where: typeof root, name: string, staff_no: string) => given.person(owner, where, { name, staff_no, hired_on: null });
  const guo = await named(mill, '郭晶霞', 'D001');
  await named(mill, '李强', 'D002');
  const chosen = await named(workshop, '李强', 'D003');
  await named(mill, '赵敏', 'D004');
  await named(farMill, '西岭来客', 'D005');
  const rows = [
    header,
    ['岚枝集团', '东城服饰', '东城二厂', '工厂', '郭晶霞（厂长）'],
    ['岚枝集团', '东城服饰', '东城三厂', '工厂', '李强'],
    ['岚枝集团', '东城服饰', '东城四厂', '工厂', '李强 D002'],
    ['岚枝集团', '东城服饰', '东城五厂', '工厂', '西岭来客'],
    ['岚枝集团', '东城服饰', '东城六厂', '工厂', '不在册'],
  ];

  const file = await judgedUnits(hq, root.id, { rows });
  const { batchId } = file;
  expect(await readImport(hq, { batchId })).toMatchObject({ counts: { ready: 5, ask: 0, wrong: 0 } });
  const { items } = await listImportRows(hq, { batchId, verdict: 'ready', limit: 9 });
  expect(items.map(({ detail }) => (detail.warnings ?? []).flatMap(({ code }) => (code.startsWith('leader') ? [code] : [])))).toEqual([
    [],
    ['leader_unsure'],
    [],
    ['leader_unsure'],
    ['leader_unknown'],
  ]);
  const { items: asked } = await listImportGroups(hq, { batchId, verdict: 'ready', limit: 9 });
  const unsure = asked.filter(({ code }) => code === 'leader_unsure');
  expect(unsure.map(({ candidates }) => candidates.map(({ label }) => label))).toEqual([
    ['李强 D002 岚枝集团/东城服饰/东城一厂', '李强 D003 岚枝集团/东城服饰/东城一厂/缝制一车间', ''],
    ['西岭来客 D005 岚枝集团/西岭羽绒/西岭一厂', ''],
  ]);
  const { cells } = await listProblemCells(hq, { batchId });
  expect(cells.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['E3 leader_unsure', 'E5 leader_unsure', 'E6 leader_unknown']);
  await file.answer(hq, { cells: [{ sheet: 'Sheet1', cell: 'E3', value: chosen.id }] });
  expect(await file.bring()).toEqual({ made: 5, changed: 0 });

  const offices = await owner
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['u.name as unit', 'p.staff_no as no', 'a.post', 'a.from_on as on'])
    .orderBy('u.lo')
    .execute();
  expect(offices).toEqual([
    { unit: '东城二厂', no: 'D001', post: 'firstResponsible', on: '2026-01-15' },
    { unit: '东城三厂', no: 'D003', post: 'firstResponsible', on: '2026-01-15' },
    { unit: '东城四厂', no: 'D002', post: 'firstResponsible', on: '2026-01-15' },
  ]);
  const trail = await owner.selectFrom('trail').select(['verb', 'after']).where('verb', '=', 'imports.run').execute();
  expect(trail).toContainEqual({ verb: 'imports.run', after: expect.objectContaining({ personId: guo.id, post: 'firstResponsible' }) });
  const kept = (await listImportRecords(hq, { batchId, limit: 9 })).items;
  expect(kept.map(({ name, kept: [word] }) => [name, word?.text])).toEqual([
    ['东城二厂', undefined],
    ['东城三厂', undefined],
    ['东城四厂', undefined],
    ['东城五厂', '西岭来客'],
    ['东城六厂', '不在册'],
  ]);
});

test('a unit that is there and has none takes the one of the file; one that has keeps it, and the file says so', async ({
  house,
  database: { owner },
}) => {
  const { root, east } = units;
  const [hq, officer] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
  const rows = [
    header,
    ['岚枝集团', '东城服饰', '东城二厂', '', '赵敏'],
    ['岚枝集团', '东城服饰', '东城六厂', '', '赵敏'],
    ['岚枝集团', '', '', '', '赵敏'],
  ];

  const { batchId, answer, bring } = await judgedUnits(officer, east.id, { rows });
  const { items } = await listImportRows(officer, { batchId, limit: 9 });
  expect(items.map(({ verdict }) => verdict)).toEqual(['skip', 'skip', 'ask', 'skip']);
  await answer(officer, replace(3));
  expect(await bring(officer)).toEqual({ made: 0, changed: 1 });

  const without = (await listUnitsWithoutFirst(hq, { limit: 50 })).items.map(({ name }) => name);
  expect(without).not.toContain('东城六厂');
  const first = await owner
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['u.name as unit', 'p.name'])
    .where('u.name', 'in', ['东城二厂', '东城六厂'])
    .orderBy('u.lo')
    .execute();
  expect(first).toEqual([
    { unit: '东城二厂', name: '郭晶霞' },
    { unit: '东城六厂', name: '赵敏' },
  ]);
});

test('whoever has left the post since the day of the file is followed, and comes back, from the day it was free', async ({
  house,
  database: { owner },
}) => {
  const { root, mill, workshop } = units;
  const hq = as(house, 'hqSafety', root);
  const chief = await given.person(owner, mill, { name: '周航', hired_on: null });
  for (const [unit, to] of [
    [mill, '2026-01-18'],
    [workshop, '2026-01-19'],
  ] as const) {
    const { id } = await appoint(hq, { personId: chief.id, unitId: unit.id, post: 'firstResponsible', from: '2026-01-05' });
    await endAppointment(hq, { appointmentId: id, to });
  }
  const rows = [
    ['一级', '二级', '三级', '四级', '第一责任人'],
    ['岚枝集团', '东城服饰', '东城一厂', '', '周航'],
    ['岚枝集团', '东城服饰', '东城一厂', '缝制一车间', '赵敏'],
  ];

  const { answer, bring } = await judgedUnits(hq, root.id, { rows });
  await answer(hq, replace(2, 3));
  expect(await bring(hq)).toEqual({ made: 0, changed: 2 });

  const terms = await owner
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(['u.name as unit', 'p.name', 'a.from_on as from', 'a.to_on as to'])
    .where('u.id', 'in', [mill.id, workshop.id])
    .where('a.post', '=', 'firstResponsible')
    .orderBy('u.lo')
    .orderBy('a.from_on')
    .execute();
  expect(terms.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['周航', '2026-01-05', '2026-01-18'],
    ['周航', '2026-01-18', null],
    ['周航', '2026-01-05', '2026-01-19'],
    ['赵敏', '2026-01-19', null],
  ]);
});

test('of a unit that is there it is asked whom the file means, and told what becomes of a name that is nobody’s', async ({
  house,
  database: { owner },
}) => {
  const { root, farMill } = units;
  const hq = as(house, 'hqSafety', root);
  const one = await given.person(owner, farMill, { name: '马超', staff_no: 'E001', hired_on: null });
  await given.person(owner, farMill, { name: '马超', staff_no: 'E002', hired_on: null });
  const rows = [header, ['岚枝集团', '西岭羽绒', '西岭一厂', '', '马超'], ['岚枝集团', '西岭羽绒', '', '', '不在册']];

  const { batchId, answer, bring } = await judgedUnits(hq, root.id, { rows });
  const verdicts = async () =>
    (await listImportRows(hq, { batchId, limit: 9 })).items
      .slice(1)
      .map(({ verdict, detail }) => [verdict, ...[...(detail.questions ?? []), ...(detail.warnings ?? [])].map(({ code }) => code)]);
  expect(await verdicts()).toEqual([
    ['ask', 'leader_unsure'],
    ['skip', 'leader_unknown'],
  ]);
  const said = (value: string) => ({ cells: [{ sheet: 'Sheet1', cell: 'E2', value }] });
  await answer(hq, said(choice.empty));
  expect(await verdicts()).toEqual([['skip'], ['skip', 'leader_unknown']]);
  await answer(hq, { ...said(one.id), ...replace(2) });
  expect(await bring()).toEqual({ made: 0, changed: 1 });
  const without = (await listUnitsWithoutFirst(hq, { limit: 50 })).items.map(({ name }) => name);
  expect(without).not.toContain('西岭一厂');
});
