import { randomUUID } from 'node:crypto';

import { type Database, inTransaction, type PersonRow, type UnitRow } from '@changming/database';
import { childWidth, nextBelow, rootRange, type UnitKind } from '@changming/domain/units';
import { type Insertable, type Selectable, sql } from 'kysely';

type Unit = Selectable<UnitRow>;
const at = '2026-01-01T00:00:00.000Z';

/** Arranges rows as the owner does, at an instant that history can tell. Opened with its first statement, for thousands of rows are arranged so. */
async function arranged<Row>(owner: Database, write: (tx: Database) => Promise<Row>): Promise<Row> {
  return inTransaction(owner, { mode: 'read write', settings: { 'app.at': at } }, write);
}

async function unit(owner: Database, name: string, kind: UnitKind, parent: Unit | null): Promise<Unit> {
  return arranged(owner, async (tx) => {
    const above = parent && (await tx.selectFrom('units').selectAll().where('id', '=', parent.id).executeTakeFirstOrThrow());
    const labels = above === null ? rootRange : nextBelow(above, above.used, childWidth(above, above.depth));
    if (labels === null) throw new Error('no room');
    if (above !== null) await tx.updateTable('units').set({ used: labels.hi }).where('id', '=', above.id).execute();
    const id = randomUUID();
    const made = await tx
      .insertInto('units')
      .values({
        id,
        code: `U-${id.slice(0, 8)}`,
        name,
        kind,
        parent_id: above?.id ?? null,
        ...labels,
        used: labels.lo,
        depth: above === null ? 0 : above.depth + 1,
        opened_on: '2025-01-01',
        closed_on: null,
        headcount: null,
        province: null,
        industry: null,
        search_key: name,
        flags: [],
        short_names: [],
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const span = { id: randomUUID(), unit_id: id, parent_id: made.parent_id, name, kind, from_on: '2025-01-01', to_on: null };
    await tx.insertInto('unit_spans').values(span).execute();
    return made;
  });
}

/** 集团 with two 子公司, east and west, and a 工厂 with one 车间 in each: enough for every question of inside and outside. */
async function group(owner: Database) {
  const root = await unit(owner, '岚枝集团', 'group', null);
  const east = await unit(owner, '东城服饰', 'subsidiary', root);
  const west = await unit(owner, '西岭羽绒', 'subsidiary', root);
  const mill = await unit(owner, '东城一厂', 'factory', east);
  const workshop = await unit(owner, '缝制一车间', 'workshop', mill);
  const farMill = await unit(owner, '西岭一厂', 'factory', west);
  return { root, east, west, mill, workshop, farMill };
}

async function person(owner: Database, where: Unit, over: Partial<Insertable<PersonRow>> = {}) {
  return arranged(owner, (tx) =>
    tx
      .insertInto('persons')
      .values({ id: randomUUID(), name: '王芳', staff_no: null, unit_id: where.id, search_key: 'wf', ...over } as Insertable<PersonRow>)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** 一个准入条件: who has no 工号 has not been taught. */
async function badgeGate(owner: Database): Promise<void> {
  await sql`
    create function house.badge_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
      returns table (person_id uuid, code text, facts jsonb)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select p.id, 'badge.missing', jsonb_build_object('name', p.name) from persons p where p.id = any(persons) and p.staff_no is null $$;
    call house.gate('badge', 'house.badge_gate')`.execute(owner);
}

/** Rows for tests, written as the owner: `given.group(owner)`, `given.person(owner, mill)`. */
export const given = { arranged, unit, group, person, badgeGate };
export type Given = Awaited<ReturnType<typeof group>>;
