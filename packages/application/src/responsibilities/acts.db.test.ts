import { randomUUID } from 'node:crypto';

import { describe, expect } from 'vitest';

import { query } from '../context.ts';
import { as, given, type Given, houseAt, test } from '../testing/index.ts';
import { actsBetween } from './acts.ts';
import { countActs, listOccurrences, makeDuties } from './index.ts';

let units: Given;

const lookAtActs = query({
  permission: 'audit.readRecordTrail',
  run: ({ tx }, asked: Parameters<typeof actsBetween>[1]) => actsBetween(tx, asked),
});

describe('acts', () => {
  test('are seen in the branch where they were done, those of the whole group from the top alone', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const { root, east, west, mill } = units;
    const person = await given.person(owner, mill);
    const at = new Date('2026-01-19T02:00:00Z');
    const done = (id: number, over: object) => ({
      id: `01900000-0000-7000-8000-00000000000${id}`,
      verb: 'inspections.perform',
      subject_id: mill.id,
      unit_id: mill.id,
      person_id: person.id,
      account_id: null,
      via: 'session' as const,
      from_ip: null,
      before: null,
      after: JSON.stringify({ secret: 1 }),
      at,
      ...over,
    });
    await owner
      .insertInto('trail')
      .values([done(1, {}), done(2, { unit_id: null }), done(3, { person_id: null }), done(4, { verb: 'hazards.report' })])
      .execute();
    const asked = { verbs: ['inspections.perform'], from: at, until: new Date(at.getTime() + 1) };
    const seen = async (where: typeof root) => (await lookAtActs(as(house, 'safetyOfficer', where), asked)).map(({ id }) => id.slice(-1));

    expect([await seen(root), await seen(east), await seen(mill), await seen(west)]).toEqual([['1', '2'], ['1'], ['1'], []]);
    expect(await lookAtActs(as(house, 'safetyOfficer', root), { ...asked, from: asked.until })).toEqual([]);
    expect(Object.keys((await lookAtActs(as(house, 'safetyOfficer', mill), asked))[0] ?? {})).toEqual([
      'id',
      'verb',
      'personId',
      'unitId',
      'subjectId',
      'at',
    ]);
  });

  test('of the year count for the year, though the product begins in the midst of it', async ({ database }) => {
    const { owner } = database;
    const head = await given.person(owner, units.farMill);
    const held = { id: randomUUID(), person_id: head.id, unit_id: units.farMill.id, point_id: null, post: 'firstResponsible' };
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('appointments')
        .values({ ...held, from_on: '2025-06-01', to_on: null, deputy: false } as never)
        .execute(),
    );
    const act = {
      id: randomUUID(),
      verb: 'responsibilities.sign',
      subject_id: randomUUID(),
      unit_id: units.farMill.id,
      person_id: head.id,
    };
    const told = {
      account_id: null,
      via: 'session' as const,
      from_ip: null,
      before: null,
      after: null,
      at: new Date('2026-01-10T02:00:00Z'),
    };
    await owner
      .insertInto('trail')
      .values({ ...act, ...told })
      .execute();
    const june = houseAt(database, '2026-06-10T02:00:00Z');
    await makeDuties(june.clockwork(), {});
    await countActs(june.clockwork(), {});

    const { items } = await listOccurrences(as(june, 'hqSafety', units.root), { limit: 200, withBelow: true });
    const owed = (code: string) => items.filter((each) => each.code === code).map(({ fromOn, state }) => `${fromOn} ${state}`);
    expect(owed('MR1')).toEqual(['2026-01-01 done']);
    // More than half of the quarter is over.
    expect(owed('MR5')).toEqual([]);
    await june.close();
  });
});
