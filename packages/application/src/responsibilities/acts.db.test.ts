import { describe, expect } from 'vitest';

import { query } from '../context.ts';
import { as, given, test } from '../testing/index.ts';
import { actsBetween } from './acts.ts';

const lookAtActs = query({
  permission: 'audit.readRecordTrail',
  run: ({ tx }, asked: Parameters<typeof actsBetween>[1]) => actsBetween(tx, asked),
});

describe('acts', () => {
  test('are seen in the branch where they were done, those of the whole group from the top alone', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, west, mill } = await given.group(owner);
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
});
