import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../../testing/index.ts';
import { editPerson } from '../../workforce/index.ts';
import {
  checkBehaviour,
  completeRetraining,
  exportViolations,
  findPeople,
  handleViolation,
  listBehaviourChecks,
  listGoodActs,
  listMyViolations,
  listViolations,
  praise,
  readViolation,
  recordViolation,
  reEducate,
  sweepViolations,
  voidViolation,
} from '../learning.ts';

const page = { limit: 50, withBelow: true } as const;
const act = { kind: 'illegalOperation', what: '未断电清理裁床', foundAt: '2026-01-10T09:00:00+08:00' } as const;

describe('a violation', () => {
  test('is owned up to: handled, re-educated in time, and repeated it keeps from work until re-trained', async ({ database, house }) => {
    const { mill, workshop, farMill } = await given.group(database.owner);
    const wang = await given.person(database.owner, workshop, { name: '王五' });
    const officerId = (await given.person(database.owner, mill)).id;
    const officer = as(house, 'safetyOfficer', mill, officerId);
    const leader = as(house, 'teamLeader', workshop, (await given.person(database.owner, workshop)).id);
    const worker = as(house, 'worker', workshop, wang.id);
    const stranger = as(house, 'safetyOfficer', farMill, (await given.person(database.owner, farMill)).id);
    const gate = async (day: string) => {
      const ask = database.owner.selectNoFrom((eb) =>
        eb
          .fn<string>('house.violations_gate', [eb.val([wang.id]), eb.val(workshop.id), eb.val('staff'), eb.val(null), eb.val(day)])
          .as('found'),
      );
      return (await ask.execute()).length;
    };

    const id = randomUUID();
    const first = await recordViolation(leader, { id, personId: wang.id, ...act });
    // Sent again it is the same record, though the phone by now finds nobody of that name.
    for (const whom of [{ personId: wang.id }, {}])
      expect(await recordViolation(leader, { id, ...whom, ...act })).toMatchObject({ id: first.id, unitId: workshop.id });
    expect(await readViolation(officer, { violationId: id })).toMatchObject({
      standing: 'unhandled',
      reEducateBy: '2026-01-25',
      name: '王五',
    });
    expect((await listMyViolations(worker, {})).items).toMatchObject([{ id, what: act.what }]);

    await handleViolation(officer, { violationId: id, version: 1, handling: 'fine', fineFen: 20_000 });
    await expect(
      reEducate(officer, { violationId: id, version: 2, how: 'session', on: '2026-01-15', sessionId: randomUUID() }),
    ).rejects.toMatchObject({
      code: 'training.session_not_attended',
    });
    await reEducate(officer, { violationId: id, version: 2, how: 'talk', on: '2026-01-15', talk: '讲清断电上锁的要求，本人认识到错误' });
    expect(await readViolation(officer, { violationId: id })).toMatchObject({ standing: 'closed', retraining: null });

    // The second within twelve months owes a re-training; one that was wrong lifts it again.
    const again = await recordViolation(leader, { personId: wang.id, ...act, foundAt: '2026-01-18T09:00:00+08:00' });
    expect((await readViolation(officer, { violationId: again.id })).retraining).toMatchObject({
      count: 2,
      dueOn: '2026-02-04',
      doneOn: null,
    });
    expect([await gate('2026-01-19'), await gate('2026-01-20')]).toEqual([0, 1]);
    await voidViolation(officer, { violationId: again.id, version: 1, reason: '认错了人' });
    expect(await gate('2026-01-20')).toBe(0);
    const { id: lin } = await given.person(database.owner, workshop, { name: '林六' });
    const both = await Promise.all(
      [1, 2].map((n) => recordViolation(leader, { personId: lin, ...act, foundAt: `2026-01-0${n}T09:00:00+08:00` })),
    );
    const { retraining: made } = await readViolation(officer, { violationId: both[0]?.id ?? '' });
    expect(made, 'of two written down at once').toMatchObject({ count: 2 });
    for (const { id: wrong } of both) await voidViolation(officer, { violationId: wrong, version: 1, reason: '认错了人' });
    const third = await recordViolation(leader, { personId: wang.id, ...act, foundAt: '2026-01-19T09:00:00+08:00' });
    expect(await gate('2026-01-20')).toBe(1);
    const { retraining } = await readViolation(officer, { violationId: third.id });
    const retrainingId = retraining?.id ?? '';
    await expect(completeRetraining(officer, { retrainingId })).rejects.toMatchObject({ code: 'training.retraining_unproved' });

    // Nobody handles his own, and a visitor is written down by name where it happened.
    const own = await recordViolation(leader, { personId: officerId, ...act }).catch((error: unknown) => error);
    expect(own).toMatchObject({ code: 'training.violator_not_found' });
    const mine = await recordViolation(officer, { personId: officerId, ...act });
    await expect(handleViolation(officer, { violationId: mine.id, version: 1, handling: 'education' })).rejects.toMatchObject({
      code: 'training.self_handled',
    });
    await recordViolation(leader, { outsider: { name: '送货司机', of: '顺路物流', unitId: workshop.id }, ...act });
    const ledger = await listViolations(officer, { ...page, standing: ['unhandled'] });
    expect(ledger.items.map(({ name }) => name).toSorted()).toEqual(['王五', '王芳', '送货司机'].toSorted());

    // Chased by the worker, each rung once, and the highest alone after a pause.
    const later = (day: string) => houseAt(database, `${day}T02:00:00Z`).clockwork();
    const told = async (day: string) => (await sweepViolations(later(day), {})).told;
    expect([await told('2026-01-21'), await told('2026-01-22'), await told('2026-01-22')]).toEqual([0, 2, 0]);
    expect(await told('2026-02-20')).toBe(4);

    await praise(worker, { what: '主动制止外来人员进入除尘间', on: '2026-01-20' });
    await checkBehaviour(leader, { unitId: workshop.id, on: '2026-01-20', observed: 20, safe: 19 });
    await expect(checkBehaviour(leader, { unitId: workshop.id, on: '2026-01-20', observed: 2, safe: 3 })).rejects.toMatchObject({
      code: 'training.observed_unfit',
    });
    expect((await listGoodActs(officer, page)).items).toHaveLength(1);
    expect((await listBehaviourChecks(officer, page)).items).toMatchObject([{ observed: 20, safe: 19 }]);
    expect((await exportViolations(officer, {})).rows).toHaveLength(7);

    // From outside the branch nothing of it is there.
    for (const list of [listViolations, listGoodActs, listBehaviourChecks]) expect((await list(stranger, page)).items).toEqual([]);
    const outside = [
      readViolation(stranger, { violationId: id }),
      recordViolation(stranger, { personId: wang.id, ...act }),
      recordViolation(stranger, { outsider: { name: '某人', unitId: workshop.id }, ...act }),
      handleViolation(stranger, { violationId: third.id, version: 1, handling: 'education' }),
      reEducate(stranger, { violationId: third.id, version: 1, how: 'talk', on: '2026-01-20', talk: '谈话' }),
      voidViolation(stranger, { violationId: third.id, version: 1, reason: '误记' }),
      completeRetraining(stranger, { retrainingId, resultId: randomUUID() }),
      praise(stranger, { personId: wang.id, what: '好', on: '2026-01-20' }),
      checkBehaviour(stranger, { unitId: workshop.id, on: '2026-01-20', observed: 1, safe: 1 }),
    ];
    for (const asked of await Promise.allSettled(outside)) expect(asked).toMatchObject({ status: 'rejected', reason: { kind: 'missing' } });
  });

  test('of somebody who has left since, or by a phone whose clock runs ahead, is taken and marked, never refused', async ({
    database,
    house,
  }) => {
    const root = await database.owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const shop = await given.unit(database.owner, '三违二厂', 'factory', root);
    const officer = as(house, 'safetyOfficer', shop, (await given.person(database.owner, shop)).id);
    const gone = await given.person(database.owner, shop, { name: '钱走', search_key: '钱走', left_on: '2026-01-15' });
    const here = await given.person(database.owner, shop, { name: '孙在' });
    const recorded = async (personId: string, foundAt: string) => {
      const { id } = await recordViolation(officer, { id: randomUUID(), personId, ...act, foundAt });
      const { doubts, foundOn, claimedAt } = await readViolation(officer, { violationId: id });
      return [doubts, foundOn, claimedAt?.toISOString() ?? null];
    };

    expect((await findPeople(officer, { q: '钱走' })).items).toMatchObject([{ id: gone.id, leftOn: '2026-01-15' }]);
    expect(await recorded(gone.id, '2026-01-14T09:00:00+08:00')).toEqual([[], '2026-01-14', null]);
    const late = '2026-01-15T01:00:00.000Z';
    expect(await recorded(gone.id, late)).toEqual([['afterLeaving'], '2026-01-15', late]);
    const ahead = '2026-03-01T01:00:00.000Z';
    expect(await recorded(here.id, ahead)).toEqual([['clockAhead'], '2026-01-20', ahead]);
    expect((await listViolations(officer, page)).items.find(({ name }) => name === '钱走')).toMatchObject({
      leftOn: '2026-01-15',
      moved: false,
    });
    const owing = await database.owner.selectFrom('violation_retrainings').select('id').where('person_id', '=', gone.id).execute();
    expect(owing).toEqual([]);
  });

  test('counts where the person belonged when it was found, to the moment of his move, though it arrived after it', async ({
    database,
    house,
  }) => {
    const root = await database.owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const [left, joined] = [
      await given.unit(database.owner, '调出厂', 'factory', root),
      await given.unit(database.owner, '调入厂', 'factory', root),
    ];
    const mover = await given.person(database.owner, left, { name: '周调' });
    const known = sql`update persons_history set known_from = '2026-01-01' where id = ${mover.id}`;
    await known.execute(database.owner);
    const move = { personId: mover.id, version: 1, name: '周调', unitId: joined.id, staffNo: null, sex: null, title: null };
    const moved = house.at(new Date('2026-01-19T02:00:00Z'));
    await editPerson(as(moved, 'hqSafety', root), { ...move, engagement: null, hiredOn: null });
    const officerOf = async (unit: typeof left) => as(house, 'safetyOfficer', unit, (await given.person(database.owner, unit)).id);
    const [old, fresh] = [await officerOf(left), await officerOf(joined)];
    const unitOf = async (by: typeof old, foundAt: string) => {
      const { unitId } = await recordViolation(by, { id: randomUUID(), personId: mover.id, ...act, foundAt });
      return unitId;
    };

    expect(await unitOf(old, '2026-01-19T01:59:59Z')).toBe(left.id);
    expect((await listViolations(old, page)).items).toMatchObject([{ name: '周调', moved: true, leftOn: null }]);
    await expect(unitOf(old, '2026-01-19T02:00:00Z')).rejects.toMatchObject({ code: 'training.violator_not_found' });
    expect(await unitOf(fresh, '2026-01-19T02:00:00Z')).toBe(joined.id);
    expect(await unitOf(fresh, '2026-01-19T01:59:59Z'), 'whoever sees only where he is now').toBe(joined.id);
  });
});
