import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { newResultId } from '../testing/inspection-story.ts';
import { as, given, houseAt, test } from '../testing/index.ts';
import type { House } from '../context.ts';
import { createPoint } from '../points/index.ts';
import { setRule } from '../standards/index.ts';
import {
  chaseLightsOut,
  chaseMisses,
  createPlan,
  installChecklists,
  listChecklists,
  makeOccurrences,
  performCheck,
  readLightsOut,
  settleMisses,
} from './index.ts';

/** Tuesday, 20 January 2026; the shift ends at 18:00. */
const window = { shift: 'day', from: '17:45', until: '18:30' } as const;
let trade: Trade;
let plates: string[];

/** The plate of one of the two areas. */
function plateOf(point: string | null | undefined): string {
  return (point === '裁床' ? plates[0] : plates[1]) ?? '';
}

type Place = { readonly url: string; readonly role: string };

/** The house at a time of the day, in the time of Shanghai. */
async function at<Result>(database: Place, time: string, act: (house: House) => Promise<Result>): Promise<Result> {
  const house = houseAt(database, new Date(`${time}:00+08:00`).toISOString());
  try {
    return await act(house);
  } finally {
    await house.close();
  }
}

async function swept(house: House): Promise<number> {
  while ((await makeOccurrences(house.clockwork(), {})).more);
  while ((await settleMisses(house.clockwork(), {})).more);
  return (await chaseLightsOut(house.clockwork(), {})).told;
}

function confirming(occurrenceId: string, plateCode: string, time: string) {
  const doneAt = new Date(`${time}:00+08:00`).toISOString();
  const photo = 'a'.repeat(64);
  const answers = Array.from({ length: 10 }, (_, n) => ({
    item: `OFF-${String(n + 1).padStart(2, '0')}`,
    ...(n === 9 ? { reading: 1234.5 } : { verdict: 'pass' as const }),
    photos: n < 2 ? [photo] : [],
  }));
  return { id: newResultId(doneAt), occurrenceId, plateCode, startedAt: doneAt, doneAt, answers };
}

describe('the board of the night', () => {
  test('shows headquarters which workshops are dark, and chases the others within the hour', async ({ database }) => {
    trade = await givenTrade(database.owner);
    const { root, mill, workshop, farMill, people } = trade;
    await at(database, '2026-01-20T10:00', async (house) => {
      await installChecklists(house.clockwork(), {});
      const by = callers(house, trade);
      const rule = { ruleId: 'inspections.chaseParentMinutes', value: 20, layer: 'group', from: '2026-01-20' } as const;
      await setRule(by.hq, { ...rule, source: '集团班后用电管理办法' });
      const [off] = (await listChecklists(by.hq, { kind: ['lightsOut'] })).items;
      const points = await Promise.all(
        ['裁床', '烫台'].map((name) => createPoint(by.officer, { unitId: workshop.id, name, kind: 'electricity' })),
      );
      await given.arranged(database.owner, (tx) => tx.updateTable('points').set({ opened_on: '2025-06-01' }).execute());
      plates = (await database.owner.selectFrom('points').select(['id', 'code']).execute())
        .toSorted((a, b) => points.findIndex(({ id }) => id === a.id) - points.findIndex(({ id }) => id === b.id))
        .map(({ code }) => code);
      await createPlan(by.officer, {
        unitId: workshop.id,
        checklistId: off?.id ?? '',
        name: '班后断电断气',
        points: { of: 'listed', pointIds: points.map(({ id }) => id) },
        cadence: { every: 'shift', shifts: [window] },
        restDays: 'skip',
        doer: { by: 'person', personId: people.leader.id },
        from: '2026-01-16',
      });
      await swept(house);
      const board = await readLightsOut(by.hq, { kind: 'lightsOut' });
      expect(board).toMatchObject({ on: '2026-01-20', unit: root.name, restDay: false, total: { owed: 1, ahead: 1 } });
      expect((await readLightsOut(by.hq, { kind: 'lightsOut', on: '2026-01-18' })).restDay).toBe(true);
      expect((await readLightsOut(by.hq, { kind: 'lightsOut', on: '2026-01-17' })).total.owed).toBe(0);
    });

    await at(database, '2026-01-20T18:10', async (house) => {
      const by = callers(house, trade);
      const { lines, branches } = await readLightsOut(by.hq, { kind: 'lightsOut' });
      expect(lines).toMatchObject([
        { unit: workshop.name, path: `东城服饰 / ${mill.name}`, shift: 'day', standing: 'waiting', areas: 2, done: 0, chased: [] },
      ]);
      expect(branches).toMatchObject([{ unit: '东城服饰', owed: 1, waiting: 1, unconfirmed: 0 }]);
      await performCheck(by.leader, confirming(lines[0]?.occurrenceId ?? '', plateOf(lines[0]?.point), '2026-01-20T18:08'));
      const [line] = (await readLightsOut(by.hq, { kind: 'lightsOut' })).lines;
      expect(line).toMatchObject({ standing: 'waiting', areas: 2, done: 1, doneBy: people.leader.name });
      expect(line?.readings).toEqual([{ text: '电表读数', unit: 'kWh', reading: 1234.5 }]);
      expect(await swept(house)).toBe(0);
    });

    /** Half an hour after the shift one area is still lit: the leader and whoever is on duty are told, and once. */
    await at(database, '2026-01-20T18:31', async (house) => {
      expect(await swept(house)).toBeGreaterThan(0);
      expect(await swept(house)).toBe(0);
      await chaseMisses(house.clockwork(), {});
      const [line] = (await readLightsOut(callers(house, trade).hq, { kind: 'lightsOut' })).lines;
      expect(line).toMatchObject({ standing: 'unconfirmed', chased: [{ target: 'person' }, { target: 'unitHead' }] });
    });
    /** The head above hears of it as soon as the rule of the group says, five minutes before the product would. */
    for (const [time, told] of [
      ['18:49', ['person', 'unitHead']],
      ['18:50', ['person', 'unitHead', 'parent']],
    ] as const)
      await at(database, `2026-01-20T${time}`, async (house) => {
        await swept(house);
        const [line] = (await readLightsOut(callers(house, trade).hq, { kind: 'lightsOut' })).lines;
        expect([time, line?.chased.map(({ target }) => target)]).toEqual([time, told]);
      });

    /** After midnight it is still last night's board; a confirmation after the miss is late, and stays a miss in the records. */
    await at(database, '2026-01-21T00:20', async (house) => {
      const by = callers(house, trade);
      const [line] = (await readLightsOut(by.hq, { kind: 'lightsOut' })).lines;
      await performCheck(by.leader, confirming(line?.occurrenceId ?? '', plateOf(line?.point), '2026-01-21T00:15'));
      const board = await readLightsOut(by.hq, { kind: 'lightsOut' });
      expect(board).toMatchObject({ on: '2026-01-20', total: { owed: 1, late: 1, unconfirmed: 0 } });
      expect(board.lines[0]).toMatchObject({ standing: 'late', done: 2 });
      const states = await database.owner.selectFrom('inspection_occurrences').select('state').where('on_day', '=', '2026-01-20').execute();
      expect(states.map(({ state }) => state).toSorted()).toEqual(['done', 'missed']);
      await expect(readLightsOut(as(house, 'safetyOfficer', farMill), { kind: 'lightsOut', unitId: workshop.id })).rejects.toMatchObject({
        kind: 'missing',
      });
      expect((await readLightsOut(as(house, 'safetyOfficer', farMill), { kind: 'lightsOut' })).total.owed).toBe(0);
    });
  });

  test('chases a shift that stays dark though many others were told before and stay dark', async ({ database }) => {
    await at(database, '2026-01-21T18:31', async (house) => {
      while ((await makeOccurrences(house.clockwork(), {})).more);
      await given.arranged(database.owner, (tx) => givenToldBefore(tx, 500));
      await swept(house);
    });

    const { rows } = await sql<{ target: string }>`
      select target from inspection_chases where on_day = '2026-01-21' and plan_id not in (select id from inspection_plans where name = '别处')
      order by 1`.execute(database.owner);
    expect(rows.map(({ target }) => target)).toEqual(['person', 'unitHead']);
  });
});

/** So many other plans of the same workshop, dark for longer; whoever is to be told of them by now was told. */
async function givenToldBefore(tx: Database, count: number): Promise<void> {
  await sql`
    insert into inspection_plans
      select (jsonb_populate_record(plan, jsonb_build_object('id', gen_random_uuid(), 'name', '别处'))).*
      from inspection_plans plan, generate_series(1, ${count}::integer)`.execute(tx);
  await sql`
    insert into inspection_occurrences
      select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'plan_id', plan.id,
        'misses_at', o.misses_at - interval '5 minutes'))).*
      from inspection_plans plan, inspection_occurrences o
      where plan.name = '别处' and o.id = (select id from inspection_occurrences where on_day = '2026-01-21' limit 1)`.execute(tx);
  await sql`
    insert into inspection_chases (plan_id, unit_id, on_day, shift, target, told_at)
      select o.plan_id, o.unit_id, o.on_day, o.shift, target, o.misses_at
      from inspection_occurrences o join inspection_plans plan on plan.id = o.plan_id, unnest('{person,unitHead}'::text[]) target
      where plan.name = '别处'`.execute(tx);
}
