import { command } from '../context.ts';
import { planOf, runInput } from './plan-run.ts';
import { refuseUnlessHeadquarters } from './scheme-store.ts';

const orderInput = runInput.pick({ schemeCode: true, period: true, knownAt: true, anew: true, reason: true });

/** 安排计算: the worker waits until open changes have settled, and computes every order once. Refused at once where the run itself would be. */
export const orderRun = command({
  permission: 'assessments.run',
  name: 'assessments.order',
  input: orderInput,
  async run(work, order) {
    refuseUnlessHeadquarters(work);
    const { actor, now, newId, enqueue, trail } = work;
    await planOf(work, { ...order, readAt: now.toISOString(), orderedById: actor.personId });
    const id = newId();
    const { schemeCode, period, knownAt, anew, reason } = order;
    const ordered = { id, schemeCode, period, anew, orderedById: actor.personId, ...(knownAt && { knownAt }), ...(reason && { reason }) };
    await enqueue('assessments.compute', ordered, id);
    return trail({ subjectId: id, before: null, after: { schemeCode, period, anew } }, { id });
  },
});
