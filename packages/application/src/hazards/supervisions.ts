import type { HazardSupervisionRow, Tx } from '@changming/database';
import {
  advanceSupervision,
  decideDelistingInput,
  delistingInput,
  listForSupervision,
  listingInput,
  progressInput,
  type Supervision,
  type SupervisionStep,
} from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';

import { command, type Writing } from '../context.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { hazardRules } from './hazard-rules.ts';
import { refuseStrangers } from './persons.ts';
import { declarePhotos } from './photos.ts';
import { hazardInScope, saveHazard, type StoredHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

export type StoredSupervision = Supervision & { readonly id: string; readonly version: number };

export function toSupervision(row: Selectable<HazardSupervisionRow>): StoredSupervision {
  return {
    id: row.id,
    version: row.version,
    stage: row.stage,
    level: row.level,
    issuer: row.issuer,
    mainPersonId: row.main_person_id,
    requirements: row.requirements,
    listedById: row.listed_by_id,
    listedOn: row.listed_on,
    dueOn: row.due_on,
    everyDays: row.every_days,
    lastProgressOn: row.last_progress_on,
    progressDueOn: row.progress_due_on,
    delistingAskedById: row.delisting_asked_by_id,
    delistingAskedOn: row.delisting_asked_on,
    delistedById: row.delisted_by_id,
    delistedOn: row.delisted_on,
  };
}

/** The supervision that runs, at one level or at any. */
async function running(tx: Tx, hazardId: string, level?: Supervision['level']): Promise<StoredSupervision | null> {
  const row = await tx
    .selectFrom('hazard_supervisions')
    .selectAll()
    .where('hazard_id', '=', hazardId)
    .where('stage', '!=', 'delisted')
    .$if(level !== undefined, (each) => each.where('level', '=', level ?? 'group'))
    .orderBy('listed_on', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toSupervision(row);
}

/** 挂牌督办 */
export const listHazard = command({
  permission: 'hazards.supervise',
  name: 'hazards.list',
  input: listingInput.extend({ hazardId: id }),
  async run(work, { hazardId, everyDays, ...terms }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    await refuseStrangers(work.tx, work.scope, [terms.mainPersonId]);
    const { reportDays } = await hazardRules(work.tx, { unitId: stored.hazard.unitId, on: work.today });
    const listing = { by: personOf(work), on: work.today, ...terms, everyDays: everyDays ?? reportDays };
    const before = await running(work.tx, hazardId, terms.level);
    const listed = listForSupervision({ hazard: stored.hazard, running: before }, listing);
    await saveHazard(work.tx, stored, stored.hazard, { supervised: true });
    await work.tx
      .insertInto('hazard_supervisions')
      .values({
        id: work.newId(),
        hazard_id: hazardId,
        stage: listed.stage,
        level: listed.level,
        issuer: listed.issuer,
        main_person_id: listed.mainPersonId,
        requirements: listed.requirements,
        listed_by_id: listed.listedById,
        listed_on: listed.listedOn,
        due_on: listed.dueOn,
        every_days: listed.everyDays,
        progress_due_on: listed.progressDueOn,
      })
      .execute();
    await recordEvent(work, {
      hazard: stored.hazard,
      step: 'list',
      note: listed.requirements,
      facts: { level: listed.level, due: listed.dueOn },
    });
    await tell(work, hazardId, 'list', stored.row.version);
    return stepTaken(work, stored, stored.hazard);
  },
});

type Moved = { readonly step: SupervisionStep; readonly note?: string | undefined };

/** One step of a running supervision, refused when somebody else has taken one meanwhile. */
async function supervise(work: Writing, stored: StoredHazard, { step, note }: Moved): Promise<StoredSupervision> {
  const before = (await running(work.tx, stored.hazard.id)) ?? refuse('missing', 'hazards.supervision_not_found');
  const after = advanceSupervision({ supervision: before, hazard: stored.hazard }, step, { by: personOf(work), on: work.today });
  const saved = await work.tx
    .updateTable('hazard_supervisions')
    .set((eb) => ({
      stage: after.stage,
      last_progress_on: after.lastProgressOn,
      progress_due_on: after.progressDueOn,
      delisting_asked_by_id: after.delistingAskedById,
      delisting_asked_on: after.delistingAskedOn,
      delisted_by_id: after.delistedById,
      delisted_on: after.delistedOn,
      note: note ?? null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'hazards.changed_meanwhile', { id: stored.hazard.id });
  await recordEvent(work, { hazard: stored.hazard, step, note });
  await tell(work, stored.hazard.id, step, `${before.id}:${before.version}`);
  return before;
}

/** 进展, every few days until delisted. */
export const reportProgress = command({
  permission: 'hazards.treatMajor',
  name: 'hazards.reportProgress',
  input: progressInput.extend({ hazardId: id }),
  async run(work, { hazardId, text, photos }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const { id: supervisionId } = await supervise(work, stored, { step: 'report', note: text });
    await declarePhotos(work, stored.hazard, 'progress', photos);
    const row = { id: work.newId(), hazard_id: hazardId, supervision_id: supervisionId, text, by_id: personOf(work), at: work.now };
    await work.tx.insertInto('hazard_progress').values(row).execute();
    return stepTaken(work, stored, stored.hazard);
  },
});

/** 申请摘牌 */
export const askForDelisting = command({
  permission: 'hazards.treatMajor',
  name: 'hazards.askDelisting',
  input: delistingInput.extend({ hazardId: id }),
  async run(work, { hazardId, reason }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    await supervise(work, stored, { step: 'askDelisting', note: reason });
    return stepTaken(work, stored, stored.hazard);
  },
});

/** 摘牌, or not yet. */
export const decideOnDelisting = command({
  permission: 'hazards.supervise',
  name: 'hazards.decideDelisting',
  input: decideDelistingInput.safeExtend({ hazardId: id }),
  async run(work, { hazardId, granted, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    await supervise(work, stored, { step: granted ? 'delist' : 'refuseDelisting', note });
    if (granted && (await running(work.tx, hazardId)) === null) await saveHazard(work.tx, stored, stored.hazard, { supervised: false });
    return stepTaken(work, stored, stored.hazard);
  },
});
