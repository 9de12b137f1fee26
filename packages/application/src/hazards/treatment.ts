import {
  advanceTreatment,
  decideInput,
  evaluateInput,
  tellAuthorityInput,
  treatmentPlanInput,
  type TreatmentFacts,
  type TreatmentStep,
} from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { isOneLevelUp } from './level-up.ts';
import { hazardInScope, saveHazard, type StoredHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

type Said = Omit<TreatmentFacts, 'by' | 'on'> & { readonly on?: string; readonly note?: string | undefined };

/** One step of the 治理 of a major hazard, beside its stage. */
async function treat(work: Writing, stored: StoredHazard, step: TreatmentStep, { note, ...said }: Said) {
  const after = advanceTreatment(stored.hazard, step, { by: personOf(work), on: work.today, ...said });
  await saveHazard(work.tx, stored, after);
  await recordEvent(work, { hazard: after, step, note });
  await tell(work, after.id, step, stored.row.version);
  return stepTaken(work, stored, after);
}

/** 报告主管部门 (安全生产法 art. 41): recorded with the authority and the day. */
export const tellAuthority = command({
  permission: 'hazards.treatMajor',
  name: 'hazards.tellAuthority',
  input: tellAuthorityInput.extend({ hazardId: id }),
  async run(work, { hazardId, authority, toldOn = work.today }) {
    if (toldOn > work.today) refuse('invalid', 'hazards.told_after_today', { on: toldOn });
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    return treat(work, stored, 'tellAuthority', { authority, on: toldOn, note: authority });
  },
});

/** 治理方案 with its six contents (Order 16 art. 15). */
export const draftTreatment = command({
  permission: 'hazards.treatMajor',
  name: 'hazards.draftTreatment',
  input: treatmentPlanInput.extend({ hazardId: id }),
  async run(work, { hazardId, ...plan }) {
    return treat(work, await hazardInScope(work.tx, work.scope, hazardId), 'draft', { plan });
  },
});

/** 审批治理方案, one level up: approved, or returned with a note. */
export const decideOnTreatment = command({
  permission: 'hazards.approveTreatment',
  name: 'hazards.decideTreatment',
  input: decideInput.safeExtend({ hazardId: id }),
  async run(work, { hazardId, granted, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const oneLevelUp = await isOneLevelUp(work, 'hazards.approveTreatment', stored.hazard.unitId);
    return treat(work, stored, granted ? 'approve' : 'returnDraft', { oneLevelUp, note });
  },
});

/** 自评 or 专家评估 before acceptance (Order 16 art. 18). */
export const evaluateTreatment = command({
  permission: 'hazards.treatMajor',
  name: 'hazards.evaluateTreatment',
  input: evaluateInput.extend({ hazardId: id }),
  async run(work, { hazardId, evaluation, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    return treat(work, stored, 'evaluate', { evaluation, note });
  },
});
