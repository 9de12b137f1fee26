import { replanInput, sendBackInput, startInput, submitInput } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { assignWork, untilAfter } from './assignments.ts';
import { hazardRules } from './hazard-rules.ts';
import { hazardInSight } from './in-sight.ts';
import { refuseStrangers } from './persons.ts';
import { declarePhotos, photoCounts, photoReceipt } from './photos.ts';
import { hazardInScope, told } from './store.ts';
import { supplyBefore } from './supply-before.ts';
import { stepTaken, takeStep } from './take-step.ts';
import { workdaysAround } from './workdays.ts';

/** 完善或移交整改方案: the five commitments completed, or another person made answerable. The deadline stays. */
export const replanHazard = command({
  permission: 'hazards.plan',
  name: 'hazards.replan',
  input: replanInput.extend({ hazardId: id }),
  async run(work, { hazardId, plan }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const handedOver = plan.responsibleId !== stored.hazard.plan.responsibleId;
    await refuseStrangers(work.tx, work.scope, handedOver ? [plan.responsibleId, plan.leaderId] : [plan.leaderId]);
    if (plan.responsibleUnitId !== stored.hazard.plan.responsibleUnitId && plan.responsibleUnitId !== null)
      await unitInScope(work.tx, work.scope, plan.responsibleUnitId);
    const after = await takeStep(work, stored, ['replan', { plan }], { about: handedOver ? 'assign' : 'replan' });
    if (handedOver && plan.responsibleId !== null)
      await assignWork(work, after, { work: 'hazards.rectify', personId: plan.responsibleId, untilOn: untilAfter(plan.dueOn, work.today) });
    return stepTaken(work, stored, after);
  },
});

/** 开始整改: when nothing of the five commitments is missing. */
export const startHazard = command({
  permission: 'hazards.rectify',
  name: 'hazards.start',
  input: startInput.extend({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  async run(work, { hazardId }) {
    const stored = await hazardInSight(work, hazardId);
    return stepTaken(work, stored, await takeStep(work, stored, ['start', {}]));
  },
});

/** 报验: the photos after are declared with it, and may arrive later; those before too, where the report brought none. */
export const submitHazard = command({
  permission: 'hazards.rectify',
  name: 'hazards.submit',
  input: submitInput.extend({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  async run(work, { hazardId, photos, measures, spent, ...supplied }) {
    const stored = await hazardInSight(work, hazardId);
    await supplyBefore(work, stored, supplied);
    await declarePhotos(work, stored.hazard, 'after', photos);
    const { acceptWorkdays } = await hazardRules(work.tx, { unitId: stored.hazard.unitId, on: work.today });
    const isWorkday = await workdaysAround(work.tx, work.today);
    const facts = { photos: await photoCounts(work.tx, stored), isWorkday, acceptWorkdays };
    const beside = { done: measures ?? stored.row.done, spent, submitted_at: work.now };
    const after = await takeStep(work, stored, ['submit', facts], { beside, note: measures });
    const changed = { subjectId: hazardId, unitId: after.unitId, before: told(stored.hazard), after: told(after) };
    return work.trail(changed, { id: hazardId, stage: after.stage, unitId: after.unitId, photos: await photoReceipt(work.tx, hazardId) });
  },
});

/** 退回 */
export const sendBackHazard = command({
  permission: 'hazards.accept',
  name: 'hazards.sendBack',
  input: sendBackInput.safeExtend({ hazardId: id }),
  async run(work, { hazardId, reason, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const after = await takeStep(work, stored, ['sendBack', { reason: note ?? reason }], { note, facts: { reason } });
    return stepTaken(work, stored, after);
  },
});
