import { type Tx, within } from '@changming/database';
import { type ListingFilter, type ListingReason, openStages, reasonsToList } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { hazardRuleBook } from './hazard-rules.ts';
import { shownRows } from './ledger.ts';
import { mostCounted } from './ledger-page.ts';

/**
 * 待挂牌督办 of a branch, the most overdue first: the open hazards that nobody has listed and that their own pages propose, by the same rule
 * and with the same reasons. Looked for among the `mostCounted` candidates that are due first: where there are more, those due later appear
 * on no page until earlier ones are listed or closed, and the total says that it is capped. Proposed, never done by itself.
 */
export const listToList = query({
  permission: 'hazards.read',
  async run(work, filter: ListingFilter) {
    const ranges = await rangesOf(work, filter);
    const candidates = await candidatesIn(work.tx, ranges, work.today);
    const proposed = await proposedOf(work, candidates);
    const start = filter.after === undefined ? 0 : proposed.findIndex(isBeyond(filter.after));
    const page = start < 0 ? [] : proposed.slice(start, start + filter.limit);
    const last = page.at(-1);
    const next = last !== undefined && proposed.at(-1) !== last ? `${last.dueKey}~${last.id}` : null;
    const reasons = new Map(page.map((each) => [each.id, each.reasons]));
    const rows = await shownRows(work.tx, [...reasons.keys()], work.today);
    return {
      items: rows.map((row) => ({ ...row, reasonsToList: reasons.get(row.id) ?? [] })),
      next,
      total: { count: proposed.length, capped: candidates.length >= mostCounted },
    };
  },
});

type Candidate = Awaited<ReturnType<typeof candidatesIn>>[number];
type Proposed = { readonly id: string; readonly dueKey: string; readonly reasons: readonly ListingReason[] };

/** Up to `mostCounted`, no hazard that `reasonsToList` names is missing; which of these it names depends on the rules of their units. */
async function candidatesIn(tx: Tx, ranges: readonly UnitRange[], today: string) {
  return tx
    .selectFrom('hazards as h')
    .select(['h.id', 'h.unit_id as unitId', 'h.stage', 'h.level', 'h.source', 'h.recurrences', 'h.due_on as dueOn'])
    .select(sql<string>`h.due_key`.as('dueKey'))
    .where((eb) => within(eb.ref('h.unit_pos'), ranges))
    .where('h.stage', 'in', openStages)
    .where('h.supervised', '=', false)
    .where((eb) =>
      eb.or([
        eb('h.level', '=', 'major'),
        eb('h.recurrences', '>', 0),
        eb.and([
          eb('h.stage', 'in', ['assigned', 'rectifying']),
          sql<boolean>`h.due_key < ${today}`,
          eb.or([eb('h.level', '=', 'unit'), eb('h.source', '=', 'authority')]),
        ]),
      ]),
    )
    .orderBy(sql`h.due_key`)
    .orderBy('h.id')
    .limit(mostCounted)
    .execute();
}

async function proposedOf({ tx, today }: Reading, candidates: readonly Candidate[]): Promise<Proposed[]> {
  const units = [...new Set(candidates.map(({ unitId }) => unitId))];
  const rulesOf = await hazardRuleBook(tx, units);
  const listing = new Map(
    await Promise.all(units.map(async (unitId) => [unitId, (await rulesOf({ unitId, on: today })).listing] as const)),
  );
  return candidates.flatMap(({ id, unitId, dueKey, ...facts }) => {
    const reasons = reasonsToList({ ...facts, plan: { dueOn: facts.dueOn } }, today, listing.get(unitId));
    return reasons.length === 0 ? [] : [{ id, dueKey, reasons }];
  });
}

function isBeyond([day, id]: readonly [string, string]) {
  return (each: Proposed) => each.dueKey > day || (each.dueKey === day && each.id > id);
}
