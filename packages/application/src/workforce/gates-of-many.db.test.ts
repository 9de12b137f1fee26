import type { KyselyPlugin } from 'kysely';
import { expect } from 'vitest';

import { query } from '../context.ts';
import { as, given, test, today } from '../testing/index.ts';
import { liftGate, standingAgainstEach } from './index.ts';

test('what stands against many is found by two statements, and what was lifted counts for its own post alone', async ({
  house,
  database: { owner },
}) => {
  const { mill, workshop } = await given.group(owner);
  await given.badgeGate(owner);
  const people = [];
  for (const name of ['甲', '乙', '丙', '丁']) people.push(await given.person(owner, workshop, { name }));
  const [lifted, other] = people;
  if (lifted === undefined || other === undefined) throw new Error('four people are wanted');
  const head = as(house, 'unitHead', mill, (await given.person(owner, mill, { name: '厂长', staff_no: 'C1' })).id);
  const lift = { unitId: workshop.id, from: today, reason: '证件在邮寄途中' } as const;
  await liftGate(head, { ...lift, personId: lifted.id, post: 'pointKeeper' });
  await liftGate(head, { ...lift, personId: other.id, post: 'teamLeader' });
  const office = { unitId: workshop.id, post: 'pointKeeper', certifiedPost: null, from: today, to: null } as const;

  const wanted = people.map(({ id: personId }) => ({ ...office, personId }));

  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const standingOf = query({
    permission: 'workforce.read',
    run: ({ tx }) => standingAgainstEach(tx.withPlugin(counting), wanted, today),
  });
  const standing = await standingOf(head, {});

  expect(standing.map((each) => each.map(({ code }) => code))).toEqual([[], ['badge.missing'], ['badge.missing'], ['badge.missing']]);
  expect(statements).toBe(2);
});
