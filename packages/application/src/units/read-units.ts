import { within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { cityOf } from './city.ts';
import { childrenThen, type Seen, unitThen } from './past-tree.ts';
import { unitInScope } from './store.ts';
import { detailsOf } from './unit-details.ts';

const columns = ['u.id', 'u.code', 'u.name', 'u.kind', 'u.parent_id as parentId', 'u.closed_on as closedOn'] as const;

/** A past day as it was known now or, with an instant alone, today as it was known then. */
function seenFrom(today: string, { on = today, knownAt }: { on?: string | undefined; knownAt?: string | undefined }): Seen {
  return { on, knownAt: knownAt === undefined ? undefined : new Date(knownAt) };
}

type Opened = { parentId?: string | undefined; closed?: boolean | undefined; on?: string | undefined; knownAt?: string | undefined };

/** The units directly below one, or the heads of the caller's branches: what a tree opens at a time. Today's, or of a past day. */
export const listChildren = query({
  permission: 'units.read',
  async run({ tx, scope, today }, { parentId, closed = false, on, knownAt }: Opened) {
    if (on !== undefined || knownAt !== undefined) return childrenThen(tx, scope, { ...seenFrom(today, { on, knownAt }), parentId });
    return tx
      .selectFrom('units as u')
      .select(columns)
      .select(sql<boolean>`exists (select from units c where c.parent_id = u.id and (${closed} or c.closed_on is null))`.as('hasChildren'))
      .where((eb) =>
        parentId === undefined
          ? eb.or(scope.map(({ lo, hi }) => eb.and([eb('u.lo', '=', lo), eb('u.hi', '=', hi)])))
          : eb.and([eb('u.parent_id', '=', parentId), within(eb.ref('u.lo'), scope)]),
      )
      .$if(!closed, (each) => each.where('u.closed_on', 'is', null))
      .orderBy('u.lo')
      .limit(2000)
      .execute();
  },
});

type Asked = { unitId: string; on?: string | undefined; knownAt?: string | undefined };

/** One unit with its profile and the path above it (names only). Of a past day: its name, kind, parent and path as they were. */
export const readUnit = query({
  permission: 'units.read',
  async run({ tx, scope, today }, { unitId, on, knownAt }: Asked) {
    const unit = await unitInScope(tx, scope, unitId);
    const path = await tx
      .selectFrom('units')
      .select(['id', 'name'])
      .where('lo', '<', unit.lo)
      .where('hi', '>=', unit.hi)
      .orderBy('lo')
      .execute();
    const { id, code, name, kind, version, headcount, province, industry, flags } = unit;
    const past = on !== undefined || knownAt !== undefined;
    const then = past ? await unitThen(tx, unitId, seenFrom(today, { on, knownAt })) : {};
    if (then === null) refuse('missing', 'units.not_there_then', { on: on ?? today });
    return {
      id,
      code,
      name,
      kind,
      version,
      shortNames: unit.short_names,
      parentId: unit.parent_id,
      openedOn: unit.opened_on,
      closedOn: unit.closed_on,
      profile: { headcount, province, city: await cityOf(tx, unitId), industry, flags, ...(await detailsOf(tx, unitId)) },
      path,
      ...then,
    };
  },
});

/** By part of the name, a short name, the pinyin initials or the code; best matches first. */
export const searchUnits = query({
  permission: 'units.read',
  async run({ tx, scope }, { q, limit }: { q: string; limit: number }) {
    const [los, his] = [scope.map(({ lo }) => lo), scope.map(({ hi }) => hi)];
    const found = sql<{ id: string; at: number }>`house.search_units(${keyOf(q)}, ${los}::bigint[], ${his}::bigint[], ${limit})`;
    return tx
      .selectFrom('units as u')
      .innerJoin(found.as('found'), 'found.id', 'u.id')
      .select(columns)
      .select(
        sql<string>`coalesce((select string_agg(p.name, ' / ' order by p.lo) from units p where p.lo < u.lo and p.hi >= u.hi), '')`.as(
          'path',
        ),
      )
      .orderBy('found.at')
      .orderBy('u.lo')
      .execute();
  },
});

/** 变更记录: what was done to the unit and by whom, latest first, and what was done to others by way of it. */
export const listChanges = query({
  permission: 'units.read',
  async run({ tx, scope }, { unitId }: { unitId: string }) {
    await unitInScope(tx, scope, unitId);
    const changes = await tx
      .selectFrom('unit_changes as c')
      .leftJoin('units as other', 'other.id', 'c.other_id')
      .select(['c.id', 'c.act', 'c.effective_on as on', 'c.reason', 'c.by_person_id as byPersonId', 'c.recorded_at as recordedAt'])
      .select(['c.other_id as otherId', 'other.name as otherName'])
      .where('c.unit_id', '=', unitId)
      .orderBy('c.effective_on', 'desc')
      .orderBy('c.recorded_at', 'desc')
      .limit(500)
      .execute();
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from house.actors_on_changes(${changes.map(({ id }) => id)}::uuid[])`.execute(tx);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return changes.map((each) => ({ ...each, by: names.get(each.id) ?? null }));
  },
});
