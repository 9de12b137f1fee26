import { within } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from './store.ts';

const columns = ['u.id', 'u.code', 'u.name', 'u.kind', 'u.parent_id as parentId', 'u.closed_on as closedOn'] as const;

/** The units directly below one, or the heads of the caller's branches: what a tree opens at a time. */
export const listChildren = query({
  permission: 'units.read',
  async run({ tx, scope }, { parentId, closed = false }: { parentId?: string | undefined; closed?: boolean | undefined }) {
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

/** One unit with its profile and the path above it (names only). */
export const readUnit = query({
  permission: 'units.read',
  async run({ tx, scope }, { unitId }: { unitId: string }) {
    const unit = await unitInScope(tx, scope, unitId);
    const path = await tx
      .selectFrom('units')
      .select(['id', 'name'])
      .where('lo', '<', unit.lo)
      .where('hi', '>=', unit.hi)
      .orderBy('lo')
      .execute();
    const { id, code, name, kind, version, headcount, province, industry, flags } = unit;
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
      profile: { headcount, province, industry, flags },
      path,
    };
  },
});

/** By part of the name, a short name, the pinyin initials or the code; best matches first. */
export const searchUnits = query({
  permission: 'units.read',
  async run({ tx, scope }, { q, limit }: { q: string; limit: number }) {
    const key = keyOf(q).replace(/[\\%_]/g, '\\$&');
    return tx
      .selectFrom('units as u')
      .select(columns)
      .select(sql<string>`coalesce((select string_agg(p.name, ' / ' order by p.lo) from units p where p.lo < u.lo and p.hi >= u.hi), '')`.as('path'))
      .where((eb) => within(eb.ref('u.lo'), scope))
      .where('u.search_key', 'like', `%${key}%`)
      .where('u.closed_on', 'is', null)
      .orderBy(sql`position(${keyOf(q)} in u.search_key)`)
      .orderBy('u.lo')
      .limit(limit)
      .execute();
  },
});
