import { createAssessmentInput } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';

/** Enters one, in a unit of the caller's branch. Refused for a day that has not come. */
export const createAssessment = command({
  permission: 'assessments.create',
  input: createAssessmentInput,
  async run({ tx, scope, today, newId, trail }, { id = newId(), unitId, name, on }) {
    if (on > today) refuse('invalid', 'assessments.future_date', { on });
    await unitInScope(tx, scope, unitId);
    await tx.insertInto('assessments').values({ id, unit_id: unitId, name, on_day: on }).execute();
    return trail({ subjectId: id, unitId, before: null, after: { name, on } }, { id });
  },
});
