import { type Database, holdTree, scopeSetting, type Tx } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { hazardFilter, hazardLevels, hazardSources, hazardStages, keyAreas } from '@changming/domain/hazards';
import { Refusal } from '@changming/domain/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, type Given, test, today } from '../testing/index.ts';
import { mergeUnits, moveUnit } from '../units/index.ts';
import { countHazards, foldHazards, listHazards, recountHazards } from './index.ts';

const kinds = ['insert', 'change', 'change', 'rehome', 'remove', 'moveMill', 'moveWorkshop', 'merge', 'fold'] as const;
const act = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(1000), n: fc.integer({ min: 1, max: 20 }) });
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

type Units = Given & { readonly old: Given['mill'] };
type Told = { readonly owner: Database; readonly house: House; readonly units: Units };

let units: Units | null = null;
/** The group with one more mill, which is merged away sooner or later. */
async function givenUnits(owner: Database): Promise<Units> {
  if (units !== null) return units;
  const group = await given.group(owner);
  const old = await given.unit(owner, '东城老厂', 'factory', group.east);
  await given.unit(owner, '老厂车间', 'workshop', old);
  units = { ...group, old };
  return units;
}

/** Like every command, a writer holds the tree before it locks rows. */
function written(owner: Database, write: (tx: Tx) => Promise<unknown>): Promise<void> {
  return given.arranged(owner, async (tx) => {
    await holdTree(tx as Tx, 'shared');
    await write(tx as Tx);
  });
}

/** The `at`th of a list in SQL. */
const nth = (list: readonly string[], at: ReturnType<typeof sql>) => sql<string>`(${list}::text[])[1 + (${at}) % ${list.length}::int]`;
const stageAt = (at: ReturnType<typeof sql>) => nth(hazardStages, at);

async function insert(owner: Database, { at, n }: Act): Promise<void> {
  await written(owner, (tx) =>
    sql`
      insert into hazards (id, unit_id, stage, level, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at, due_on, closed_on)
      select gen_random_uuid(), u.id, s.stage, ${nth(hazardLevels, sql`n`)}, 'other', ${nth(keyAreas, sql`n + ${at}::int`)}, 'site', ${nth(hazardSources, sql`n`)},
        '2026-01-05', now(), now(), now(), date '2026-01-10' + n, case when s.stage = 'closed' then date '2026-01-12' end
      from generate_series(1, ${n}::int) as n cross join lateral (select ${stageAt(sql`n + ${at}::int`)} as stage) as s
      join (select id, row_number() over (order by id) - 1 as place, count(*) over () as every from units) u on u.place = (n * 7 + ${at}::int) % u.every`.execute(
      tx,
    ),
  );
}

/** Every seventh hazard or so. */
const some = ({ at }: Act) => sql`hashtext(id::text) % 7 = ${at % 7}`;

async function change(owner: Database, told: Act): Promise<void> {
  await written(owner, (tx) =>
    sql`
      update hazards h set stage = s.stage, closed_on = case when s.stage = 'closed' then date '2026-01-13' end, version = version + 1,
        level = ${nth([...hazardLevels], sql`abs(hashtext(h.id::text)) + ${told.n}::int`)}, due_on = case when ${told.n}::int % 3 = 0 then null else due_on + ${told.n % 4}::int end
      from (select id, ${stageAt(sql`abs(hashtext(id::text)) + ${told.n}::int`)} as stage from hazards) s
      where s.id = h.id and hashtext(h.id::text) % 7 = ${told.at % 7}`.execute(tx),
  );
}

async function reorganised(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    // A move to where it hangs already, or of what is closed: nothing happened.
    if (!(error instanceof Refusal)) throw error;
  }
}

async function doing({ owner, house, units: { root, east, west, mill, workshop, farMill, old } }: Told, told: Act): Promise<void> {
  const safety = as(house, 'hqSafety', root);
  const why = { on: today, reason: '调整' };
  const toWest = told.n % 2 === 0;
  const acts: Record<Act['kind'], () => Promise<unknown>> = {
    insert: () => insert(owner, told),
    change: () => change(owner, told),
    rehome: () =>
      written(owner, (tx) => sql`update hazards set unit_id = ${farMill.id} where ${some(told)} and unit_id <> ${farMill.id}`.execute(tx)),
    remove: () => written(owner, (tx) => sql`delete from hazards where ${some(told)} and abs(hashtext(number)) % 5 = 0`.execute(tx)),
    moveMill: () => reorganised(moveUnit(safety, { unitId: mill.id, parentId: toWest ? west.id : east.id, ...why })),
    moveWorkshop: () => reorganised(moveUnit(safety, { unitId: workshop.id, parentId: toWest ? farMill.id : mill.id, ...why })),
    merge: () => (told.at % 3 === 0 ? reorganised(mergeUnits(safety, { unitId: old.id, intoId: farMill.id, ...why })) : Promise.resolve()),
    fold: () => owner.connection().execute((on) => sql`select house.fold_hazards(${told.n})`.execute(on)),
  };
  await acts[told.kind]();
}

/** Each unit's counts as they are told, beside those of its rows. */
async function differing({ owner, house }: Told): Promise<unknown[]> {
  const all = await owner.selectFrom('units').selectAll().execute();
  const wrong: unknown[] = [];
  for (const unit of all) {
    const told = await countHazards(as(house, 'safetyOfficer', unit), { unitId: undefined, withBelow: true });
    const { rows } = await sql<{ line: string }>`
      select stage || ' ' || coalesce(level, '') || ' ' || count(*) as line from hazards where unit_pos between ${unit.lo} and ${unit.hi} group by stage, level`.execute(
      owner,
    );
    const { rows: late } = await sql<{ count: number }>`
      select count(*) from hazards where unit_pos between ${unit.lo} and ${unit.hi} and stage in ('assigned', 'rectifying') and due_on < ${today}`.execute(
      owner,
    );
    const lines = told.counts.map(({ stage, level, count }) => `${stage} ${level ?? ''} ${count}`).toSorted();
    const truth = rows.map(({ line }) => line).toSorted();
    if (lines.join() !== truth.join() || told.overdue !== late[0]?.count)
      wrong.push({ unit: unit.name, lines, truth, overdue: told.overdue, late });
  }
  return wrong;
}

describe('the counts of hazards', () => {
  test('are true after any acts, folded or not, and a full recount finds nothing to put right', async ({ house, database: { owner } }) => {
    const told = { owner, house, units: await givenUnits(owner) };

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
        for (const each of acts) await doing(told, each);
        expect(await differing(told)).toEqual([]);
        expect(await recountHazards(house.clockwork(), {})).toEqual({ differing: 0 });
        await foldHazards(house.clockwork(), {});
        expect(await differing(told)).toEqual([]);
        expect(await recountHazards(house.clockwork(), {})).toEqual({ differing: 0 });
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('stay true while others write and fold at once', async ({ house, database: { owner } }) => {
    const told = { owner, house, units: await givenUnits(owner) };
    const writers = [1, 2, 3].map(async (seed) => {
      for (let n = 1; n <= 6; n += 1) await doing(told, { kind: seed === 1 ? 'change' : 'insert', at: seed * n, n: 5 });
    });
    const folders = [1, 2].map(async () => {
      for (let n = 0; n < 8; n += 1) await foldHazards(house.clockwork(), {});
    });
    await Promise.all([
      ...writers,
      ...folders,
      moveUnit(as(house, 'hqSafety', told.units.root), {
        unitId: told.units.mill.id,
        parentId: told.units.east.id,
        on: today,
        reason: '调整',
      }).catch(() => null),
    ]);

    expect(await recountHazards(house.clockwork(), {})).toEqual({ differing: 0 });
    expect(await differing(told)).toEqual([]);
  });

  test('are the total of the ledger, exact for a stage, a level, what is late, and the unit alone', async ({
    house,
    database: { owner },
  }) => {
    const { root, mill } = await givenUnits(owner);
    const totalOf = async (over: Record<string, unknown>) =>
      (await listHazards(as(house, 'hqSafety', root), hazardFilter.parse({ limit: '200', ...over }))).total.count;
    const count = async (where: ReturnType<typeof sql>) =>
      (await sql<{ count: number }>`select count(*) from hazards where ${where}`.execute(owner)).rows[0]?.count;
    await insert(owner, { kind: 'insert', at: 3, n: 20 });

    expect(await totalOf({})).toBe(await count(sql`true`));
    expect(await totalOf({ stage: ['assigned', 'closed'] })).toBe(await count(sql`stage in ('assigned', 'closed')`));
    expect(await totalOf({ stage: 'assigned', level: 'team' })).toBe(await count(sql`stage = 'assigned' and level = 'team'`));
    expect(await totalOf({ overdue: 'true' })).toBe(await count(sql`stage in ('assigned', 'rectifying') and due_on < ${today}`));
    expect(await totalOf({ keyArea: keyAreas[0], level: 'team' })).toBe(await count(sql`key_area = ${keyAreas[0]} and level = 'team'`));
    expect(await totalOf({ unitId: mill.id, withBelow: 'false' })).toBe(await count(sql`unit_id = ${mill.id}`));
    expect(await totalOf({ unitId: mill.id })).toBe(
      await count(sql`unit_pos between (select lo from units where id = ${mill.id}) and (select hi from units where id = ${mill.id})`),
    );
  });

  test('put right what was tampered with, and headquarters is told', async ({ house, database: { owner } }) => {
    const { root } = await givenUnits(owner);
    await sql`update hazard_rollups set count = count + 3 where unit_id = ${root.id} and reach = 'all' and facet = 'level'`.execute(owner);

    const { differing: found } = await recountHazards(house.clockwork(), {});

    expect(found).toBeGreaterThan(0);
    expect(await recountHazards(house.clockwork(), {})).toEqual({ differing: 0 });
    const { rows } = await sql<{
      data: { about: string; facts: object };
    }>`select data from jobs.job where name = 'notices.deliver'`.execute(owner);
    expect(rows.map(({ data }) => data)).toMatchObject([{ about: 'hazards.recounted', facts: { count: found } }]);
  });

  test('open on no branch but the session’s own', async ({ database: { owner, url, role } }) => {
    const { root, mill } = await givenUnits(owner);
    const beside = await given.unit(owner, '西岭新厂', 'factory', root);
    const fresh = async (id: string) => owner.selectFrom('units').select(['lo', 'hi']).where('id', '=', id).executeTakeFirstOrThrow();
    const runtime = openDatabase({ url, role, max: 1 });
    const ask = (scope: Given['mill'] | null, wanted: Given['mill']) =>
      runtime.transaction().execute(async (tx) => {
        if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([await fresh(scope.id)])}, true)`.execute(tx);
        const { lo, hi } = await fresh(wanted.id);
        const { rows } = await sql`
          select stage, value, sum(count) as count
          from house.hazard_counts(array[${lo}]::bigint[], array[${hi}]::bigint[], array['level'], null, ${today}::date)
          group by stage, value having sum(count) <> 0 order by stage, value`.execute(tx);
        return rows;
      });
    await insert(owner, { kind: 'insert', at: 0, n: 20 });

    const own = await ask(mill, mill);
    expect(own).not.toEqual([]);
    expect(await ask(mill, root)).toEqual(own);
    expect(await ask(root, root)).not.toEqual(own);
    expect(await ask(root, beside)).not.toEqual([]);
    for (const [scope, wanted] of [
      [beside, mill],
      [mill, beside],
      [null, mill],
    ] as const)
      expect(await ask(scope, wanted)).toEqual([]);
    for (const table of ['hazard_deltas', 'hazard_rollups'])
      await expect(sql`select * from ${sql.table(table)}`.execute(runtime)).rejects.toThrow('permission denied');
    await runtime.destroy();
  });
});
