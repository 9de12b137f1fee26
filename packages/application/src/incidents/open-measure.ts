import { openMeasureInput } from '@changming/domain/incidents';

import { openAction } from '../actions/index.ts';
import { command } from '../context.ts';
import { noteEvent } from './events.ts';
import { beingSettled } from './handlings.ts';
import { changeOf, step } from './store.ts';

/** 整改措施 of the case, tracked to proof as an action. The first begins 整改. */
export const openMeasure = command({
  permission: 'incidents.record',
  name: 'incidents.openMeasure',
  input: openMeasureInput,
  async run(work, { incidentId, ...measure }) {
    const before = await beingSettled(work, incidentId);
    const { id, changed } = await openAction(work, { ...measure, unitId: before.unit_id, origin: 'incidents', subjectId: incidentId });
    if (changed.length === 0) return work.trail([], { id });
    const after = before.state === 'approved' ? await step(work.tx, before, 'rectify') : before;
    await noteEvent(work, incidentId, { step: 'openMeasure', note: measure.title, facts: { dueOn: measure.dueOn } });
    return work.trail([...changed, changeOf(before, after, { actionId: id })], { id });
  },
});
