import type { HazardLookBackRow, Tx } from '@changming/database';
import {
  assignInspectorInput,
  conclude,
  concludeLookBackInput,
  type Hazard,
  type LookBack,
  objectionToInspector,
} from '@changming/domain/hazards';
import { addDays, id, refuse } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';

import { command, type Writing } from '../context.ts';
import { reopen } from './accept-hazard.ts';
import { assignWork, endWorkDone } from './assignments.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { refuseStrangers } from './persons.ts';
import { declarePhotos } from './photos.ts';
import { hazardInScope, saveHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

export function toLookBack(row: Selectable<HazardLookBackRow>): LookBack {
  return {
    hazardId: row.hazard_id,
    round: row.round,
    reason: row.reason,
    fromOn: row.from_on,
    toOn: row.to_on,
    inspectorId: row.inspector_id,
    result: row.result,
    lookedOn: row.looked_on,
  };
}

/** The look-back of the round that closed last. */
export async function lookBackOf(tx: Tx, { id: hazardId, reopenings }: Pick<Hazard, 'id' | 'reopenings'>): Promise<LookBack | null> {
  const row = await tx
    .selectFrom('hazard_look_backs')
    .selectAll()
    .where('hazard_id', '=', hazardId)
    .where('round', '=', reopenings)
    .executeTakeFirst();
  return row === undefined ? null : toLookBack(row);
}

/**
 * Whether a person belongs to the unit that had the hazard, or to its branch: the 工厂 (or whatever stands directly below the
 * subsidiary) is the unit that must not look back on itself, so a neighbouring workshop is not "another unit". Headquarters is one.
 */
export async function isOfSameUnit(tx: Tx, unitPos: number, personId: string): Promise<boolean> {
  const branch = await tx
    .selectFrom('units')
    .select(['lo', 'hi'])
    .where('lo', '<=', unitPos)
    .where('hi', '>=', unitPos)
    .where('kind', '!=', 'group')
    .orderBy('lo')
    .execute();
  const own = branch.find((_, at) => at === Math.min(1, branch.length - 1));
  if (own === undefined) return false;
  const person = await tx.selectFrom('persons').select('unit_pos').where('id', '=', personId).executeTakeFirst();
  return person !== undefined && person.unit_pos >= own.lo && person.unit_pos <= own.hi;
}

/** 指派回头看的人: from another unit, neither rectifier nor acceptor; until the window ends, and some days of grace. */
export const assignInspector = command({
  permission: 'hazards.supervise',
  name: 'hazards.assignInspector',
  input: assignInspectorInput.extend({ hazardId: id }),
  async run(work, { hazardId, inspectorId }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const { hazard } = stored;
    const owed = (await lookBackOf(work.tx, hazard)) ?? refuse('missing', 'hazards.look_back_not_found');
    if (owed.result !== null) refuse('conflict', 'hazards.looked_back_already');
    await refuseStrangers(work.tx, work.scope, [inspectorId]);
    const sameUnit = await isOfSameUnit(work.tx, stored.row.unit_pos, inspectorId);
    const objected = objectionToInspector(hazard, { inspectorId, sameUnit });
    if (objected !== null) refuse('conflict', objected);
    await saveHazard(work.tx, stored, hazard);
    await giveLookBack(work, hazard, { owed, inspectorId });
    return stepTaken(work, stored, hazard);
  },
});

type Given = { readonly owed: LookBack; readonly inspectorId: string };

/** Names the inspector and lets him in, to this one hazard. */
export async function giveLookBack(
  work: Writing,
  hazard: Pick<Hazard, 'id' | 'unitId' | 'reopenings'>,
  { owed, inspectorId }: Given,
): Promise<void> {
  await work.tx
    .updateTable('hazard_look_backs')
    .set({ inspector_id: inspectorId })
    .where('hazard_id', '=', hazard.id)
    .where('round', '=', owed.round)
    .execute();
  await assignWork(work, hazard, { work: 'hazards.lookBack', personId: inspectorId, untilOn: addDays(owed.toOn, 30) });
  await recordEvent(work, { hazard, step: 'assignInspector', facts: { to: owed.toOn } });
  await tell(work, hazard.id, 'assignInspector', `${owed.round}:${inspectorId}`);
}

/** 回头看结论: held, or relapsed, and then the hazard is open again in the same transaction. */
export const concludeLookBack = command({
  permission: 'hazards.lookBack',
  name: 'hazards.concludeLookBack',
  input: concludeLookBackInput.extend({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  async run(work, { hazardId, result, photos, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const by = personOf(work);
    const lookBack = (await lookBackOf(work.tx, stored.hazard)) ?? refuse('missing', 'hazards.look_back_not_found');
    if (lookBack.inspectorId !== null && lookBack.inspectorId !== by) refuse('forbidden', 'access.not_permitted');
    const sameUnit = await isOfSameUnit(work.tx, stored.row.unit_pos, by);
    const looked = conclude({ hazard: stored.hazard, lookBack }, { by, on: work.today, result, photos: photos.length, sameUnit });
    await writeResult(work.tx, looked, note);
    await declarePhotos(work, stored.hazard, 'lookBack', photos);
    await recordEvent(work, { hazard: stored.hazard, step: result === 'held' ? 'lookBackHeld' : 'lookBackRelapsed', note });
    await endWorkDone(work, hazardId, 'hazards.lookBack');
    if (result === 'held') return stepTaken(work, stored, stored.hazard);
    const after = await reopen(work, stored, { reason: note ?? null, dueOn: addDays(work.today, 3) });
    return stepTaken(work, stored, after);
  },
});

/** Of two inspectors at the same moment one is first. */
async function writeResult(tx: Tx, { hazardId, round, result, lookedOn, inspectorId }: LookBack, note: string | undefined): Promise<void> {
  const written = await tx
    .updateTable('hazard_look_backs')
    .set({ result, looked_on: lookedOn, inspector_id: inspectorId, note: note ?? null })
    .where('hazard_id', '=', hazardId)
    .where('round', '=', round)
    .where('result', 'is', null)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) refuse('conflict', 'hazards.looked_back_already');
}
