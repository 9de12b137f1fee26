import { randomBytes } from 'node:crypto';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { uuidV7 } from '../context.ts';
import { reportHazard } from '../hazards/index.ts';
import { as, given, test, today } from '../testing/index.ts';
import { createPoint, keepPoint, readKeeperOn } from './index.ts';

test('whoever is being made a keeper goes on reporting meanwhile', async ({ house, database: { owner } }) => {
  const { mill, workshop } = await given.group(owner);
  const officer = as(house, 'safetyOfficer', mill);
  const [last, next] = [await given.person(owner, workshop), await given.person(owner, workshop, { name: '李强' })];
  const keeper = { keeperId: last.id, from: today };
  const { id: pointId } = await createPoint(officer, { unitId: workshop.id, name: '裁床', keeper });
  const waiting = sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

  const { naming } = await owner.transaction().execute(async (tx) => {
    await tx.selectFrom('appointments').select('id').where('point_id', '=', pointId).forUpdate().execute();
    const begun = keepPoint(officer, { pointId, keeperId: next.id, from: today });
    await expect.poll(async () => (await waiting.execute(owner)).rows).toEqual([{ n: 1 }]);
    await reportHazard(as(house, 'worker', workshop, next.id), {
      id: uuidV7(new Date('2026-01-20T02:00:00Z'), randomBytes(16)),
      unitId: workshop.id,
      category: 'exits',
      photos: [randomBytes(32).toString('hex')],
      foundAt: '2026-01-20T02:00:00Z',
    });
    return { naming: begun };
  });
  await naming;

  expect(await readKeeperOn(officer, { pointId, on: today })).toEqual({ personId: next.id });
});
