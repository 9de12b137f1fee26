import type { Database } from '@changming/database';
import { hazardFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, type Given, test } from '../testing/index.ts';
import { foldHazards, listHazards } from './index.ts';

let kept: Given | null = null;

/** Six hundred hazards, most of them closed and in the workshop, every seventh without a deadline, three of a level; many due on the same day. */
async function givenHazards(owner: Database): Promise<Given> {
  if (kept !== null) return kept;
  const units = await given.group(owner);
  const places = [units.root, units.east, units.mill, units.farMill, ...Array.from({ length: 8 }, () => units.workshop)].map(
    ({ id }) => id,
  );
  await given.arranged(owner, (tx) =>
    sql`
      insert into hazards (id, unit_id, stage, level, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at, due_on, closed_on)
      select gen_random_uuid(), (${places}::uuid[])[1 + n % 12], case when n % 10 = 0 then 'assigned' else 'closed' end,
        (array['team', 'workshop', 'unit'])[1 + n % 3], 'other', 'fire', 'site', 'dailyPatrol', '2026-01-05', now(), now(), now(),
        case when n % 7 > 0 then date '2026-01-10' + n % 40 end, case when n % 10 > 0 then date '2026-01-12' end
      from generate_series(1, 600) as n`.execute(tx),
  );
  kept = units;
  return units;
}

type Asked = { readonly stage: string; readonly level?: string };

/** All pages, one after the other, as somebody of the unit reads them. */
async function paged(house: House, unit: Given['mill'], asked: Asked): Promise<{ ids: string[]; totals: number[] }> {
  const told = { ids: [] as string[], totals: [] as number[] };
  for (let after: string | undefined; ; ) {
    const filter = hazardFilter.parse({ ...asked, sort: 'dueSoonest', limit: '20', ...(after === undefined ? {} : { after }) });
    const { items, next, total } = await listHazards(as(house, 'safetyOfficer', unit), filter);
    told.ids.push(...items.map(({ id }) => id));
    told.totals.push(total.count);
    if (next === null) return told;
    after = next;
  }
}

async function inOrder(owner: Database, { id }: Given['mill'], { stage, level }: Asked): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select h.id from hazards h join units u on u.id = ${id} and h.unit_pos between u.lo and u.hi
    where h.stage = ${stage} and h.level = coalesce(${level ?? null}, h.level) order by h.due_key, h.id`.execute(owner);
  return rows.map((row) => row.id);
}

describe('the ledger by deadline, in one stage of one branch', () => {
  test('shows every hazard once and in order, whether the branch is most of the group or hardly any of it', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, mill, workshop, west, farMill } = await givenHazards(owner);
    await foldHazards(house.clockwork(), {});

    for (const unit of [root, east, mill, workshop, west, farMill])
      for (const asked of [{ stage: 'closed' }, { stage: 'assigned' }, { stage: 'closed', level: 'team' }, { stage: 'void' }]) {
        const truth = await inOrder(owner, unit, asked);
        const { ids, totals } = await paged(house, unit, asked);

        expect(ids).toEqual(truth);
        expect(new Set(totals)).toEqual(new Set([truth.length]));
      }
  });

  test('is picked unit by unit where the branch is a small part, and walked where it is a large one', async ({ database: { owner } }) => {
    const { root, east, farMill } = await givenHazards(owner);
    const sooner = async ({ id }: Given['mill'], shown: number) => {
      const { rows } = await sql<{ sooner: boolean }>`
        select house.sooner_by_unit(lo, hi, 'closed', ${shown}, 21) as sooner from units where id = ${id}`.execute(owner);
      return rows[0]?.sooner;
    };

    expect(await sooner(root, 540)).toBe(false);
    expect(await sooner(east, 450)).toBe(false);
    expect(await sooner(farMill, 45)).toBe(true);
    expect(await sooner(farMill, 0)).toBe(true);
  });

  test('names whoever is responsible, in the branch or outside of it', async ({ house, database: { owner } }) => {
    const { root, mill, workshop } = await givenHazards(owner);
    const [near, far] = [await given.person(owner, workshop), await given.person(owner, root, { name: '李强' })];
    const [first, second] = await inOrder(owner, workshop, { stage: 'assigned' });
    for (const [id, person] of [
      [first, near],
      [second, far],
    ] as const)
      await given.arranged(owner, (tx) => sql`update hazards set responsible_id = ${person.id} where id = ${id}`.execute(tx));

    const filter = hazardFilter.parse({ stage: 'assigned', sort: 'dueSoonest', limit: '20' });
    const { items } = await listHazards(as(house, 'safetyOfficer', mill), filter);
    const named = new Map(items.map(({ id, responsible }) => [id, responsible]));

    expect([first, second].map((id) => named.get(id ?? ''))).toEqual([near.name, far.name]);
    expect(items.filter(({ responsible }) => responsible === null)).toHaveLength(items.length - 2);
  });

  test('is of the branch asked for, or of the unit by itself; a unit outside of the scope is missing', async ({
    house,
    database: { owner },
  }) => {
    const { root, mill, workshop, west } = await givenHazards(owner);
    const ids = async (asked: Readonly<Record<string, string>>) => {
      const filter = hazardFilter.parse({ stage: 'assigned', sort: 'dueSoonest', limit: '100', ...asked });
      return (await listHazards(as(house, 'safetyOfficer', mill), filter)).items.map(({ id }) => id);
    };
    const [ofMill, ofWorkshop] = [await inOrder(owner, mill, { stage: 'assigned' }), await inOrder(owner, workshop, { stage: 'assigned' })];

    expect(await ids({ unitId: mill.id })).toEqual(ofMill);
    expect(await ids({ unitId: workshop.id })).toEqual(ofWorkshop);
    expect(await ids({ unitId: mill.id, withBelow: 'false' })).toEqual(ofMill.filter((id) => !ofWorkshop.includes(id)));
    for (const { id } of [root, west])
      await expect(ids({ unitId: id })).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found', facts: { id } });
  });
});
