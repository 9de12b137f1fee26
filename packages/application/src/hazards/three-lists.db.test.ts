import type { Database } from '@changming/database';
import { type Account, accounts, type ListFilter, listFilter, listPageFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import type { Files } from '../files.ts';
import { as, given, houseAt, instant, test } from '../testing/index.ts';
import { callers, givenArrived, givenHazard, givenTrade, planOf, reportOf, type Trade } from '../testing/hazard-story.ts';
import { askToVoid, decideOnVoid, exportLedger, exportList, listThreeLists, reconcileUnits, reportHazard } from './index.ts';

const noFiles: Files = { put: async () => {}, get: async () => null };
const whole = listFilter.parse({});
const document = { list: 'problems', format: 'excel' } as const;
const ofPage = (over: Partial<ListFilter> = {}, limit = 50) => ({ ...listPageFilter.parse({ limit }), ...over });

let told: Trade | null = null;

/** A closed hazard, one that is overdue from 21 January on, one that was a false alarm, one just reported; and one of another branch. */
async function givenLists(house: House, owner: Database): Promise<Trade> {
  if (told !== null) return told;
  const trade = await givenTrade(owner);
  const by = callers(house, trade);
  const done = await givenHazard(owner, { trade, by }, 'closed', { plan: planOf(trade, { funds: 120_050 }) });
  await givenArrived(owner, done.hazardId, [...done.before, done.after]);
  await givenHazard(owner, { trade, by }, 'rectifying', { text: '=1+1 配电箱前堆放布匹' });
  const alarm = await givenHazard(owner, { trade, by }, 'reported', { text: '误报的烟雾' });
  await askToVoid(by.officer, { hazardId: alarm.hazardId, kind: 'falseAlarm', reason: '是蒸汽' });
  await decideOnVoid(by.eastHead, { hazardId: alarm.hazardId, granted: true });
  await reportHazard(by.officer, reportOf(trade, { unitId: trade.mill.id, text: '疏散指示灯不亮' }));
  await reportHazard(by.stranger, reportOf(trade, { unitId: trade.farMill.id, text: '远处的隐患' }));
  told = trade;
  return trade;
}

describe('the three lists', () => {
  test('are views of one record', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);

    const { items, next } = await listThreeLists(callers(house, trade).officer, ofPage());

    expect(Object.fromEntries(items.map(({ text, account }) => [text, account]))).toEqual({
      安全出口堆放布料: 'closed',
      '=1+1 配电箱前堆放布匹': 'openNotDue',
      误报的烟雾: 'void',
      疏散指示灯不亮: 'openNotDue',
    });
    const closed = items.find(({ account }) => account === 'closed');
    expect(closed).toMatchObject({ unit: '东城服饰/东城一厂/缝制一车间', finder: '赵敏', responsible: '王芳', acceptor: '李强' });
    expect(closed?.beforePhotos).toHaveLength(1);
    expect(next).toBeNull();
  });

  test('come page by page, none twice and none left out', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { hq } = callers(house, trade);
    const seen: string[] = [];

    let after: ReturnType<typeof listPageFilter.parse>['after'];
    do {
      const { items, next } = await listThreeLists(hq, { ...ofPage({}, 2), after });
      seen.push(...items.map(({ id }) => id));
      after = next === null ? undefined : listPageFilter.parse({ after: next }).after;
    } while (after !== undefined);

    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });
});

describe('a reconciliation', () => {
  test('balances unit by unit, and every number is the count of the records that it opens', async ({ house, database }) => {
    const trade = await givenLists(house, database.owner);
    const tomorrow = houseAt(database, '2026-01-22T02:00:00.000Z');
    const { hq } = callers(tomorrow, trade);
    const filter = { ...whole, unitId: trade.east.id, foundFrom: '2026-01-01', foundTo: '2026-03-31' };

    const { total, units } = await reconcileUnits(hq, filter);

    expect(total).toMatchObject({ problems: 4, closed: 1, openNotDue: 1, overdue: 1, void: 1, difference: 0, fundsPlanned: 120_050 });
    expect(units).toMatchObject([{ name: '东城一厂', withBelow: true, problems: 4, difference: 0 }]);
    const counted: Partial<Record<Account | 'problems', number>> = {};
    for (const account of [undefined, ...accounts])
      counted[account ?? 'problems'] = (await listThreeLists(hq, { ...filter, account, limit: 200 })).items.length;
    expect(total).toMatchObject(counted);
    await tomorrow.close();
  });

  test('tells the unit by itself from the units below it', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);

    const { units } = await reconcileUnits(callers(house, trade).millHead, { ...whole, unitId: trade.mill.id });

    expect(units.map(({ name, withBelow, problems }) => [name, withBelow, problems])).toEqual([
      ['东城一厂', false, 1],
      ['缝制一车间', true, 3],
    ]);
  });
});

describe('an export', () => {
  test('holds what the page counts, and the trail says who took how much of what', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { officer } = callers(house, trade);
    const filter = { ...whole, unitId: trade.mill.id };

    const { rows, units, total } = await exportList(officer, noFiles, { ...filter, ...document });

    expect(units).toEqual(['东城一厂']);
    expect(total).toEqual((await reconcileUnits(officer, filter)).total);
    expect(rows).toHaveLength(total.problems);
    const left = await owner.selectFrom('trail').selectAll().where('verb', '=', 'hazards.exportList').executeTakeFirstOrThrow();
    expect(left).toMatchObject({ person_id: trade.people.officer.id, unit_id: trade.mill.id });
    expect(left.after).toMatchObject({ list: 'problems', format: 'excel', rows: 4 });
  });

  test('never carries a row of another branch, and another branch is missing', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { stranger, officer } = callers(house, trade);

    const { rows } = await exportList(stranger, noFiles, { ...whole, ...document });

    expect(rows.map(({ text }) => text)).toEqual(['远处的隐患']);
    const afar = exportList(officer, noFiles, { ...whole, ...document, unitId: trade.farMill.id });
    await expect(afar).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found' });
    await expect(listThreeLists(officer, ofPage({ unitId: trade.west.id }))).rejects.toMatchObject({ kind: 'missing' });
    await expect(reconcileUnits(officer, { ...whole, unitId: trade.root.id })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('is refused to those who may not read the ledger', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const worker = as(house, 'worker', trade.workshop, trade.people.worker.id);

    await expect(exportList(worker, noFiles, { ...whole, ...document })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the ledger as a file', () => {
  test('holds what the query bar picks, words among it, and nothing of another branch', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { officer, hq, stranger } = callers(house, trade);
    const filter = { withBelow: true, sort: 'newest' } as const;

    const texts = async (by: typeof hq, over: object = {}) => (await exportLedger(by, { ...filter, ...over })).rows.map(({ text }) => text);

    expect(await texts(stranger)).toEqual(['远处的隐患']);
    expect(await texts(hq, { text: '指示灯' })).toEqual(['疏散指示灯不亮']);
    expect(await texts(officer, { stage: ['closed', 'void'] })).toHaveLength(2);
    await expect(exportLedger(officer, { ...filter, unitId: trade.west.id })).rejects.toMatchObject({ kind: 'missing' });
    const left = await owner.selectFrom('trail').select('after').where('verb', '=', 'hazards.exportLedger').execute();
    expect(left.map(({ after }) => (after as { rows: number }).rows).toSorted((one, other) => one - other)).toEqual([1, 1, 2]);
  });

  test('names whom the ledger named when nobody of that name is known', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { hq } = callers(house, trade);
    const { items } = await listThreeLists(hq, ofPage({ unitId: trade.west.id }));
    const [afar] = items;
    const words = { responsible: '老张', basis: '公司设备管理制度' };
    const row = {
      hazard_id: afar?.id ?? '',
      file_hash: 'a'.repeat(64),
      file_name: '台账.xlsx',
      sheet: '西岭',
      row: 5,
      words: JSON.stringify(words),
      told_at: new Date(instant),
    };
    await given.arranged(owner, (tx) => tx.insertInto('hazard_ledger_rows').values(row).execute());
    await given.arranged(owner, (tx) => tx.updateTable('hazards').set({ clause_ids: [] }).where('id', '=', row.hazard_id).execute());

    const again = await listThreeLists(hq, ofPage({ unitId: trade.west.id }));

    expect(again.items).toMatchObject([{ responsible: '老张', clauses: ['公司设备管理制度'] }]);
  });
});

describe('more than one file holds', () => {
  test('is refused with how many there are, and nothing is told of a file that was not made', async ({ house, database: { owner } }) => {
    const trade = await givenLists(house, owner);
    const { hq } = callers(house, trade);
    const { total } = await reconcileUnits(hq, whole);
    await givenCopies(owner, 300);

    const attempt = exportList(hq, noFiles, { ...whole, ...document, photos: true });

    await expect(attempt).rejects.toMatchObject({
      kind: 'invalid',
      code: 'hazards.document_too_large',
      facts: { count: total.problems + 300, most: 300 },
    });
    const kept = await owner.selectFrom('trail').select('after').where('verb', '=', 'hazards.exportList').execute();
    expect(kept.filter(({ after }) => (after as { photos: boolean }).photos)).toEqual([]);
  });
});

/** The same open hazard many times over, as the owner of the database. */
async function givenCopies(owner: Database, count: number): Promise<void> {
  await given.arranged(owner, (tx) =>
    sql`
      insert into hazards (id, unit_id, unit_pos, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at)
      select gen_random_uuid(), unit_id, unit_pos, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at
      from (select * from hazards where stage = 'reported' limit 1) as one, generate_series(1, ${count}::int)`.execute(tx),
  );
}
