import { randomUUID } from 'node:crypto';

import { assignHazard, noticesOfHazards, registerHazard, reportHazard } from '@changming/application/hazards';
import { as, given, givenAccount, houseAt, test } from '@changming/application/testing';
import type { House } from '@changming/application/context';
import type { TestDatabase } from '@changming/database/testing';
import { uuidV7 } from '@changming/domain/kernel';
import { en, zhCN } from '@changming/phrases';
import { describe, expect, it } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

/** The worker as `cm worker --until-idle` runs it. */
function workUntilIdle(database: TestDatabase, house: House): Promise<void> {
  return workOff(database, house, (queue) => queue.startsWith('hazards.') || queue === 'notices.deliver');
}

describe('the worker', () => {
  test('tells whom a hazard concerns, reminds, climbs the ladder and commits to the next months, once each', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const { mill, workshop, east } = await given.group(owner);
    const [worker, leader, officer, head] = [
      await given.person(owner, workshop, { name: '赵敏' }),
      await given.person(owner, workshop, { name: '王芳' }),
      await given.person(owner, mill, { name: '李强' }),
      await given.person(owner, east, { name: '周华' }),
    ];
    await given.arranged(owner, async (tx) => {
      for (const [person, unit, post] of [
        [leader, workshop, 'workshopHead'],
        [officer, mill, 'safetyOfficer'],
        [head, east, 'unitHead'],
      ] as const)
        await tx
          .insertInto('appointments')
          .values({ id: randomUUID(), person_id: person.id, unit_id: unit.id, post, point_id: null, from_on: '2025-01-01', to_on: null })
          .execute();
    });
    await givenAccount(owner, { person: officer, role: 'safetyOfficer', at: mill });
    const hazardId = uuidV7(new Date('2026-01-20T02:00:00Z'), Buffer.from(randomUUID().replaceAll('-', ''), 'hex'));
    const safety = as(house, 'safetyOfficer', mill, officer.id);
    const seen = {
      id: hazardId,
      unitId: workshop.id,
      category: 'exits' as const,
      photos: ['a'.repeat(64)],
      foundAt: '2026-01-20T01:00:00Z',
      text: '通道堵塞',
    };
    await reportHazard(as(house, 'worker', workshop, worker.id), seen);
    await registerHazard(safety, { hazardId, level: 'team' });
    const plan = {
      responsibleUnitId: workshop.id,
      responsibleId: leader.id,
      measures: '清走',
      funds: 0,
      dueOn: '2026-01-20',
      contingency: null,
    };
    await assignHazard(safety, { hazardId, plan: { ...plan, waived: ['contingency'] } });

    await workUntilIdle(database, house);
    await workUntilIdle(database, house);
    const later = houseAt(database, '2026-02-05T02:00:00Z');
    await workUntilIdle(database, later);
    await workUntilIdle(database, later);
    await later.close();

    const told = await owner
      .selectFrom('notices as n')
      .innerJoin('persons as p', 'p.id', 'n.person_id')
      .select(['n.about', 'p.name', 'n.facts'])
      .where('n.subject_id', '=', hazardId)
      .execute();
    expect(told.map(({ about, name }) => `${about} ${name}`).toSorted()).toEqual([
      'hazards.assigned 王芳',
      'hazards.dueSoon 王芳',
      'hazards.escalated 周华',
      'hazards.escalated 王芳',
      'hazards.overdue 王芳',
      'hazards.reported 李强',
    ]);
    expect(told.find(({ about }) => about === 'hazards.overdue')?.facts).toMatchObject({
      no: 'H-2026-000001',
      title: '通道堵塞',
      due: '2026-01-20',
      days: 16,
    });
    const draws = await owner.selectFrom('hazard_draws').select('month').orderBy('month').execute();
    expect(draws.map(({ month }) => month)).toEqual(['2026-02', '2026-03', '2026-04']);
  });
});

it('has a sentence for everything it tells of hazards, in both languages', () => {
  for (const notice of noticesOfHazards) expect([notice, zhCN.notices.abouts[notice], en.notices.abouts[notice]]).not.toContain(undefined);
});
