import { createHash } from 'node:crypto';

import type { Caller } from '@changming/application/context';
import { exportLedger } from '@changming/application/hazards';
import { declareImport, planImport, readImport, receiveImport, runHazardsImport, startImport } from '@changming/application/imports';
import { given, givenAccount, holding, test } from '@changming/application/testing';
import { callers, givenHazard, givenTrade, planOf } from '@changming/application/testing/hazard-story';
import { readWorkbook } from '@changming/documents/excel';
import { ledgerSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';
import { zhCN } from '@changming/phrases';
import { sql } from 'kysely';
import { expect } from 'vitest';

const madeAt = new Date('2026-01-20T02:00:00Z');

/** The ledger of the whole group: the file, and its cells but for the number of each hazard, which is the product's own. */
async function ledgerOf(caller: Caller) {
  const { rows } = await exportLedger(caller, { withBelow: true, sort: 'oldest' });
  const data = ledgerSheet(rows, { language: 'zh-CN', madeAt });
  const remark = data.columns.findIndex(({ title }) => title === zhCN.imports.hazardFields.remark);
  const told = data.rows.map((row) => row.toSpliced(remark, 1).slice(1));
  const cells = told.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  return { content: await press({ kind: 'data', data }), cells };
}

test('a ledger that was exported comes into an empty group as the same ledger, judged once as long as nothing has changed', async ({
  house,
  database: { owner },
}) => {
  const trade = await givenTrade(owner);
  const by = callers(house, trade);
  const { id: accountId } = await givenAccount(owner, { person: trade.people.hq, role: 'hqSafety', at: trade.root });
  const office = house.callerFor({ ...holding('hqSafety', trade.root), personId: trade.people.hq.id, accountId });
  for (const [until, text] of [
    ['assigned', '=1+1 号配电箱前堆放布匹'],
    ['rectifying', '-2 层疏散指示灯不亮'],
    ['submitted', '灭火器压力不足\n且被遮挡'],
    ['closed', '安全出口上锁'],
  ] as const)
    await givenHazard(owner, { trade, by }, until, { text, plan: planOf(trade, { funds: 120_050 }) });
  const before = await ledgerOf(office);
  await given.arranged(owner, (tx) => sql`truncate hazards cascade`.execute(tx));
  expect((await ledgerOf(office)).cells).toEqual([]);

  const hash = createHash('sha256').update(before.content).digest('hex');
  const file = { kind: 'hazards', unitId: trade.root.id, fileName: '隐患台账.xlsx', effectiveOn: '2025-01-01' } as const;
  const { id: batchId } = await declareImport(office, file);
  await receiveImport(office, { batchId, content: before.content, hash });
  const { sheets } = await readWorkbook(before.content);
  await planImport(office, { batchId, sheets });
  expect((await readImport(office, { batchId })).counts).toMatchObject({ ready: 4, ask: 0, wrong: 0 });
  await startImport(office, { batchId, onlyIfAll: true });
  const lateComer = await given.person(owner, trade.root);
  expect(await runHazardsImport(office, { batchId }), 'somebody has come whom the ledger may name').toMatchObject({ stale: true, made: 0 });
  await given.arranged(owner, (tx) => tx.deleteFrom('persons').where('id', '=', lateComer.id).execute());
  expect(await runHazardsImport(office, { batchId }), 'brought in as it was judged').toMatchObject({ stale: false, made: 4 });

  expect(await owner.selectFrom('import_ledgers').select('part').execute()).toEqual([]);
  expect((await ledgerOf(office)).cells).toEqual(before.cells);
}, 60_000);
