import type { Tx } from '@changming/database';
import { type Heads, type HeldPost, issuingPosts } from '@changming/domain/responsibilities';
import { sql } from 'kysely';

/** The heads of a unit and of those above it, the nearest first. */
export type Upwards = (unitId: string) => readonly Heads[];

type Unit = { readonly id: string; readonly parentId: string | null; readonly lo: number; readonly hi: number };

/** Who heads which unit on a day, looked up once for any number of letters. Heads of workshops and teams issue by their own post. */
export async function headsUpwards(tx: Tx, on: string): Promise<Upwards> {
  const { rows } = await sql<HeldPost>`
    select a.id as "appointmentId", a.person_id as "personId", a.post, a.unit_id as "unitId", u.lo, u.hi, a.from_on as since
    from appointments a join units u on u.id = a.unit_id
    where a.post = any(${[...issuingPosts]}::text[]) and not a.deputy and a.point_id is null
      and a.from_on <= ${on}::date and (a.to_on is null or a.to_on > ${on}::date)
      and not (a.post = 'firstResponsible' and u.kind in ('workshop', 'team', 'department') and exists (
        select from appointments own where own.person_id = a.person_id and own.unit_id = a.unit_id and own.post in ('workshopHead', 'teamLeader')
          and not own.deputy and own.from_on <= ${on}::date and (own.to_on is null or own.to_on > ${on}::date)))
    order by a.from_on, a.id`.execute(tx);
  const held = Map.groupBy(rows, ({ unitId }) => unitId);
  const units = await tx.selectFrom('units').select(['id', 'parent_id as parentId', 'lo', 'hi']).execute();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map<string, readonly Heads[]>();
  return (unitId) => {
    const path = known.get(unitId) ?? pathOf(byId, unitId).map(({ id, lo, hi }) => ({ lo, hi, held: held.get(id) ?? [] }));
    known.set(unitId, path);
    return path;
  };
}

function pathOf(byId: ReadonlyMap<string, Unit>, unitId: string): Unit[] {
  const path: Unit[] = [];
  for (let unit = byId.get(unitId); unit !== undefined; unit = byId.get(unit.parentId ?? '')) path.push(unit);
  return path;
}
