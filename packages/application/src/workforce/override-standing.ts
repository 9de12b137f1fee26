import { addDays } from '@changming/domain/kernel';
import { defaultOverrideRemindDays, type Objection, overrideStanding, type Post } from '@changming/domain/workforce';

import type { Reading } from '../context.ts';
import { ruleBook } from '../standards/index.ts';
import { objectionsTo } from './gates.ts';

/** What is missing of an override that ended longer ago is nobody's work any more. */
const recentDays = 60;

type AtPost = { readonly unitId: string; readonly post: Post; readonly certifiedPost: string | null };
type Lifted = AtPost & { readonly personId: string; readonly name: string | null; readonly until: string };

/** How each override stands today, and what the gates still have against the person; null for one long over or out of sight. */
export async function withStanding<Row extends Lifted>({ tx, today }: Reading, rows: readonly Row[]) {
  const book = await ruleBook(tx);
  const recent = rows.filter(({ name, until }) => name !== null && until >= addDays(today, -recentDays));
  const missing = await missingOf({ tx, today }, recent);
  const told = [];
  for (const row of rows) {
    const remindDays = (await book({ unitId: row.unitId, on: today })).number('workforce.overrideRemindDays') ?? defaultOverrideRemindDays;
    const found = missing.get(`${placeOf(row)}:${row.personId}`);
    const lacking = found?.map(({ gate, code, facts }) => ({ gate, code, facts })) ?? null;
    told.push({ ...row, stands: overrideStanding(row, today, remindDays), missing: lacking });
  }
  return told;
}

/** People of one post are judged at once. */
async function missingOf({ tx, today }: Pick<Reading, 'tx' | 'today'>, rows: readonly Lifted[]): Promise<ReadonlyMap<string, Objection[]>> {
  const missing = new Map<string, Objection[]>();
  for (const [place, of] of Map.groupBy(rows, placeOf)) {
    const [first] = of;
    if (first === undefined) continue;
    const people = [...new Set(of.map(({ personId }) => personId))];
    const { unitId, post, certifiedPost } = first;
    const found = await objectionsTo(tx, people, { unitId, post, certifiedPost, on: today });
    for (const personId of people)
      missing.set(
        `${place}:${personId}`,
        found.filter((each) => each.personId === personId),
      );
  }
  return missing;
}

function placeOf({ unitId, post, certifiedPost }: AtPost): string {
  return `${unitId}:${post}:${certifiedPost ?? ''}`;
}
