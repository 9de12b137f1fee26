import type { Tx } from '@changming/database';
import { judgedOn, type Objection, standingAgainst } from '@changming/domain/workforce';

import type { Writing } from '../context.ts';
import { keepsOut, objectionsTo, onceEach, overridesOfEach, refuseClosed, type TakenUp, type Wanting } from './gates.ts';

/**
 * What stands against each of these people where he is to take up a post, in their order and as `passGates` finds it. Those who are judged
 * for one post of one unit and day are judged by one statement, and what was lifted is asked for once for all.
 */
export async function standingAgainstEach(tx: Tx, wanted: readonly Wanting[], today: string): Promise<Objection[][]> {
  const asked = wanted.flatMap((each) => judgedOn(each, today).map((on) => ({ ...each, on })));
  const found = new Map<string, Map<string, Objection[]>>();
  for (const [key, people] of Map.groupBy(asked, keyOf)) found.set(key, await objectionsAt(tx, people));
  const judged = wanted.map((each) => {
    const days = judgedOn(each, today);
    const against = onceEach(days.flatMap((on) => found.get(keyOf({ ...each, on }))?.get(each.personId) ?? []));
    return { each, against, on: days.at(-1) ?? each.from };
  });
  const kept = judged.filter(({ against }) => against.length > 0);
  const lifted = await overridesOfEach(
    tx,
    kept.map(({ each }) => each),
  );
  const standing = new Map(kept.map(({ each, against, on }, at) => [each, standingAgainst(against, lifted[at] ?? [], on)]));
  return wanted.map((each) => standing.get(each) ?? []);
}

/**
 * `passGates` for all to whom a ledger has given an office, when all of it is written: what one row has changed counts for every other.
 * Refused for the first whom the gates keep out.
 */
export async function holdToGates({ tx, today }: Pick<Writing, 'tx' | 'today'>, taken: readonly TakenUp[]): Promise<void> {
  const standing = await standingAgainstEach(tx, taken, today);
  for (const [at, office] of taken.entries()) if (keepsOut(office, standing[at] ?? [])) refuseClosed(office, standing[at] ?? []);
}

type Asked = Wanting & { readonly on: string };

function keyOf({ unitId, post, certifiedPost, on }: Asked): string {
  return [unitId, post, certifiedPost, on].join(' ');
}

async function objectionsAt(tx: Tx, people: readonly Asked[]): Promise<Map<string, Objection[]>> {
  const [at] = people;
  if (at === undefined) return new Map();
  const objections = await objectionsTo(tx, [...new Set(people.map(({ personId }) => personId))], at);
  return Map.groupBy(objections, ({ personId }) => personId);
}
