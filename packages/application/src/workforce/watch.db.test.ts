import { describe, expect } from 'vitest';

import { as, given, houseAt, test, testSecrets } from '../testing/index.ts';
import {
  appoint,
  arrangeWatch,
  callWatch,
  chaseWatch,
  checkInWatch,
  dialOnDuty,
  exportRoster,
  handOverWatch,
  listOwnWatch,
  oweWatch,
  planWatch,
  readOnDuty,
  readOnDutyAbove,
  readOwnWatch,
  readRoster,
  readWatchBoard,
  recordAbsence,
  remindUnplanned,
  swapWatch,
  takeOverWatch,
} from './index.ts';

describe('the watch', () => {
  test('is planned in turn, stood and handed over by whoever belongs below, chased where it is not, and none of it from outside', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const { root, east, west, mill, workshop } = await given.group(owner);
    const [wang, li, zhao, head, officer] = await Promise.all([
      given.person(owner, workshop, { staff_no: 'W1', name: '王值' }),
      given.person(owner, workshop, { staff_no: 'W2', name: '李守' }),
      given.person(owner, mill, { staff_no: 'W3', name: '赵班' }),
      given.person(owner, mill, { staff_no: 'W4' }),
      given.person(owner, mill, { staff_no: 'W5' }),
    ]);
    const office = as(house, 'safetyOfficer', mill, officer.id);
    const elsewhere = as(house, 'hqSafety', west, head.id);
    const month = { unitId: mill.id, month: '2026-01' };
    await expect(planWatch(office, { ...month, leaders: [zhao.id] })).rejects.toMatchObject({ code: 'workforce.watch_not_arranged' });
    const arrangement = {
      unitId: mill.id,
      watched: ['workNight' as const, 'restDay' as const, 'restNight' as const],
      leaders: 0,
      keepers: 1,
    };
    await expect(arrangeWatch(elsewhere, arrangement)).rejects.toMatchObject({ kind: 'missing' });
    await arrangeWatch(office, arrangement);
    await expect(planWatch(office, month)).rejects.toMatchObject({ code: 'workforce.watch_list_missing' });
    await expect(planWatch(office, { ...month, month: '2025-12' })).rejects.toMatchObject({ code: 'workforce.watch_month_over' });
    await expect(planWatch(elsewhere, { ...month, keepers: [] })).rejects.toMatchObject({ kind: 'missing' });
    await planWatch(office, { ...month, keepers: [wang.id, li.id] });

    const roster = await readRoster(office, month);
    expect(roster.shifts.slice(0, 2).map(({ onDay, part, person, standing }) => [onDay, part, person, standing])).toEqual([
      ['2026-01-20', 'night', '王值', 'ahead'],
      ['2026-01-21', 'night', '李守', 'ahead'],
    ]);
    expect(roster.may).toEqual({ plan: true, check: true, unmask: false });
    const [first, second, third] = roster.shifts;
    const [shiftId, nextId, thirdId] = [first?.id ?? '', second?.id ?? '', third?.id ?? ''];
    const outside = [
      () => swapWatch(elsewhere, { shiftId, personId: null, reason: '请假' }),
      () => callWatch(elsewhere, { shiftId, answered: true }),
      () => checkInWatch(elsewhere, { shiftId }),
      () => handOverWatch(elsewhere, { shiftId, notes: '正常' }),
      () => takeOverWatch(elsewhere, { shiftId }),
      () => readOwnWatch(elsewhere, { shiftId }),
      () => readRoster(elsewhere, month),
      () => exportRoster(elsewhere, month),
      () => readOnDuty(elsewhere, { unitId: mill.id }),
    ];
    for (const act of outside) await expect(act()).rejects.toMatchObject({ kind: 'missing' });

    const evening = houseAt(database, '2026-01-20T12:20:00Z');
    const night = { wang: as(evening, 'worker', workshop, wang.id), office: as(evening, 'safetyOfficer', mill, officer.id) };
    expect((await listOwnWatch(night.wang, undefined)).items[0]).toMatchObject({ id: shiftId, unit: mill.name, standing: 'late' });
    await appoint(as(house, 'hqSafety', root, officer.id), { personId: head.id, unitId: mill.id, post: 'unitHead', from: '2026-01-01' });
    expect([await chaseWatch(evening.clockwork(), {}), await chaseWatch(evening.clockwork(), {})]).toMatchObject([
      { told: 1 },
      { told: 0 },
    ]);
    await expect(checkInWatch(as(evening, 'worker', workshop, li.id), { shiftId })).rejects.toMatchObject({ kind: 'missing' });
    await checkInWatch(night.wang, { shiftId });
    expect(await readOnDuty(night.office, { unitId: mill.id })).toMatchObject({ answer: { personId: wang.id, because: 'roster' } });
    // Whoever works below sees neither the mill nor its roster, and yet whom to call; elsewhere nobody is told of it.
    const below = as(evening, 'worker', workshop, li.id);
    await expect(readOnDuty(below, { unitId: mill.id })).rejects.toMatchObject({ kind: 'missing' });
    expect((await readOnDutyAbove(below, {})).units).toEqual([
      { unitId: mill.id, unit: mill.name, people: [{ personId: wang.id, name: '王值', post: 'keeper', phone: null }] },
    ]);
    const stranger = as(evening, 'worker', west, (await given.person(owner, west, { staff_no: 'W9' })).id);
    expect((await readOnDutyAbove(stranger, {})).units).toEqual([]);
    const sealed = testSecrets.seal('13812345678');
    await given.arranged(owner, (tx) =>
      tx.updateTable('persons').set({ phone_sealed: sealed, phone_masked: '138****5678' }).where('id', '=', wang.id).execute(),
    );
    expect(await dialOnDuty(below, { personId: wang.id })).toEqual({ number: '13812345678' });
    for (const act of [() => dialOnDuty(stranger, { personId: wang.id }), () => dialOnDuty(below, { personId: head.id })])
      await expect(act()).rejects.toMatchObject({ code: 'workforce.watch_not_on_duty' });
    const board = await readWatchBoard(as(evening, 'hqSafety', east, officer.id), undefined);
    expect(board.units).toMatchObject([{ running: [{ person: '王值', standing: 'checkedIn', onTime: false }], emptyAhead: 0 }]);
    await expect(swapWatch(night.office, { shiftId, personId: zhao.id, reason: '换班' })).rejects.toMatchObject({
      code: 'workforce.watch_checked_in',
    });
    await handOverWatch(night.wang, { shiftId, notes: '三号锅炉停炉' });
    await handOverWatch(night.wang, { shiftId, notes: '三号锅炉停用' });
    const handed = await owner.selectFrom('trail').select(['before', 'after']).where('verb', '=', 'workforce.handOverWatch').execute();
    expect(handed).toContainEqual({ before: { handedOver: '三号锅炉停炉' }, after: { handedOver: '三号锅炉停用' } });
    await swapWatch(night.office, { shiftId: nextId, personId: zhao.id, reason: '李守请假' });
    await swapWatch(night.office, { shiftId: thirdId, personId: null, reason: '出差' });
    await callWatch(night.office, { shiftId, answered: false, note: '占线' });

    const next = houseAt(database, '2026-01-21T11:50:00Z');
    const mine = as(next, 'teamLeader', mill, zhao.id);
    expect(await readOwnWatch(mine, { shiftId: nextId })).toMatchObject({
      mine: true,
      before: { handOver: { notes: '三号锅炉停用', givenBy: '王值', takenBy: null } },
    });
    await expect(takeOverWatch(as(next, 'worker', mill, officer.id), { shiftId: nextId })).rejects.toMatchObject({
      code: 'workforce.watch_not_yours',
    });
    await takeOverWatch(mine, { shiftId: nextId });
    await checkInWatch(mine, { shiftId: nextId });
    await recordAbsence(as(house, 'safetyOfficer', mill, officer.id), {
      personId: zhao.id,
      from: '2026-01-21T13:00:00Z',
      until: '2026-01-22T13:00:00Z',
      reason: '急病',
    });
    const late = houseAt(database, '2026-01-21T14:00:00Z');
    expect(await readOnDuty(as(late, 'safetyOfficer', mill, officer.id), { unitId: workshop.id })).toMatchObject({
      answer: { personId: head.id, because: 'post' },
    });
    expect((await readRoster(as(next, 'worker', mill, zhao.id), month)).shifts.slice(0, 3)).toMatchObject([
      { standing: 'stood', handOver: { takenBy: '赵班' }, lastCall: { answered: false } },
      { person: '赵班', standing: 'checkedIn', swap: { from: '李守', reason: '李守请假' } },
      { person: null, standing: 'uncovered' },
    ]);
    expect((await exportRoster(office, month)).rows).toHaveLength(roster.shifts.length);

    const february = houseAt(database, '2026-01-30T02:00:00Z');
    expect(await oweWatch(february.clockwork(), {})).toMatchObject({ made: 3 });
    expect(await oweWatch(february.clockwork(), {})).toMatchObject({ made: 0 });
    await planWatch(as(february, 'unitHead', mill, head.id), { unitId: mill.id, month: '2026-02' });
    const planned = await readRoster(as(february, 'unitHead', mill, head.id), { unitId: mill.id, month: '2026-02' });
    expect(planned.shifts.every(({ person }) => person !== null)).toBe(true);
    const leading = as(february, 'unitHead', mill, head.id);
    expect((await readRoster(leading, month)).shifts[3]).toMatchObject({ onDay: '2026-01-23', person: '李守', standing: 'missed' });

    await arrangeWatch(leading, { ...arrangement, leaders: 1 });
    const lists = { leaders: [wang.id, li.id], keepers: [wang.id, li.id, zhao.id] };
    await planWatch(leading, { unitId: mill.id, month: '2026-03', ...lists });
    const { shifts } = await readRoster(leading, { unitId: mill.id, month: '2026-03' });
    const seated = shifts.map(({ onDay, part, personId }) => `${onDay} ${part} ${personId}`);
    expect(new Set(seated).size).toBe(shifts.length);
    const [leader, keeper] = shifts;
    await expect(swapWatch(leading, { shiftId: keeper?.id ?? '', personId: leader?.personId ?? '', reason: '换班' })).rejects.toMatchObject(
      { code: 'workforce.watch_seated_twice' },
    );
    await arrangeWatch(leading, { ...arrangement, leaders: 1, nightFrom: '21:00' });
    await planWatch(leading, { unitId: mill.id, month: '2026-03', ...lists });
    const moved = (await readRoster(leading, { unitId: mill.id, month: '2026-03' })).shifts.filter(({ part }) => part === 'night');
    expect(new Set(moved.map(({ fromAt }) => fromAt.toISOString().slice(11, 16)))).toEqual(new Set(['13:00']));

    // Fewer seats are asked for: whoever sits in one that goes is told why; it comes back empty when it is asked for again.
    const march = () => readRoster(leading, { unitId: mill.id, month: '2026-03' });
    const reduced = { ...arrangement, watched: ['workNight' as const] };
    await expect(arrangeWatch(leading, reduced)).rejects.toMatchObject({ code: 'workforce.watch_reason_needed' });
    const gone = moved.find(({ post }) => post === 'leader')?.id ?? '';
    expect((await arrangeWatch(leading, { ...reduced, reason: '改由集团统一值班' })).withdrawn).toBeGreaterThan(20);
    expect((await march()).shifts.every(({ post, part, restDay }) => post === 'keeper' && part === 'night' && !restDay)).toBe(true);
    await expect(swapWatch(leading, { shiftId: gone, personId: zhao.id, reason: '换班' })).rejects.toMatchObject({
      code: 'workforce.watch_withdrawn',
    });
    expect((await listOwnWatch(as(february, 'worker', workshop, wang.id), undefined)).items.map(({ id }) => id)).not.toContain(gone);
    await arrangeWatch(leading, { ...reduced, watched: [], reason: '撤销值班' });
    expect(await march()).toMatchObject({ scheme: null, shifts: [] });
    await arrangeWatch(leading, { ...reduced, nightFrom: '20:30' });
    const begun = houseAt(database, '2026-03-01T02:00:00Z');
    expect(await oweWatch(begun.clockwork(), {})).toMatchObject({ made: 3 });
    const back = (await march()).shifts;
    expect(back.map(({ person, fromAt }) => [person, fromAt.toISOString().slice(11, 16)])).toEqual(back.map(() => [null, '12:30']));
    expect(back).toHaveLength(3);
    await begun.close();
    await Promise.all([evening, next, late, february].map((each) => each.close()));
  });

  test('an empty seat that was filled and is empty again is told again, and whoever has left answers no call', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const shop = await given.unit(owner, '值班二厂', 'factory', root);
    const [head, keeper] = await Promise.all([
      given.person(owner, shop, { staff_no: 'V1', name: '孙长' }),
      given.person(owner, shop, { staff_no: 'V2', name: '周守' }),
    ]);
    const office = as(house, 'hqSafety', root, head.id);
    await appoint(office, { personId: head.id, unitId: shop.id, post: 'unitHead', from: '2026-01-01' });
    const arrangement = { unitId: shop.id, watched: ['workNight' as const, 'restNight' as const], leaders: 0, keepers: 1 };
    const twice = await Promise.all([arrangeWatch(office, arrangement), arrangeWatch(office, arrangement)]);
    expect(twice[0].id).toBe(twice[1].id);
    await planWatch(office, { unitId: shop.id, month: '2026-01', keepers: [keeper.id] });
    const { shifts } = await readRoster(office, { unitId: shop.id, month: '2026-01' });
    const tonight = shifts[0]?.id ?? '';
    const chased = async () => (await chaseWatch(house.clockwork(), {})).told;

    await swapWatch(office, { shiftId: tonight, personId: null, reason: '请假' });
    const first = await chased();
    expect([first > 0, await chased()]).toEqual([true, 0]);
    await swapWatch(office, { shiftId: tonight, personId: keeper.id, reason: '不请了' });
    await chased();
    await swapWatch(office, { shiftId: tonight, personId: null, reason: '还是要请' });
    expect([await chased(), await chased()]).toEqual([1, 0]);
    await planWatch(office, { unitId: shop.id, month: '2026-01', keepers: [keeper.id] });
    expect([await chased(), await chased()]).toEqual([1, 0]);
    await planWatch(office, { unitId: shop.id, month: '2026-01', keepers: [keeper.id] });
    expect(await chased()).toBe(0);

    const night = houseAt(database, '2026-01-20T13:00:00Z');
    const below = as(night, 'worker', shop, head.id);
    expect((await readOnDutyAbove(below, {})).units.flatMap(({ people }) => people.map(({ name }) => name))).toEqual(['周守']);
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ left_on: '2026-01-20' }).where('id', '=', keeper.id).execute());
    expect((await readOnDutyAbove(below, {})).units.flatMap(({ people }) => people.map(({ name }) => name))).toEqual(['孙长']);
    expect(await readOnDuty(as(night, 'hqSafety', root, head.id), { unitId: shop.id })).toMatchObject({ answer: { personId: head.id } });
    await expect(dialOnDuty(below, { personId: keeper.id })).rejects.toMatchObject({ code: 'workforce.watch_not_on_duty' });
    await night.close();
  });

  test('a month without a roster is told to whoever plans it, some days before it begins, once', async ({ database }) => {
    const told = async (at: string) => {
      const house = houseAt(database, at);
      const answer = (await remindUnplanned(house.clockwork(), {})).told;
      await house.close();
      return answer;
    };

    // 两个厂一月都有班，二月都还没有排。
    expect([await told('2026-01-26T15:00:00Z'), await told('2026-01-26T16:00:00Z'), await told('2026-01-30T02:00:00Z')]).toEqual([0, 2, 0]);
  });
});
