import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { cutOffOf, periodOf } from './period-of.ts';
import { runInput } from './run-assessment.ts';
import { refuseUnlessHeadquarters, schemeInForce } from './scheme-store.ts';

const orderInput = runInput.pick({ schemeCode: true, period: true, knownAt: true, anew: true, reason: true });

/** 安排计算: the worker waits until open changes have settled, and computes. Refused at once where the run itself would be. */
export const orderRun = command({
  permission: 'assessments.run',
  name: 'assessments.order',
  input: orderInput,
  async run(work, { schemeCode, period, knownAt, anew, reason }) {
    refuseUnlessHeadquarters(work);
    const { tx, actor, now, newId, enqueue, trail } = work;
    const named = periodOf(period);
    const scheme = await schemeInForce(tx, schemeCode, named.period.from);
    if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code: schemeCode, version: '' });
    if (!scheme.body.periodKinds.includes(named.kind)) refuse('invalid', 'assessments.period_kind_not_in_scheme', { kind: named.kind });
    const cutOff = await cutOffOf(tx, named, scheme.body);
    if (cutOff.at > now && knownAt === undefined) refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on });
    const id = newId();
    const ordered = { id, schemeCode, period, anew, orderedById: actor.personId, ...(knownAt && { knownAt }), ...(reason && { reason }) };
    await enqueue('assessments.compute', ordered, `${schemeCode}|${period}`);
    return trail({ subjectId: id, before: null, after: { schemeCode, period, anew } }, { id });
  },
});
