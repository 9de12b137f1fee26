import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers, givenHazard, givenTrade } from '../testing/hazard-story.ts';
import { as, test } from '../testing/index.ts';
import { moveUnit } from '../units/index.ts';
import { checkRecords, installSchemes, listRecords } from './index.ts';
import { computed, on } from './testing/story.ts';

describe('the records of a number, against its receipt', () => {
  test('are told apart from others, by whoever has them checked', async ({ database }) => {
    const { owner } = database;
    const trade = await givenTrade(owner);
    const { mill, workshop, farMill, root } = trade;
    for (const day of ['2026-07-01', '2026-09-30'])
      await on(database, day, (house) =>
        givenHazard(owner, { trade, by: callers(house, trade) }, 'closed', { foundAt: `${day}T01:00:00Z`, plan: { dueOn: day } }),
      );
    const { id: runId } = await on(database, '2026-10-20', async (house) => {
      await installSchemes(house.clockwork(), {});
      return computed(house, '2026Q3');
    });
    const asked = { runId, unitId: mill.id, indicator: 'D2', side: 'denominator' } as const;
    const checkedOn = (day: string, role: 'officer' | 'hq') =>
      on(database, day, (house) => checkRecords(callers(house, trade)[role], asked));

    expect(await checkedOn('2026-10-21', 'officer')).toEqual({ counted: 2, found: 2, visible: 2, unchanged: true });
    await on(database, '2026-10-21', async (house) => {
      const { officer, stranger, worker } = callers(house, trade);
      const page = await listRecords(officer, { ...asked, limit: 1, check: false });
      expect(page).toEqual({ items: [expect.objectContaining({ unit: '缝制一车间' })], next: expect.any(String), counted: 2 });
      await expect(checkRecords(stranger, asked)).rejects.toMatchObject({ kind: 'missing' });
      await expect(checkRecords(worker, asked)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(checkRecords(officer, { ...asked, measure: 'nothing' })).rejects.toMatchObject({
        code: 'assessments.indicator_without_records',
      });
    });

    /** Whoever reaches past the product: one record takes the place of another, then is lost. */
    await sql`update hazards_history set id = gen_random_uuid() where id = (select id from hazards order by id limit 1)`.execute(owner);
    expect(await checkedOn('2026-10-21', 'officer')).toEqual({ counted: 2, found: 2, visible: 2, unchanged: false });
    await sql`delete from hazards_history where id = (select id from hazards order by id desc limit 1)`.execute(owner);
    expect(await checkedOn('2026-10-21', 'officer')).toEqual({ counted: 2, found: 1, visible: 1, unchanged: false });

    await on(database, '2026-10-22', (house) =>
      moveUnit(as(house, 'hqSafety', root), { unitId: workshop.id, parentId: farMill.id, on: '2026-10-22', reason: '划转' }),
    );
    expect(await checkedOn('2026-10-23', 'officer')).toEqual({ counted: 2, found: 1, visible: 0, unchanged: false });
    expect(await checkedOn('2026-10-23', 'hq')).toEqual({ counted: 2, found: 1, visible: 1, unchanged: false });
  });
});
