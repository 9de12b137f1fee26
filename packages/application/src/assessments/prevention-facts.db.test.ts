import type { Database } from '@changming/database';
import {
  causeOf,
  dualPreventionV1,
  factTables,
  type FactRow,
  type FactTable,
  holds,
  measured,
  prepare,
  windowOf,
} from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { given, test } from '../testing/index.ts';
import { changedRecords } from './diff-records.ts';
import { factSources } from './fact-sources.ts';
import { measureAll } from './measure-all.ts';
import { measurePass } from './measure-pass.ts';
import { recordsOf } from './record-query.ts';
import { rowsOf } from './testing/given-prevention-rows.ts';

const known = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01') };
const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
const { measures } = prepare(dualPreventionV1);

/** Every row of a fact table, in the words of the domain. */
async function factsOf(owner: Database, table: FactTable, at: Pick<typeof known, 'knownAt'> = known): Promise<FactRow[]> {
  const columns = new Set(Object.keys(factTables[table]));
  const { rows } = await sql<Record<string, never>>`select * from (${factSources[table]({ ...known, ...at, window, columns })}) f`.execute(
    owner,
  );
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }) as unknown as FactRow);
}

/** What the tests below tell, once. */
async function arrange(owner: Database) {
  const units = await given.group(owner);
  const { mill, workshop, farMill } = units;
  const rows = rowsOf(owner);
  const [shop, pump, store] = [
    await rows.point(workshop.id, 'sewing'),
    await rows.point(workshop.id, 'pumpRoom'),
    await rows.point(mill.id, 'fire'),
  ];
  await rows.keyPosition(store, mill.id, ['2026-02-01', '2026-03-01']);
  const grave = await rows.risk(workshop.id, {
    pointId: shop,
    levels: [
      ['general', '2025-05-20', '2025-06-01'],
      ['major', '2026-01-25', '2026-02-01'],
    ],
  });
  await rows.regrading(grave.id, 'process', ['2026-04-02', null]);
  await rows.regrading(grave.id, 'failedCheck', ['2026-02-10', '2026-02-12']);
  await rows.regrading(grave.id, 'hazard', ['2026-03-20', null, '2026-04-10']);
  await rows.risk(mill.id, {
    levels: [
      ['low', '2025-02-01', '2025-06-01'],
      ['low', '2026-03-20', '2026-03-20', '2026-04-10'],
    ],
  });
  const answeredLate = await rows.risk(farMill.id, { levels: [['low', '2026-01-10', '2026-01-10']] });
  await rows.regrading(answeredLate.id, 'law', ['2026-03-01', '2026-03-30', '2026-03-01', '2026-04-10']);
  await rows.risk(workshop.id, { pointId: pump, levels: [] });
  await rows.risk(farMill.id, { levels: [['larger', '2025-12-01', '2025-12-01']], archivedOn: '2026-02-15' });
  const daily = await rows.plan(mill.id, 'inspection');
  const linked = await rows.plan(mill.id, 'inspection', [grave.measureId]);
  const shopOn = (day: string, over: object = {}) => rows.occurrence(daily, workshop.id, day, { pointId: shop, ...over });
  await shopOn('2026-01-30', { timing: 'onTime' });
  await shopOn('2026-02-01', { timing: 'onTime' });
  await shopOn('2026-02-02', { timing: 'onTime', recordedOn: '2026-04-10' });
  await shopOn('2026-02-03');
  await shopOn('2026-02-04', { waivedOn: '2026-02-05' });
  await shopOn('2026-02-05', { waivedOn: '2026-04-10' });
  await shopOn('2026-03-15', { madeOn: '2026-04-10' });
  for (const day of ['2026-01-31', '2026-02-10', '2026-03-01'])
    await rows.occurrence(daily, mill.id, day, { pointId: store, timing: 'late' });
  await rows.occurrence(daily, workshop.id, '2026-03-31', { pointId: pump, timing: 'onTime' });
  await rows.occurrence(daily, workshop.id, '2026-04-01', { pointId: pump });
  await rows.occurrence(linked, workshop.id, '2026-02-20', { timing: 'onTime' });
  await rows.occurrence(linked, mill.id, '2026-02-21');
  const lights = await rows.plan(mill.id, 'lightsOut');
  await rows.occurrence(lights, workshop.id, '2026-03-02', { kind: 'lightsOut', shift: 'day', timing: 'onTime' });
  await rows.occurrence(lights, workshop.id, '2026-03-03', { kind: 'lightsOut', shift: 'day', timing: 'afterMiss' });
  const dust = await rows.plan(mill.id, 'dust');
  await rows.occurrence(dust, workshop.id, '2026-03-02', { kind: 'dust', shift: 'night', timing: 'onTime' });
  return { ...units, rows, shop, pump, store };
}

/** What each measure of an indicator comes to for one unit. */
async function sumsOf(owner: Database, unitId: string, code: string) {
  const slots = prepare(dualPreventionV1).indicators.find(({ of }) => of.code === code)?.slots ?? [];
  const mine = slots.flatMap(([, at]) => measures[at] ?? []);
  const { units } = await measureAll(owner as never, { measures: mine, window, known });
  const amounts = units.get(unitId)?.amounts ?? [];
  return Object.fromEntries(slots.map(([name], at) => [name, amounts[at] ?? 0]));
}

describe('prevention as it was known at the cut-off', () => {
  test('comes to what a person counts by hand', async ({ database: { owner } }) => {
    const { mill, workshop, farMill, rows, shop, pump } = await arrange(owner);

    /** Of the shop the six that were made by then and not waived by then; the pump room on the last day; the plan that names a measure. */
    expect(await sumsOf(owner, workshop.id, 'D1')).toMatchObject({ due: 7, onTime: 4, open: 0, missed: 3 });
    /** The store three times, late, and the plan that names a measure of another unit's risk. */
    expect(await sumsOf(owner, mill.id, 'D1')).toMatchObject({ due: 4, onTime: 0, missed: 4 });
    /** From the publication of the red level on, at its point or by its measure in its unit. */
    expect(await sumsOf(owner, workshop.id, 'C2')).toMatchObject({ due: 5, onTime: 2, graveRisks: 1 });
    expect(await sumsOf(owner, mill.id, 'C2')).toMatchObject({ due: 0, graveRisks: 0 });
    expect(await sumsOf(owner, farMill.id, 'C2')).toMatchObject({ due: 0, graveRisks: 0 });
    /** The pump room by its nature; the store while it was determined, its first day and not its last. */
    expect(await sumsOf(owner, workshop.id, 'C3')).toMatchObject({ due: 1, onTime: 1, keyPositions: 1 });
    expect(await sumsOf(owner, mill.id, 'C3')).toMatchObject({ due: 1, onTime: 0, keyPositions: 0 });
    expect(await sumsOf(owner, workshop.id, 'F5')).toMatchObject({ due: 2, onTime: 1 });
    expect(await sumsOf(owner, workshop.id, 'F6')).toMatchObject({ due: 1, onTime: 1 });
    /** The shop is good: one change was asked for after the quarter, another came to be known after the cut-off. The pump room was never assessed. */
    expect(await sumsOf(owner, workshop.id, 'C1')).toEqual({ areas: 2, valid: 1, invalid: 1, unassessed: 1, changePending: 0 });
    /** Graded more than a year ago, as far as was known. */
    expect(await sumsOf(owner, mill.id, 'C1')).toEqual({ areas: 1, valid: 0, invalid: 1, unassessed: 0, changePending: 0 });
    /** Asked for, and not answered as far as was known. */
    expect(await sumsOf(owner, farMill.id, 'C1')).toMatchObject({ areas: 1, valid: 0, changePending: 1 });
    expect((await factsOf(owner, 'areas')).map(({ id }) => id).toSorted()).toEqual([shop, pump, mill.id, farMill.id].toSorted());

    /** 90 days of the quarter: 31 in January, 28 in February, 31 in March. */
    await rows.machine(mill.id, [['2025-06-01', 'inUse']], [['2025-07-01', 'passed', '2026-02-28']]);
    await rows.machine(
      mill.id,
      [
        ['2025-06-01', 'inUse'],
        ['2026-03-01', 'outOfUse'],
      ],
      [
        ['2025-03-01', 'passed', '2026-03-01'],
        ['2026-02-01', 'failed', null],
      ],
    );
    await rows.machine(mill.id, [['2025-06-01', 'outOfUse']], []);
    await rows.machine(mill.id, [['2025-06-01', 'inUse']], [['2026-01-11', 'passed', '2027-01-11', '2026-04-10']]);
    /** In date all along: what is under way and a check of one's own end nothing. */
    await rows.machine(
      mill.id,
      [['2025-06-01', 'inUse']],
      [
        ['2025-07-01', 'passed', '2027-07-01'],
        ['2026-01-15', 'passed', '2026-02-15'],
        ['2026-03-01', 'underWay', null],
      ],
    );
    expect(await sumsOf(owner, mill.id, 'F1')).toEqual({
      machines: 4,
      inUseDays: 90 + 59 + 90 + 90,
      inDateDays: 59 + 31 + 0 + 90,
      kept: 1,
      lapsed: 3,
    });

    await rows.extinguisher(workshop.id, {
      checks: [
        ['2026-03-30', 'damaged'],
        ['2026-04-02', 'intact'],
      ],
      owed: [
        ['2026-01-31', '2026-01-31'],
        ['2026-02-28', null],
        ['2026-03-31', '2026-03-30', '2026-04-10'],
        ['2026-04-30', null],
      ],
    });
    await rows.extinguisher(workshop.id, { checks: [['2026-03-30', 'damaged', '2026-04-10']], owed: [['2026-03-31', '2026-04-01']] });
    await rows.extinguisher(workshop.id, { scrappedOn: '2026-03-10', owed: [['2026-03-31', null]] });
    await rows.extinguisher(workshop.id, { enteredOn: '2026-04-01' });
    /** Nobody had looked at it by the end of March; what was found in April does not count for March. */
    const unseen = await rows.extinguisher(workshop.id, { checks: [['2026-04-02', 'damaged']] });
    await rows.condition(unseen, 'damaged', '2026-04-02');
    expect(await sumsOf(owner, workshop.id, 'F2')).toEqual({ due: 3, onTime: 1, open: 0, missed: 2 });
    expect(await sumsOf(owner, workshop.id, 'F3')).toMatchObject({ pieces: 3, intact: 2, faulty: 1, owedTest: 0, tests: 0 });
  });

  test('is counted alike row by row, in one pass, and for one unit alone', async ({ database: { owner } }) => {
    const units = await owner.selectFrom('units').select('id').execute();
    const tables = [...new Set(measures.map(({ table }) => table))].filter((table) => !['hazards', 'lookBacks', 'strata'].includes(table));
    expect(tables.length).toBeGreaterThan(7);
    for (const table of tables) {
      const mine = measures.filter((measure) => measure.table === table);
      const facts = await factsOf(owner, table);
      const { units: found } = await measurePass(owner as never, table, { measures: mine, window, known });
      for (const { id } of units) {
        const rows = facts.filter(({ unitId }) => unitId === id);
        const expected = mine.map((measure) => measured(measure, rows, window));
        expect(found.get(id)?.map(({ amount }) => amount) ?? expected.map(() => 0)).toEqual(expected);
        const { rows: records } = await recordsOf(table, mine, { ...known, window, unitIds: [id] }).execute(owner);
        expect(records.map((record) => record.id).toSorted()).toEqual(
          rows
            .filter((row) => mine.some((measure) => measured({ table, where: measure.where }, [row], window) > 0))
            .map((row) => row.id)
            .toSorted(),
        );
      }
    }
  });

  test('that comes to something else later is told by cause, as comparing row by row tells it', async ({ database: { owner } }) => {
    const units = await owner.selectFrom('units').select('id').execute();
    const later = { ...known, knownAt: startOf('2026-04-12') };
    const expected = new Map<string, string[]>();
    for (const table of new Set(measures.map((measure) => measure.table).filter((each) => each !== 'strata'))) {
      const [was, is] = [await factsOf(owner, table), await factsOf(owner, table, later)];
      const countedAs = (row: FactRow | undefined) =>
        row === undefined
          ? ''
          : measures.flatMap((each, at) => (each.table === table && holds(each.where, row, window) ? [at] : [])).join();
      for (const id of new Set([...was, ...is].map((row) => row.id))) {
        const pair = [was, is].map((rows) => rows.find((row) => row.id === id));
        const [before, after] = pair.map((row) => (countedAs(row) === '' ? undefined : row));
        if (countedAs(before) === countedAs(after)) continue;
        const cause = causeOf(before ?? null, after ?? null);
        expected.set(cause, [...(expected.get(cause) ?? []), id].toSorted());
      }
    }
    const sideAt = (at: typeof known) => ({
      counting: { prepared: prepare(dualPreventionV1), window, known: at },
      members: units.map(({ id }) => id),
    });
    const work = { tx: owner, scope: [rootRange] };
    const told = await changedRecords(work as never, { before: sideAt(known), after: sideAt(later) });

    expect(expected.size).toBeGreaterThan(1);
    expect(new Map(told.map(({ cause, recordIds }) => [cause, recordIds]))).toEqual(expected);
    expect(told.map(({ count }) => count)).toEqual(told.map(({ cause }) => expected.get(cause)?.length));
    expect(await changedRecords(work as never, { before: sideAt(later), after: sideAt(later) })).toEqual([]);
  });
});
