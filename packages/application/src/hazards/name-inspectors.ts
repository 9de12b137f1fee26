import { type LookBack, objectionToInspector } from '@changming/domain/hazards';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { hash } from './draws.ts';
import { giveLookBack, isOfSameUnit, toLookBack } from './look-backs.ts';
import { hazardInScope, type StoredHazard } from './store.ts';

const batch = 200;

/**
 * Names an inspector for every look-back that has none: a safety officer of another unit, neither rectifier nor acceptor, the one with
 * the fewest look-backs in hand; among equals the hash of hazard and person decides, so nobody can choose whom he looks at. Where nobody
 * fits, headquarters names one. What was reopened meanwhile is not looked back on any more.
 */
export const nameInspectors = command({
  permission: 'hazards.drawLookBacks',
  name: 'hazards.nameInspectors',
  input: z.strictObject({}),
  async run(work) {
    const open = await work.tx
      .selectFrom('hazard_look_backs as l')
      .innerJoin('hazards as h', (join) => join.onRef('h.id', '=', 'l.hazard_id').onRef('h.reopenings', '=', 'l.round'))
      .selectAll('l')
      .where('l.result', 'is', null)
      .where('l.inspector_id', 'is', null)
      .where('h.stage', '=', 'closed')
      .orderBy('l.to_on')
      .orderBy('l.id')
      .limit(batch)
      .forUpdate('l')
      .execute();
    const hands = await inHand(work);
    let named = 0;
    for (const row of open) if (await nameOne(work, toLookBack(row), hands)) named += 1;
    return work.trail([], { named });
  },
});

type Hands = Map<string, number>;

/** Every safety officer in office, with the look-backs he has in hand. */
async function inHand({ tx, today }: Writing): Promise<Hands> {
  const rows = await tx
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select('p.id')
    .distinct()
    .select((eb) =>
      eb
        .selectFrom('hazard_look_backs as l')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('l.inspector_id', '=', 'p.id')
        .where('l.result', 'is', null)
        .as('count'),
    )
    .where('a.post', '=', 'safetyOfficer')
    .where('a.from_on', '<=', today)
    .where((eb) => eb.or([eb('a.to_on', 'is', null), eb('a.to_on', '>', today)]))
    .where('p.left_on', 'is', null)
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count ?? 0]));
}

async function nameOne(work: Writing, owed: LookBack, hands: Hands): Promise<boolean> {
  const stored = await hazardInScope(work.tx, work.scope, owed.hazardId);
  const lot = (personId: string) => hash(`${owed.hazardId}|${owed.round}|${personId}`);
  const inTurn = [...hands].toSorted(([a, first], [b, second]) => first - second || (lot(a) < lot(b) ? -1 : 1));
  for (const [inspectorId, count] of inTurn) {
    if (!(await fits(work, stored, inspectorId))) continue;
    await giveLookBack(work, stored.hazard, { owed, inspectorId });
    hands.set(inspectorId, count + 1);
    return true;
  }
  return false;
}

async function fits({ tx }: Writing, { hazard, row }: StoredHazard, inspectorId: string): Promise<boolean> {
  const sameUnit = await isOfSameUnit(tx, row.unit_pos, inspectorId);
  return objectionToInspector(hazard, { inspectorId, sameUnit }) === null;
}
