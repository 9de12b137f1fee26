import { within } from '@changming/database';
import type { HazardFilter, HazardStage } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

/** What the roll-ups count by within a stage. Of deadlines they count those before a day, where work is still owed. */
export type Facet = 'level' | 'source' | 'keyArea' | 'due';
export type Counted = { readonly facet: Facet; readonly stage: HazardStage; readonly value: string; readonly count: number };

type Wanted = { readonly facets: readonly Facet[]; readonly today: string };

/** From the roll-ups and what is not folded into them yet: true at this instant, and as quick for the group as for a workshop. */
export function countsWithin(ranges: readonly UnitRange[], { facets, today }: Wanted): RawBuilder<Counted> {
  return sql<Counted>`
    select facet, stage, value, sum(count)::bigint as count
    from house.hazard_counts(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[], ${facets}::text[], null, ${today}::date)
    group by facet, stage, value having sum(count) <> 0`;
}

type Among = Pick<Wanted, 'today'> & { readonly ids: readonly string[] };

/** The same of some hazards alone: counted one by one. */
export function countsAmong(ranges: readonly UnitRange[], { ids, today }: Among): RawBuilder<Counted> {
  const late = sql`h.stage in ('assigned', 'rectifying') and h.due_on < ${today}::date`;
  return sql<Counted>`
    select facet, h.stage, coalesce(h.level, '') as value, count(*) as count
    from hazards h cross join (values ('level'), ('due')) as each (facet)
    where h.id = any(${ids}::uuid[]) and ${within(sql.ref('h.unit_pos'), ranges)} and (facet = 'level' or (${late}))
    group by 1, 2, 3`;
}

const facets = ['level', 'source', 'keyArea'] as const;
/** What says nothing of which hazards are counted, or is counted by in every facet. */
const aside = new Set<string>(['sort', 'limit', 'after', 'unitId', 'withBelow', 'stage']);

/** By which facet the roll-ups know how many hazards a filter finds; null when they do not know it. */
export function facetOf(
  filter: Omit<HazardFilter, 'sort' | 'after'>,
): { readonly facet: Facet; readonly values: readonly string[] | null } | null {
  const narrowing = Object.entries(filter).filter(([name, value]) => value !== undefined && !aside.has(name));
  if (narrowing.length > 1) return null;
  if (filter.overdue === true) return { facet: 'due', values: null };
  const facet = narrowing.length === 0 ? 'level' : facets.find((name) => filter[name] !== undefined);
  return facet === undefined ? null : { facet, values: filter[facet] ?? null };
}
