import { describe, expect } from 'vitest';

import { as, test } from '../testing/index.ts';
import { callers, givenTrade } from '../testing/hazard-story.ts';
import { listPeople } from './index.ts';

describe('whom work can be given to', () => {
  test('is asked by name within the branch, and nothing but the name and unit is told', async ({ house, database: { owner } }) => {
    const trade = await givenTrade(owner);
    const by = callers(house, trade);
    const teamLeader = as(house, 'teamLeader', trade.workshop, trade.people.leader.id);

    expect((await listPeople(teamLeader, { q: 'nobody' })).items).toEqual([]);
    const { items } = await listPeople(teamLeader, {});
    expect(items).toContainEqual({ id: trade.people.leader.id, name: '王芳', unit: '缝制一车间' });
    expect(items.map(({ name }) => name)).not.toContain('李强');
    expect((await listPeople(by.officer, { unitId: trade.workshop.id })).items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['王芳', '赵敏']),
    );
    await expect(listPeople(teamLeader, { unitId: trade.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(listPeople(by.analyst, {})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
