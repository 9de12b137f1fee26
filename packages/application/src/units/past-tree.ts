import { knownAt, type Tx, within } from '@changming/database';
import type { Day } from '@changming/domain/kernel';
import type { UnitKind, UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

/** The tree as it stood on a day, as the product knew it at an instant (now, when not given). */
export type Seen = { readonly on: Day; readonly knownAt?: Date | undefined };
export type PastUnit = { readonly id: string; readonly parentId: string | null; readonly name: string; readonly kind: UnitKind };

type Child = PastUnit & { readonly code: string; readonly closedOn: string | null; readonly hasChildren: boolean };

/** The units directly below `parentId` on that day, or the heads of the scope. Who may look is decided by the tree of today. */
export async function childrenThen(
  tx: Tx,
  scope: readonly UnitRange[],
  seen: Seen & { readonly parentId: string | undefined },
): Promise<Child[]> {
  const spans = spansOf(seen);
  const below =
    seen.parentId === undefined
      ? sql`exists (select from jsonb_to_recordset(${JSON.stringify(scope)}::jsonb) as head (lo bigint, hi bigint) where u.lo = head.lo and u.hi = head.hi)`
      : sql`s.parent_id = ${seen.parentId}`;
  const { rows } = await sql<Child>`
    select u.id, u.code, s.name, s.kind, s.parent_id as "parentId", null as "closedOn",
      exists (select from ${spans} c where c.parent_id = u.id and ${inForce('c', seen.on)}) as "hasChildren"
    from ${spans} s join units u on u.id = s.unit_id
    where ${inForce('s', seen.on)} and ${below} and ${within(sql.ref<number>('u.lo'), scope)}
    order by u.lo limit 2000`.execute(tx);
  return rows;
}

/** The whole tree of the scope on that day: what a roll-up of a past period walks. */
export async function treeOf(tx: Tx, scope: readonly UnitRange[], seen: Seen): Promise<PastUnit[]> {
  const { rows } = await sql<PastUnit>`
    select u.id, s.parent_id as "parentId", s.name, s.kind
    from ${spansOf(seen)} s join units u on u.id = s.unit_id
    where ${inForce('s', seen.on)} and ${within(sql.ref<number>('u.lo'), scope)} order by u.lo`.execute(tx);
  return rows;
}

/** What the unit was on that day, with the path above it as far as the caller sees it; null before it opened and after it closed. */
export async function unitThen(tx: Tx, unitId: string, seen: Seen) {
  const spans = spansOf(seen);
  const { rows } = await sql<PastUnit & { level: number }>`
    with recursive up as (
      select s.*, 0 as level from ${spans} s where s.unit_id = ${unitId} and ${inForce('s', seen.on)}
      union all
      select s.*, up.level + 1 from up join ${spans} s on s.unit_id = up.parent_id where ${inForce('s', seen.on)} and up.level < 20)
    select unit_id as id, parent_id as "parentId", name, kind, level from up order by level desc`.execute(tx);
  const own = rows.at(-1);
  if (own === undefined) return null;
  const path = rows.slice(0, -1).map(({ id, name }) => ({ id, name }));
  return { name: own.name, kind: own.kind, parentId: own.parentId, path };
}

function spansOf({ knownAt: instant }: Seen): RawBuilder<unknown> {
  return instant === undefined ? sql`unit_spans` : knownAt('unit_spans', instant);
}

function inForce(alias: 's' | 'c', on: Day): RawBuilder<unknown> {
  const span = sql.ref(alias);
  return sql`${span}.from_on <= ${on}::date and (${span}.to_on is null or ${span}.to_on > ${on}::date)`;
}
