import { describe, expect } from 'vitest';

import { callers, givenHazard, givenTrade } from '../testing/hazard-story.ts';
import { as, given, test } from '../testing/index.ts';
import { refuse } from '@changming/domain/kernel';
import { dutyKinds } from '@changming/domain/workforce';
import { sql } from 'kysely';
import { appoint, handOver, leave, listAppointments, readDuties, readPerson } from './index.ts';

type Arranged = Awaited<ReturnType<typeof givenTrade>>;
let arranged: Arranged | undefined;
const trade = () => arranged ?? refuse('missing', 'test.first_test_has_not_run');
const gone = { on: '2026-01-20', reason: '离职' };

test('what is handed over has a name for people: every table that says it keeps somebody at work is a kind of duty', async ({
  database: { owner },
}) => {
  const { rows } = await sql<{ name: string }>`select distinct name::text from house.duties order by 1`.execute(owner);
  expect(rows.map(({ name }) => name)).toEqual(dutyKinds.toSorted());
});

describe('somebody who leaves', () => {
  test('leaves nothing open: posts end, hazards go to the successor, all told in one act', async ({ house, database: { owner } }) => {
    arranged = await givenTrade(owner);
    const by = callers(house, arranged);
    const { workshop, people } = arranged;
    const open = await givenHazard(owner, { trade: arranged, by }, 'rectifying');
    const closed = await givenHazard(owner, { trade: arranged, by }, 'closed', { text: '灭火器过期' });
    const successor = await given.person(owner, workshop, { name: '接班' });
    const personId = people.leader.id;
    expect(await readDuties(by.officer, { personId })).toEqual({ duties: [{ kind: 'hazards', count: 1 }], elsewhere: 0 });
    await expect(leave(by.officer, { personId, ...gone })).rejects.toMatchObject({
      code: 'workforce.successor_needed',
      facts: { count: 1 },
    });

    const [office] = (await readPerson(by.officer, { personId })).appointments;
    const done = await leave(by.officer, { personId, successorId: successor.id, ...gone, passOn: [office?.id ?? ''] });

    expect(done).toEqual({ ended: 1, passedOn: 1, handedOver: 1 });
    expect(await listAppointments(by.officer, { unitId: workshop.id })).toMatchObject([
      { name: '接班', post: 'workshopHead', from: '2026-01-20' },
    ]);
    expect(await readPerson(by.officer, { personId })).toMatchObject({
      leftOn: '2026-01-20',
      appointments: [{ to: '2026-01-20' }],
      posts: [],
    });
    const holders = await owner.selectFrom('hazards').select(['id', 'responsible_id']).execute();
    expect(holders.find(({ id }) => id === open.hazardId)?.responsible_id).toBe(successor.id);
    expect(holders.find(({ id }) => id === closed.hazardId)?.responsible_id).toBe(personId);
    const trail = await owner.selectFrom('trail').select('subject_id').where('verb', '=', 'workforce.leave').execute();
    expect(trail.map(({ subject_id }) => subject_id)).toEqual(expect.arrayContaining([personId, office?.id, open.hazardId]));
    await expect(leave(by.officer, { personId, successorId: successor.id, ...gone })).rejects.toMatchObject({ code: 'workforce.left' });
    await expect(appoint(by.officer, { personId, unitId: workshop.id, post: 'staff', from: '2026-01-20' })).rejects.toMatchObject({
      code: 'workforce.left',
    });
  });

  test('stays as long as something lies where the caller may not act, and is told only how much', async ({
    house,
    database: { owner },
  }) => {
    const { east, mill, root } = trade();
    const person = await given.person(owner, mill, { name: '两处' });
    await appoint(as(house, 'hqSafety', root), { personId: person.id, unitId: east.id, post: 'safetyOfficer', from: '2026-01-01' });
    const officer = as(house, 'safetyOfficer', mill);

    expect(await readDuties(officer, { personId: person.id })).toEqual({ duties: [], elsewhere: 1 });
    await expect(leave(officer, { personId: person.id, ...gone })).rejects.toMatchObject({
      code: 'workforce.ties_elsewhere',
      facts: { count: 1 },
    });
    expect(await readPerson(officer, { personId: person.id })).toMatchObject({ leftOn: null });
    expect(await leave(as(house, 'hqSafety', root), { personId: person.id, ...gone })).toMatchObject({ ended: 1 });
  });

  test('never held the post that would have begun later', async ({ house, database: { owner } }) => {
    const { mill } = trade();
    const officer = as(house, 'safetyOfficer', mill);
    const person = await given.person(owner, mill, { name: '将任' });
    await appoint(officer, { personId: person.id, unitId: mill.id, post: 'safetyDirector', from: '2026-03-01' });

    await leave(officer, { personId: person.id, ...gone });

    expect((await listAppointments(officer, { unitId: mill.id, on: '2026-03-02' })).map(({ name }) => name)).not.toContain('将任');
  });

  test('goes once, when two record it at once; and nobody is appointed meanwhile', async ({ house, database: { owner } }) => {
    const { mill } = trade();
    const officer = as(house, 'safetyOfficer', mill);
    const { id: personId } = await given.person(owner, mill, { name: '同时' });

    const acts = await Promise.allSettled([
      leave(officer, { personId, ...gone }),
      leave(officer, { personId, ...gone }),
      appoint(officer, { personId, unitId: mill.id, post: 'teamLeader', from: '2026-01-01' }),
    ]);

    const codes = acts.map((each) => (each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code));
    expect(codes.slice(0, 2).toSorted()).toEqual(['done', 'workforce.left']);
    const left = await readPerson(officer, { personId });
    expect(left.appointments.filter(({ to }) => to === null)).toEqual([]);
  });

  test('is missing from outside its branch, and not for those without the permission', async ({ house, database: { owner } }) => {
    const { west, mill, workshop, people } = trade();
    const stranger = as(house, 'safetyOfficer', west);
    const own = await given.person(owner, west, { name: '西人' });
    const officer = as(house, 'safetyOfficer', mill);
    const personId = people.officer.id;

    for (const attempt of [
      () => leave(stranger, { personId, ...gone }),
      () => leave(stranger, { personId: own.id, successorId: personId, ...gone }),
      () => handOver(stranger, { personId, successorId: own.id, ...gone }),
      () => handOver(officer, { personId, successorId: own.id, ...gone }),
      () => readDuties(stranger, { personId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing', code: 'workforce.person_not_found' });
    const worker = as(house, 'worker', workshop);
    await expect(leave(worker, { personId, ...gone })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(handOver(worker, { personId, successorId: personId, ...gone })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(leave(officer, { personId, successorId: personId, ...gone })).rejects.toMatchObject({ code: 'workforce.successor_same' });
    await expect(leave(officer, { personId, on: '2026-01-21', reason: '离职' })).rejects.toMatchObject({ code: 'workforce.future_date' });
  });
});

describe('somebody who changes his work', () => {
  test('hands over what is named and stays', async ({ house, database: { owner } }) => {
    const { mill } = trade();
    const officer = as(house, 'safetyOfficer', mill);
    const [one, two] = [await given.person(owner, mill, { name: '交' }), await given.person(owner, mill, { name: '接' })];
    const director = { unitId: mill.id, post: 'safetyDirector', from: '2026-01-01' } as const;
    const { id } = await appoint(officer, { personId: one.id, ...director });
    await appoint(officer, { personId: one.id, unitId: mill.id, post: 'staff', from: '2026-01-01' });

    expect(await handOver(officer, { personId: one.id, successorId: two.id, on: '2026-01-15', reason: '轮岗', passOn: [id] })).toEqual({
      ended: 1,
      passedOn: 1,
      handedOver: 0,
    });

    const on = async (day: string) =>
      (await listAppointments(officer, { unitId: mill.id, on: day }))
        .filter(({ post }) => post === 'safetyDirector')
        .map(({ name }) => name);
    expect([await on('2026-01-14'), await on('2026-01-15')]).toEqual([['交'], ['接']]);
    expect(await readPerson(officer, { personId: one.id })).toMatchObject({ leftOn: null, posts: [{ post: 'staff' }] });
    await expect(
      handOver(officer, { personId: one.id, successorId: two.id, on: '2026-01-15', reason: '轮岗', passOn: [id] }),
    ).rejects.toMatchObject({ code: 'workforce.appointment_not_found' });
  });
});
