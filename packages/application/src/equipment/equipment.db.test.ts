import { fireDuesOf, fireStandingOf, standingOf } from '@changming/domain/equipment';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { createPoint } from '../points/index.ts';
import { setRule } from '../standards/index.ts';
import { as, given, houseAt, test, today } from '../testing/index.ts';
import {
  changeSpecialState,
  checkFire,
  checkPlace,
  countDue,
  editFire,
  editSpecial,
  endOperator,
  exportFire,
  exportSpecial,
  listDue,
  listFire,
  listPlaceChecks,
  listSpecial,
  nameOperator,
  oweSpotChecks,
  readFire,
  readFireAtPlate,
  readSpecial,
  recordInspection,
  refreshFireDues,
  registerFire,
  registerSpecial,
  scrapFire,
  sweepEquipment,
} from './index.ts';

const page = { withBelow: true, limit: 50 } as const;
const right = { inPlace: 'right', pressure: 'right', seal: 'right', body: 'right', label: 'right', unblocked: 'right' } as const;

type Stage = Awaited<ReturnType<typeof given.group>>;
let stage: Stage & { readonly by: { readonly officer: string; readonly leader: string; readonly stranger: string } };

describe('special equipment', () => {
  test('is registered, inspected, put out of use and scrapped, each with its day and reason', async ({ house, database }) => {
    const group = await given.group(database.owner);
    const { mill, workshop, west } = group;
    const [one, other, far] = [
      await given.person(database.owner, mill, { name: '李安' }),
      await given.person(database.owner, workshop, { name: '王班' }),
      await given.person(database.owner, west, { name: '钱外' }),
    ];
    stage = { ...group, by: { officer: one.id, leader: other.id, stranger: far.id } };
    const officer = as(house, 'safetyOfficer', mill, one.id);
    const { id } = await registerSpecial(officer, {
      unitId: workshop.id,
      ownNo: 'T-01',
      name: '蒸汽锅炉',
      category: 'boiler',
      registerNo: '锅10洲A00001(22)',
      useFrom: '2022-05-01',
    });
    const wrong = await recordInspection(officer, { equipmentId: id, on: '2025-02-01', result: 'passed', nextDueOn: '2027-02-01' });
    await recordInspection(officer, {
      equipmentId: id,
      on: '2025-02-01',
      result: 'passed',
      nextDueOn: '2026-02-01',
      correctsId: wrong.id,
    });
    expect(await readSpecial(officer, { equipmentId: id })).toMatchObject({
      registration: 'registered',
      nextDueOn: '2026-02-01',
      standing: 'dueSoon',
      stopUse: false,
      inspections: [{ corrected: false }, { corrected: true }],
      may: { edit: true, changeState: true },
    });
    await expect(
      recordInspection(officer, { equipmentId: id, on: today, result: 'passed', nextDueOn: '2027-02-01', correctsId: wrong.id }),
    ).rejects.toMatchObject({ code: 'equipment.changed_meanwhile' });

    await changeSpecialState(officer, { equipmentId: id, to: 'outOfUse', on: '2026-01-10', reason: '停产检修' });
    await expect(changeSpecialState(officer, { equipmentId: id, to: 'inUse', on: '2026-01-09', reason: '复产' })).rejects.toMatchObject({
      code: 'equipment.state_before_last',
    });
    await changeSpecialState(officer, { equipmentId: id, to: 'scrapped', on: '2026-01-15', reason: '拆除' });
    await expect(editSpecial(officer, { ...plainSpecial(workshop.id), equipmentId: id, version: 99 })).rejects.toMatchObject({
      code: 'equipment.scrapped',
    });
    expect(await readSpecial(officer, { equipmentId: id })).toMatchObject({
      state: 'scrapped',
      states: [
        { state: 'scrapped', reason: '拆除' },
        { state: 'outOfUse', from: '2026-01-10' },
        { state: 'inUse', from: '2022-05-01' },
      ],
    });
  });

  test('is in date by the inspection it passed that is good for longest, until it fails one', async ({ house }) => {
    const { mill, workshop } = stage;
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const { id } = await registerSpecial(officer, { ...plainSpecial(workshop.id), ownNo: 'T-03' });
    const after = async (told: Omit<Parameters<typeof recordInspection>[1], 'equipmentId'>) => {
      await recordInspection(officer, { equipmentId: id, ...told });
      const { standing, nextDueOn } = await readSpecial(officer, { equipmentId: id });
      return [standing, nextDueOn];
    };
    const periodic = { kind: 'periodic', on: '2025-03-01', result: 'passed', nextDueOn: '2027-03-01' } as const;

    expect(await after(periodic)).toEqual(['inDate', '2027-03-01']);
    expect(await after({ kind: 'self', on: '2025-11-01', result: 'passed', nextDueOn: '2025-12-01' })).toEqual(['inDate', '2027-03-01']);
    expect(await after({ on: '2026-01-05', result: 'underWay' })).toEqual(['inDate', '2027-03-01']);
    expect(await after({ on: '2026-01-10', result: 'failed' })).toEqual(['failed', null]);
    expect(await after({ on: '2026-01-12', result: 'underWay' })).toEqual(['failed', null]);
    expect(await after({ on: '2026-01-15', result: 'passed', nextDueOn: '2027-01-15' })).toEqual(['inDate', '2027-01-15']);
  });

  test('is operated by persons whose certificates hold, and no number of theirs is stored in the clear', async ({ house, database }) => {
    const { owner } = database;
    const { mill, workshop } = stage;
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const driver = await given.person(owner, workshop, { name: '孙强' });
    const { id } = await registerSpecial(officer, { ...plainSpecial(workshop.id), ownNo: 'T-02' });
    const operator = { equipmentId: id, personId: driver.id, certificateKind: 'N1', certificateNo: '990000198503070012', from: today };
    await expect(nameOperator(officer, { ...operator, validTo: '2026-01-19' })).rejects.toMatchObject({
      code: 'equipment.certificate_expired',
    });
    const { id: operatorId } = await nameOperator(officer, { ...operator, validTo: '2026-03-01' });
    await expect(nameOperator(officer, operator)).rejects.toMatchObject({ code: 'equipment.operator_twice' });

    expect(await readSpecial(officer, { equipmentId: id })).toMatchObject({
      operators: [{ name: '孙强', certificateNo: '990***********0012', expired: false }],
    });
    const kept = await sql<{ all: string }>`
      select string_agg(o::text, '') || (select string_agg(t::text, '') from trail t) as all from special_operators_history o`.execute(
      owner,
    );
    expect(kept.rows[0]?.all).not.toContain('19850307');
    await endOperator(officer, { equipmentId: id, operatorId, on: today });
    expect(await readSpecial(officer, { equipmentId: id })).toMatchObject({ operators: [{ to: today }] });
  });
});

describe('fire equipment', () => {
  test('is looked over by scanning the plate of its point, every item answered, and another plate is refused', async ({ house }) => {
    const { mill, workshop } = stage;
    const [officer, leader] = [as(house, 'safetyOfficer', mill, stage.by.officer), as(house, 'teamLeader', workshop, stage.by.leader)];
    const point = await createPoint(officer, { unitId: workshop.id, name: '东门', kind: 'fire' });
    const other = await createPoint(officer, { unitId: workshop.id, name: '西门', kind: 'fire' });
    const { id } = await registerFire(officer, {
      unitId: workshop.id,
      no: 'F-01',
      kind: 'powderPortable',
      madeOn: '2020-03',
      pointId: point.id,
    });
    await oweSpotChecks(house.clockwork(), {});
    expect(await oweSpotChecks(house.clockwork(), {})).toMatchObject({ made: 0 });
    expect(await readFireAtPlate(leader, { code: point.code })).toMatchObject({
      items: [{ id, checkedOn: null, checkDueOn: '2026-01-31' }],
    });

    const check = { equipmentId: id, on: today, condition: 'pressureLow', items: right } as const;
    await expect(checkFire(leader, { ...check, items: { inPlace: 'right' } })).rejects.toMatchObject({ code: 'equipment.items_open' });
    await expect(checkFire(leader, { ...check, plate: other.code })).rejects.toMatchObject({ code: 'equipment.wrong_plate' });
    await expect(checkFire(leader, { ...check, on: '2026-01-21' })).rejects.toMatchObject({ code: 'equipment.day_in_future' });
    await checkFire(leader, { ...check, plate: point.code, reading: '0.9 MPa', items: { ...right, pressure: 'wrong' } });
    const found = await readFire(officer, { equipmentId: id });
    expect(found).toMatchObject({
      condition: 'pressureLow',
      standing: 'defect',
      serviceDueOn: '2025-03-31',
      scrapDueOn: '2030-03-31',
      checks: [{ scanned: true, reading: '0.9 MPa' }],
      duties: [{ checkedOn: today }],
    });

    await checkFire(leader, { equipmentId: id, kind: 'service', on: today, condition: 'intact' });
    expect(await readFire(officer, { equipmentId: id })).toMatchObject({
      standing: 'inDate',
      serviceDueOn: '2028-01-20',
      servicedOn: today,
    });
  });

  test('has a wrong check put right once, by a check of the same piece, and what the wrong one had met is owed again', async ({
    house,
    database,
  }) => {
    const { mill, workshop } = stage;
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const [{ id }, other] = [
      await registerFire(officer, { unitId: workshop.id, no: 'C-01', kind: 'hose' }),
      await registerFire(officer, { unitId: workshop.id, no: 'C-02', kind: 'hose' }),
    ];
    await oweSpotChecks(house.clockwork(), {});
    const check = { equipmentId: id, on: today, condition: 'intact', items: right } as const;
    const wrong = await checkFire(officer, check);
    const met = async () => (await readFire(officer, { equipmentId: id })).duties.map(({ checkedOn }) => checkedOn);
    expect(await met()).toEqual([today]);

    const correcting = { ...check, correctsId: wrong.id };
    await expect(checkFire(officer, { ...correcting, equipmentId: other.id })).rejects.toMatchObject({ code: 'equipment.check_not_found' });
    await expect(checkFire(officer, { ...check, items: { ...right, seal: 'wrong' } })).rejects.toMatchObject({
      code: 'equipment.condition_contradicts',
    });
    const later = houseAt(database, '2026-03-10T02:00:00Z');
    const then = as(later, 'safetyOfficer', mill, stage.by.officer);
    const inDecember = await checkFire(then, { ...correcting, on: '2025-12-30' });
    expect(await met()).toEqual([null]);
    await expect(checkFire(then, correcting)).rejects.toMatchObject({ code: 'equipment.changed_meanwhile' });
    // Nobody makes up for January in March, and January does not go away with the piece either.
    await checkFire(then, { ...check, correctsId: inDecember.id });
    await checkFire(then, check);
    expect(await met()).toEqual([null]);
    await expect(scrapFire(then, { equipmentId: id, on: '2026-01-31', reason: '损坏' })).rejects.toMatchObject({
      code: 'equipment.scrapped_before_missed',
    });
    await scrapFire(then, { equipmentId: id, on: '2026-02-01', reason: '损坏' });
    await later.close();
  });

  test('is scrapped with a reason and leaves the lists of what is owed', async ({ house }) => {
    const { mill, workshop } = stage;
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const { id } = await registerFire(officer, { unitId: workshop.id, no: 'F-02', kind: 'water', madeOn: '2019-01' });
    const due = () => listDue(officer, { ...page, kind: ['scrap'] });
    expect((await due()).items).toMatchObject([{ subjectId: id, dueOn: '2025-01-31' }]);
    await scrapFire(officer, { equipmentId: id, on: today, reason: '到期报废' });
    expect((await due()).items).toEqual([]);
    await expect(checkFire(officer, { equipmentId: id, on: today, condition: 'intact', items: right })).rejects.toMatchObject({
      code: 'equipment.scrapped',
    });
    // The number is free again for the piece that takes its place.
    await registerFire(officer, { unitId: workshop.id, no: 'F-02', kind: 'water', madeOn: '2026-01' });
    await expect(registerFire(officer, { unitId: workshop.id, no: 'F-02', kind: 'water' })).rejects.toMatchObject({
      code: 'equipment.number_taken',
    });
  });

  test('comes to other days when a rule changes, by the nightly look', async ({ house, database: { owner } }) => {
    await setRule(as(house, 'hqSafety', stage.root), {
      ruleId: 'equipment.scrapYearsPowder',
      value: 8,
      layer: 'group',
      source: '集团规定',
      from: today,
    });
    expect(await refreshFireDues(house.clockwork(), {})).toMatchObject({ changed: 1, next: null });
    const [row] = await owner.selectFrom('fire_equipment').select('scrap_due_on').where('no', '=', 'F-01').execute();
    expect(row?.scrap_due_on).toBe('2028-03-31');
  });
});

describe('lists', () => {
  test('tell the same standing in SQL as the domain, whatever the dates', async ({ house }) => {
    const { mill, workshop } = stage;
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const days = ['2026-01-19', '2026-01-20', '2026-02-19', '2026-02-20'];
    for (const [at, nextDueOn] of days.entries()) {
      const { id } = await registerSpecial(officer, { ...plainSpecial(workshop.id), ownNo: `S-${at}` });
      await recordInspection(officer, { equipmentId: id, on: '2025-01-01', result: at === 3 ? 'failed' : 'passed', nextDueOn });
      await registerFire(officer, { unitId: workshop.id, no: `S-${at}`, kind: 'alarm', scrapStatedOn: nextDueOn });
    }
    const special = (await listSpecial(officer, page)).items;
    for (const { standing, state, inspectedOn, inspectionResult, nextDueOn } of special) {
      const inspection =
        inspectedOn === null || inspectionResult === null ? null : { on: inspectedOn, result: inspectionResult, nextDueOn };
      expect(standing).toBe(standingOf({ state, inspection }, today, 30));
    }
    const fire = (await listFire(officer, page)).items;
    for (const { standing, ...piece } of fire) expect(standing).toBe(fireStandingOf(piece, today, 30));
    for (const { kind, madeOn, servicedOn, scrapStatedOn, scrapDueOn } of fire.filter(({ no }) => no?.startsWith('S-') === true)) {
      expect(fireDuesOf({ kind, madeOn, servicedOn, scrapStatedOn }).scrapDueOn).toBe(scrapDueOn);
    }
    const overdue = await listSpecial(officer, { ...page, standing: ['overdue', 'failed'] });
    expect(overdue.items.map(({ ownNo }) => ownNo)).toEqual(['S-0', 'S-3']);
    const first = await listFire(officer, { ...page, limit: 2, q: 's-' });
    expect(first.items).toHaveLength(2);
    const [key = '', id = ''] = (first.next ?? '').split('~');
    expect((await listFire(officer, { ...page, limit: 2, q: 's-', after: [key, id] })).items.map(({ no }) => no)).toEqual(['S-2', 'S-3']);
  });

  test('of what is due run by day over all kinds, and count the same', async ({ house }) => {
    const officer = as(house, 'safetyOfficer', stage.mill, stage.by.officer);
    const { items } = await listDue(officer, page);
    expect(items.map(({ dueOn }) => dueOn)).toEqual(items.map(({ dueOn }) => dueOn).toSorted());
    const { counts } = await countDue(officer, { withBelow: true });
    for (const { kind, overdue, soon } of counts) {
      const of = items.filter((due) => due.kind === kind).reduce((sum, { count }) => sum + count, 0);
      expect(overdue + soon).toBe(of);
    }
    const [first] = items;
    const rest = await listDue(officer, { ...page, after: [first?.dueOn ?? '', first?.key ?? ''] });
    expect(rest.items).toEqual(items.slice(1));
  });

  test('go out whole, with a trail', async ({ house, database: { owner } }) => {
    const officer = as(house, 'safetyOfficer', stage.mill, stage.by.officer);
    expect((await exportSpecial(officer, {})).rows.length).toBe((await listSpecial(officer, page)).items.length);
    expect((await exportFire(officer, { kind: ['water'] })).rows).toMatchObject([{ no: 'F-02' }, { no: 'F-02' }]);
    const told = await owner.selectFrom('trail').select('verb').where('verb', 'like', 'equipment.export%').execute();
    expect(told).toHaveLength(2);
  });
});

describe('reminders', () => {
  test('are each told once, catch up after a pause, and climb', async ({ house, database }) => {
    const { owner } = database;
    const { mill, workshop } = stage;
    const keeper = await given.person(owner, workshop, { name: '赵倩' });
    const officer = as(house, 'safetyOfficer', mill, stage.by.officer);
    const { id } = await registerSpecial(officer, { ...plainSpecial(workshop.id), ownNo: 'R-1', keeperId: keeper.id });
    await recordInspection(officer, { equipmentId: id, on: '2025-01-01', result: 'passed', nextDueOn: '2026-03-15' });
    const toldOn = async (instant: string) => {
      const then = houseAt(database, instant);
      const first = await sweepEquipment(then.clockwork(), { rule: 'inspection' });
      expect(await sweepEquipment(then.clockwork(), { rule: 'inspection' })).toMatchObject({ told: 0 });
      await then.close();
      const rows = await owner.selectFrom('equipment_reminders').select('days').where('subject_id', '=', id).orderBy('days').execute();
      return { told: first.told > 0, days: rows.map(({ days }) => days) };
    };
    expect(await toldOn('2026-02-12T02:00:00Z')).toMatchObject({ days: [] });
    expect(await toldOn('2026-02-13T02:00:00Z')).toMatchObject({ days: [-30] });
    // A month of silence: one telling of the highest rung, the others noted as passed.
    expect(await toldOn('2026-03-17T02:00:00Z')).toEqual({ told: true, days: [-30, -7, 0, 1] });
  });
});

describe('from outside the branch', () => {
  test('every act and every reading finds nothing', async ({ house, database: { owner } }) => {
    const { west, workshop } = stage;
    const stranger = as(house, 'safetyOfficer', west, stage.by.stranger);
    const special = await owner.selectFrom('special_equipment').select('id').where('state', '=', 'inUse').executeTakeFirstOrThrow();
    const fire = await owner.selectFrom('fire_equipment').select('id').where('condition', '=', 'intact').executeTakeFirstOrThrow();
    const [s, f] = [{ equipmentId: special.id }, { equipmentId: fire.id }];
    const attempts = [
      () => readSpecial(stranger, s),
      () => readFire(stranger, f),
      () => registerSpecial(stranger, plainSpecial(workshop.id)),
      () => registerFire(stranger, { unitId: workshop.id, kind: 'water' }),
      () => editSpecial(stranger, { ...s, ...plainSpecial(west.id), version: 1 }),
      () => editFire(stranger, { ...f, unitId: west.id, kind: 'water', version: 1 }),
      () => recordInspection(stranger, { ...s, on: today, result: 'failed' }),
      () => changeSpecialState(stranger, { ...s, to: 'scrapped', on: today, reason: 'x' }),
      () => nameOperator(stranger, { ...s, personId: special.id, from: today }),
      () => endOperator(stranger, { ...s, operatorId: special.id, on: today }),
      () => checkFire(stranger, { ...f, on: today, condition: 'intact', items: right }),
      () => scrapFire(stranger, { ...f, on: today, reason: 'x' }),
      () => checkPlace(stranger, { unitId: workshop.id, kind: 'passage', on: today, passed: true }),
      () => exportSpecial(stranger, { unitId: workshop.id }),
      () => exportFire(stranger, { unitId: workshop.id }),
      () => listDue(stranger, { ...page, unitId: workshop.id }),
      () => countDue(stranger, { withBelow: true, unitId: workshop.id }),
    ];
    for (const attempt of attempts) await expect(attempt(), String(attempt)).rejects.toMatchObject({ kind: 'missing' });
    expect((await listSpecial(stranger, page)).items).toEqual([]);
    expect((await listFire(stranger, page)).items).toEqual([]);
    expect((await exportFire(stranger, {})).rows).toEqual([]);
  });

  test('a check of a place is recorded where it was made, and seen there alone', async ({ house }) => {
    const { mill, workshop, west } = stage;
    await checkPlace(as(house, 'teamLeader', workshop, stage.by.leader), {
      unitId: workshop.id,
      kind: 'pumpRun',
      on: today,
      passed: true,
      readings: [{ name: '出水压力', value: '0.6 MPa' }],
    });
    expect((await listPlaceChecks(as(house, 'safetyOfficer', mill, stage.by.officer), page)).items).toMatchObject([
      { kind: 'pumpRun', passed: true },
    ]);
    expect((await listPlaceChecks(as(house, 'safetyOfficer', west, stage.by.stranger), page)).items).toEqual([]);
  });
});

function plainSpecial(unitId: string) {
  return { unitId, name: '叉车', category: 'forklift' } as const;
}
