import type { Database } from '@changming/database';
import { accounts, listFilter, listPageFilter, type ListFilter } from '@changming/domain/hazards';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import type { Files } from '../files.ts';
import { houseAt, test } from '../testing/index.ts';
import { type Callers, callers, givenArrived, givenHazard, givenTrade, planOf, reportOf, type Trade } from '../testing/hazard-story.ts';
import { exportList, listThreeLists, reconcileUnits, reportHazard } from './index.ts';

const noFiles: Files = { put: async () => {}, get: async () => null };
const everything = listFilter.parse({});
const page = (over: Partial<ListFilter> = {}, limit = 50) => listPageFilter.parse({ ...stringly(over), limit });
let stage: { trade: Trade; late: House } | null = null;

function stringly({ withBelow, ...rest }: Partial<ListFilter>): object {
  return withBelow === undefined ? rest : { ...rest, withBelow: String(withBelow) };
}

/** Three hazards of the workshop: closed, overdue on 25 January, and just reported by the mill; one far away that nobody here may see. */
async function staged(house: House, database: { owner: Database; }): Promise<{ by: Callers; trade: Trade; later: Callers }> {
  if (stage === null) {
    const trade = await givenTrade(database.owner);
    const by = callers(house, trade);
    const done = await givenHazard(database.owner, { trade, by }, 'closed', { plan: planOf(trade, { funds: 120_050 }) });
    await givenArrived(database.owner, done.hazardId, [...done.before, done.after]);
    await givenHazard(database.owner, { trade, by }, 'rectifying', { text: '=1+1 配电箱前堆放布匹' });
    await reportHazard(by.officer, reportOf(trade, { unitId: trade.mill.id, text: '疏散指示灯不亮' }));
    await reportHazard(by.stranger, reportOf(trade, { unitId: trade.farMill.id, text: '远处的隐患' }));
    stage = { trade, late: house };
  }
  const { trade } = stage;
  return { trade, by: callers(house, trade), later: callers(house, trade) };
}

describe('the three lists', () => {
  test('are views of one record, the first found first', async ({ house, database }) => {
    const { by } = await staged(house, database);

    const { items } = await listThreeLists(by.officer, page());

    expect(items.map(({ text, account }) => [text, account])).toEqual([
      ['安全出口堆放布料', 'closed'],
      ['=1+1 配电箱前堆放布匹', 'openNotDue'],
      ['疏散指示灯不亮', 'openNotDue'],
    ]);
    expect(items[0]).toMatchObject({ unit: '东城服饰/东城一厂/缝制一车间', finder: '赵敏', responsible: '王芳', acceptor: '李强' });
  });
});
