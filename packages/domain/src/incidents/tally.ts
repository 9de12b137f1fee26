import type { Day } from '../kernel/index.ts';
import type { Degree } from './kinds.ts';

/** One statement about how badly somebody is hurt, and the day on which it became so. Later statements come later in a list. */
export type DegreeFact = { readonly casualtyId: string; readonly degree: Degree; readonly onDay: Day };

export type Counts = { readonly deaths: number; readonly serious: number; readonly minor: number; readonly missing: number };

export const noCounts: Counts = { deaths: 0, serious: 0, minor: 0, missing: 0 };

/**
 * How badly each is hurt: the statement of the latest day counts, of one day the one made last. A death, and that nothing happened at all,
 * take the place of what was said of that day and of later ones. `until` leaves out what became so after that day.
 */
export function degreesNow<Fact extends DegreeFact>(facts: readonly Fact[], until?: Day): ReadonlyMap<string, Fact> {
  const latest = new Map<string, Fact>();
  for (const fact of standing(facts)) {
    if (until !== undefined && fact.onDay > until) continue;
    const before = latest.get(fact.casualtyId);
    if (before === undefined || fact.onDay >= before.onDay) latest.set(fact.casualtyId, fact);
  }
  return latest;
}

/** Who is known to have died on a day was not hurt on a later one, whenever that was learnt. */
function standing<Fact extends DegreeFact>(facts: readonly Fact[]): Fact[] {
  return facts.filter(
    (fact, at) => !facts.slice(at + 1).some((later) => ends(later) && later.casualtyId === fact.casualtyId && later.onDay <= fact.onDay),
  );
}

function ends({ degree }: DegreeFact): boolean {
  return degree === 'death' || degree === 'none';
}

export function countsOf(facts: readonly DegreeFact[], until?: Day): Counts {
  const all = [...degreesNow(facts, until).values()];
  const of = (...wanted: readonly Degree[]) => all.filter(({ degree }) => wanted.includes(degree)).length;
  return { deaths: of('death'), serious: of('serious', 'acutePoisoning'), minor: of('minor'), missing: of('missing') };
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return a.deaths === b.deaths && a.serious === b.serious && a.minor === b.minor && a.missing === b.missing;
}
