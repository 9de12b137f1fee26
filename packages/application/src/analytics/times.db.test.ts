import { randomUUID } from 'node:crypto';

import { type DatasetName, pullOf } from '@changming/domain/analytics';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { reopenHazard } from '../hazards/index.ts';
import { callers, givenHazard, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { as, given, houseAt, instant, test } from '../testing/index.ts';
import { moveUnit, renameUnit } from '../units/index.ts';
import { readDataset, sweepReads } from './index.ts';

let trade: Trade;

async function rows(caller: Caller, dataset: DatasetName, query: Record<string, string> = {}): Promise<Record<string, unknown>[]> {
  const pull = pullOf(dataset, Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])));
  return (await readDataset(caller, pull)).items.map((item) => JSON.parse(item) as Record<string, unknown>);
}

describe('data of another time', () => {
  test('hazards stand as they did at the end of a day, and as they were known at an instant', async ({ house, database }) => {
    trade = await givenTrade(database.owner);
    const { root, people } = trade;
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(database.owner, { trade, by }, 'closed');
    const analyst = as(house, 'analyst', root);
    const later = houseAt(database, '2026-02-03T02:00:00Z');
    await reopenHazard(as(later, 'hqSafety', root, people.hq.id), { hazardId, reason: '反弹', dueOn: '2026-02-10' });
    const told = (caller: Caller, query: Record<string, string> = {}) =>
      rows(caller, 'hazards', { select: 'stage,dueOn,closedOn,onTime', hazardId, ...query });
    const laterAnalyst = as(later, 'analyst', root);

    expect(await told(laterAnalyst)).toEqual([{ stage: 'assigned', dueOn: '2026-02-10', closedOn: null, onTime: null }]);
    expect(await told(laterAnalyst, { knownAt: instant })).toEqual([
      { stage: 'closed', dueOn: '2026-01-20', closedOn: '2026-01-20', onTime: true },
    ]);
    expect(await told(laterAnalyst, { knownAt: instant, on: '2026-01-19' })).toEqual([]);
    expect(await told(laterAnalyst, { knownAt: '2026-01-01T00:00:00Z' })).toEqual([]);
    expect(await told(analyst)).toHaveLength(1);
    await later.close();
  });

  test('a hazard of many days shows on each day what had happened by then', async ({ house, database: { owner } }) => {
    const { root, workshop } = trade;
    const days = {
      registered_on: '2026-01-06',
      assigned_on: '2026-01-07',
      started_on: '2026-01-08',
      submitted_on: '2026-01-10',
      closed_on: '2026-01-12',
    };
    const id = randomUUID();
    const seen = new Date('2026-01-05T02:00:00Z');
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('hazards')
        .values({
          id,
          unit_id: workshop.id,
          stage: 'closed',
          level: 'team',
          category: 'exits',
          key_area: 'fire',
          kind: 'site',
          source: 'selfCheck',
          found_on: '2026-01-05',
          found_at: seen,
          claimed_at: seen,
          reported_at: seen,
          due_on: '2026-01-09',
          ...days,
        } as never)
        .execute(),
    );
    const stageOn = async (on: string) => {
      const [row] = await rows(as(house, 'analyst', root), 'hazards', { select: 'stage,closedOn,submittedOn,onTime', hazardId: id, on });
      return row === undefined ? null : [row['stage'], row['submittedOn'], row['onTime']];
    };

    expect(await stageOn('2026-01-04')).toBeNull();
    expect(await stageOn('2026-01-05')).toEqual(['reported', null, null]);
    expect(await stageOn('2026-01-06')).toEqual(['registered', null, null]);
    expect(await stageOn('2026-01-07')).toEqual(['assigned', null, null]);
    expect(await stageOn('2026-01-09')).toEqual(['rectifying', null, null]);
    expect(await stageOn('2026-01-11')).toEqual(['submitted', '2026-01-10', null]);
    expect(await stageOn('2026-01-12')).toEqual(['closed', '2026-01-10', false]);
  });

  test('a hazard of an old ledger stands on a day as far as the ledger tells of it, and else where it stands now', async ({
    house,
    database: { owner },
  }) => {
    const { root, workshop } = trade;
    const seen = new Date('2025-08-01T02:00:00Z');
    const told = [
      { stage: 'void', due_on: '2025-09-01' },
      { stage: 'void', voided_on: '2026-01-12', due_on: '2025-09-01' },
      { stage: 'closed', due_on: '2025-12-01', submitted_on: '2025-09-20', closed_on: '2025-10-15' },
      { stage: 'closed', due_on: '2025-12-01', submitted_on: '2025-10-14', closed_on: '2025-10-15' },
      { stage: 'assigned', due_on: '2025-12-01' },
      { stage: 'registered' },
      { stage: 'assigned', assigned_on: '2026-01-12', due_on: '2026-02-01' },
      { stage: 'rectifying', due_on: '2025-12-01' },
      { stage: 'rectifying', started_on: '2026-01-12', due_on: '2025-12-01' },
      { stage: 'submitted', due_on: '2025-12-01' },
      { stage: 'reported', due_on: '2025-12-01' },
    ].map((row) => ({ ...row, id: randomUUID() }));
    const rest = { level: 'team', category: 'exits', key_area: 'fire', kind: 'site', source: 'selfCheck', origin: 'opening' };
    const when = { found_on: '2025-08-01', found_at: seen, claimed_at: seen, reported_at: new Date('2026-01-10T02:00:00Z') };
    await given.arranged(owner, async (tx) => {
      for (const row of told)
        await tx
          .insertInto('hazards')
          .values({ unit_id: workshop.id, ...rest, ...when, ...row } as never)
          .execute();
    });
    const stagesOn = async (on: string) => {
      const found = await rows(as(house, 'analyst', root), 'hazards', { select: 'hazardId,stage', origin: 'opening', on });
      const stages = new Map(found.map(({ hazardId, stage }) => [hazardId, stage]));
      return told.map(({ id }) => stages.get(id));
    };

    expect(await stagesOn('2025-09-30')).toEqual([
      'void',
      'assigned',
      'submitted',
      'assigned',
      'assigned',
      'registered',
      'registered',
      'rectifying',
      'assigned',
      'submitted',
      'reported',
    ]);
    expect(await stagesOn('2026-01-20')).toEqual(told.map(({ stage }) => stage));
  });

  test('a look-back that is owed has no result, which is not a bad one', async ({ house, database: { owner } }) => {
    const { root, workshop } = trade;
    const { id } = await owner.selectFrom('hazards').select('id').where('stage', '=', 'closed').executeTakeFirstOrThrow();
    const owed = { hazard_id: id, unit_id: workshop.id, reason: 'drawn', from_on: '2026-02-01', to_on: '2026-03-15' } as const;
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('hazard_look_backs')
        .values([
          { ...owed, id: randomUUID(), round: 0, result: 'held', looked_on: '2026-03-20' },
          { ...owed, id: randomUUID(), round: 1 },
        ] as never)
        .execute(),
    );
    const shown = (query: Record<string, string>) =>
      rows(as(house, 'analyst', root), 'lookBacks', { select: 'round,result,lookedOn,onTime', sort: 'dueOn', ...query });

    expect(await shown({ round: '0' })).toEqual([{ round: 0, result: 'held', lookedOn: '2026-03-20', onTime: false }]);
    expect(await shown({ round: '1' })).toEqual([{ round: 1, result: null, lookedOn: null, onTime: null }]);
    expect(await shown({ round: '0', knownAt: instant })).toHaveLength(1);
    expect(await shown({ round: '0', knownAt: '2025-12-31T00:00:00Z' })).toEqual([]);
    expect(await shown({ round: '0', on: '2026-03-19' })).toEqual([{ round: 0, result: null, lookedOn: null, onTime: null }]);
  });

  test('a look-back shows the level of its hazard as it was known, and old notes of readings go', async ({ house, database }) => {
    const { owner } = database;
    const { root, workshop, people } = trade;
    const { hazardId } = await givenHazard(owner, { trade, by: callers(house, trade) }, 'closed');
    const level = async (query: Record<string, string> = {}) =>
      (await rows(analyst, 'lookBacks', { select: 'level', hazardId, ...query })).map((row) => row['level']);
    const lookBack = { id: randomUUID(), hazard_id: hazardId, round: 0, unit_id: workshop.id, reason: 'drawn' as const };
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('hazard_look_backs')
        .values({ ...lookBack, from_on: '2026-02-01', to_on: '2026-02-15' } as never)
        .execute(),
    );
    await owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', '2026-02-03T02:00:00Z', true)`.execute(tx);
      await tx.updateTable('hazards').set({ level: 'unit' }).where('id', '=', hazardId).execute();
    });
    const later = houseAt(database, '2027-03-10T02:00:00Z');
    const analyst = as(later, 'analyst', root, people.hq.id);

    const known = await Promise.all([level({ knownAt: instant }), level({ knownAt: '2026-02-04T00:00:00Z' }), level()]);
    expect(known).toEqual([['team'], ['unit'], ['unit']]);
    const early = await owner.selectFrom('analytics_reads').select('id').where('began_at', '<', new Date('2026-02-01')).execute();
    expect(early.length).toBeGreaterThan(0);
    expect((await sweepReads(later.clockwork(), {})).gone).toBeGreaterThanOrEqual(early.length);
    expect(await owner.selectFrom('analytics_reads').select('id').where('person_id', '=', people.hq.id).execute()).toHaveLength(3);
    await later.close();
  });

  test('units stand as they did on a day, and as they were known at an instant', async ({ house, database }) => {
    const { root, mill, west } = trade;
    const later = houseAt(database, '2026-01-25T02:00:00Z');
    const [hq, hqLater] = [as(house, 'hqSafety', root), as(later, 'hqSafety', root)];
    const named = (caller: Caller, query: Record<string, string> = {}) =>
      rows(caller, 'units', { select: 'unitName,parentId,validFrom,validTo', 'unitId.in': mill.id, ...query });

    await renameUnit(hqLater, { unitId: mill.id, name: '东城智造一厂', on: '2026-01-22', reason: '更名' });
    await moveUnit(hqLater, { unitId: mill.id, parentId: west.id, on: '2026-01-24', reason: '划转' });

    expect(await named(hqLater)).toEqual([{ unitName: '东城智造一厂', parentId: west.id, validFrom: '2026-01-24', validTo: null }]);
    expect(await named(hqLater, { on: '2026-01-23' })).toMatchObject([
      { unitName: '东城智造一厂', parentId: trade.east.id, validTo: '2026-01-24' },
    ]);
    expect(await named(hqLater, { on: '2026-01-10' })).toMatchObject([{ unitName: '东城一厂', validTo: '2026-01-22' }]);
    expect(await named(hqLater, { on: '2026-01-25', knownAt: instant })).toMatchObject([{ unitName: '东城一厂', validTo: null }]);
    expect(await named(hq, { on: '2024-12-31' })).toEqual([]);
    const states = await rows(hqLater, 'unitHistory', { select: 'stateId,unitName,validFrom,knownTo', 'unitId.within': mill.id });
    const current = Map.groupBy(
      states.filter(({ knownTo }) => knownTo === null),
      ({ unitName }) => unitName,
    );
    expect([...current].map(([unitName, same]) => [unitName, same.length])).toEqual(
      expect.arrayContaining([
        ['东城一厂', 1],
        ['东城智造一厂', 2],
        ['缝制一车间', 1],
      ]),
    );
    expect(current.size).toBe(3);
    expect(new Set(states.map(({ stateId }) => stateId)).size).toBe(states.length);
    expect(await rows(as(later, 'analyst', west), 'units', { select: 'unitName', sort: 'unitCode' })).toHaveLength(4);
    await later.close();
  });
});
