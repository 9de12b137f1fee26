import { inForce, type Kind, type Role } from '@changming/domain/access';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

/** What is given, from when to when. */
type Wanted = { readonly role: Role; readonly kinds: readonly Kind[]; readonly from: string; readonly to: string | null };
/** Whom it is given, and where it holds. */
type Place = { readonly accountId: string; readonly unitId: string };

type Same = Place & { readonly id: string; readonly from: string; readonly to: string | null };
export type SameHeld = ReadonlyMap<string, readonly Same[]>;

/** What nobody ended of the same role and kinds, by account. */
export async function sameHeld({ tx }: Writing, { role, kinds }: Wanted, accountIds: readonly string[]): Promise<SameHeld> {
  const rows = await tx
    .selectFrom('grants')
    .select(['id', 'account_id as accountId', 'unit_id as unitId', 'from_on as from', 'to_on as to'])
    .where(sql<boolean>`account_id = any(${accountIds}::uuid[])`)
    .where('role', '=', role)
    .where('kind', 'in', kinds)
    .where('ended_at', 'is', null)
    .execute();
  return Map.groupBy(rows, ({ accountId }) => accountId);
}

/** Whether one in force or to come is in the way. */
export function isHeld({ today }: Pick<Writing, 'today'>, same: SameHeld, place: Place): boolean {
  return sameAt(same, place).some((present) => inForce(present, today) || present.from > today);
}

function sameAt(same: SameHeld, { accountId, unitId }: Place): Same[] {
  return (same.get(accountId) ?? []).filter((each) => each.unitId === unitId);
}

type Given = { readonly given: readonly Place[]; readonly same: SameHeld };

/** Writes a grant of each kind for everybody; the ids. One of the same kind whose days are over is closed to make room. */
export async function insertGrants({ tx, actor, now, newId }: Writing, wanted: Wanted, { given, same }: Given): Promise<string[]> {
  if (given.length === 0) return [];
  const over = given.flatMap((place) => sameAt(same, place));
  if (over.length > 0)
    await tx
      .updateTable('grants')
      .set({ ended_at: now })
      .where(sql<boolean>`id = any(${over.map(({ id }) => id)}::uuid[])`)
      .execute();
  const kinds: Kind[] = [...new Set(wanted.kinds)];
  const rows = given.flatMap(({ accountId, unitId }) =>
    kinds.map((kind) => ({ id: newId(), account_id: accountId, kind, unit_id: unitId })),
  );
  const columns = { id: 'uuid', account_id: 'uuid', kind: 'text', unit_id: 'uuid' } as const;
  await sql`
    insert into grants (id, account_id, role, kind, unit_id, from_on, to_on, granted_by, granted_at)
    select n.id, n.account_id, ${wanted.role}::text, n.kind, n.unit_id, ${wanted.from}::date, ${wanted.to}::date, ${actor.accountId}::uuid,
      ${now}::timestamptz from ${rowsAsTable('n', columns, rows)}`.execute(tx);
  return rows.map(({ id }) => id);
}
