import { queueFilter, urgencyOf } from '@changming/domain/hazards';
import { describe, expect } from 'vitest';

import { houseAt, test } from '../testing/index.ts';
import { callers, givenHazard, givenTrade } from '../testing/hazard-story.ts';
import { listToAccept, listToTriage } from './index.ts';

const queue = (over: Record<string, unknown> = {}) => queueFilter.parse(over);

describe('a queue', () => {
  test('puts what is or may be 重大 first, then the nearest deadline, page after page', async ({ house, database }) => {
    const { owner } = database;
    const trade = await givenTrade(owner);
    const days = ['2026-01-22', '2026-01-20', '2026-01-21'];
    for (const [at, day] of days.entries()) {
      const then = houseAt(database, `${day}T02:00:00Z`);
      const grave = at === 0 ? { checkItemId: 'FIRE-01' } : {};
      await givenHazard(owner, { trade, by: callers(then, trade) }, 'reported', { foundAt: `${day}T01:00:00Z`, ...grave });
      await givenHazard(owner, { trade, by: callers(then, trade) }, 'submitted', { plan: { dueOn: day } });
      await then.close();
    }
    const by = callers(house, trade);
    const walked = async (list: typeof listToTriage) => {
      const rows: Parameters<typeof urgencyOf>[0][] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(by.hq, queue({ limit: 2, ...(after === null ? {} : { after }) }));
        rows.push(...page.items);
        after = page.next;
      } while (after !== null);
      return rows;
    };

    const triage = await walked(listToTriage);
    const acceptance = await walked(listToAccept);

    expect(triage[0]).toMatchObject({ suggestion: 'open', foundOn: '2026-01-22' });
    const waiting = await owner.selectFrom('hazards').select('id').where('stage', 'in', ['reported', 'registered']).execute();
    expect(triage.length).toBe(waiting.length);
    expect(new Set(triage.map((row) => (row as unknown as { id: string }).id)).size).toBe(triage.length);
    for (const rows of [triage, acceptance]) {
      const keys = rows.map((row) => urgencyOf(row));
      expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    }
    expect(queueFilter.safeParse({ after: `2026-01-01~${trade.mill.id}` }).success).toBe(false);
    expect(queueFilter.safeParse({ sort: 'oldest', after: `17~${trade.mill.id}` }).success).toBe(false);
  });
});
