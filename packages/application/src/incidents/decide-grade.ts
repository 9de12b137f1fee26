import { decideGradeInput, objectionToGrade } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { insertEntry } from './after-facts.ts';
import { noteEvent, tell } from './events.ts';
import { reckon } from './facts.ts';
import { keepClocks } from './keep-clocks.ts';
import { rulesOf } from './rules.ts';
import { changeOf, incidentWithFacts, saveIncident } from './store.ts';

/**
 * 定级: the product suggests, a person decides; both are kept. Refused when the facts have come to suggest something else since the person
 * looked, after 补报期 for anything but what the facts of the window make it, and below the facts for anybody but headquarters.
 */
export const decideGrade = command({
  permission: 'incidents.grade',
  input: decideGradeInput,
  async run(work, { incidentId, grade, eventClass, basis, suggested }) {
    const { tx, now, today, actor, may, trail } = work;
    const before = await incidentWithFacts(work, incidentId);
    if (before.state === 'reported') refuse('conflict', 'incidents.wrong_state', { no: before.number });
    const rules = await rulesOf(tx, before);
    const reckoned = await reckon(tx, before, rules);
    if (reckoned.suggested !== suggested) refuse('conflict', 'incidents.grade_outdated');
    const mayLower = may('incidents.oversee', before.unit_pos);
    const reason = objectionToGrade({ ...reckoned, grade, eventClass, today, mayLower });
    if (reason !== null) refuse('conflict', reason, { until: reckoned.supplementUntil });
    const after = await saveIncident(tx, before, { grade, event_class: eventClass, graded_by_id: actor.personId, graded_at: now });
    await insertEntry(work, after, { kind: 'decided', grade, reckoned, basis });
    await keepClocks(work, { row: after, reckoned, rules }, { knownAt: now, casualtiesChanged: false });
    await noteEvent(work, incidentId, { step: 'grade', note: basis, facts: { grade, eventClass, suggested } });
    await tell(work, { incidentId, about: 'grade', once: now.toISOString() });
    return trail(changeOf(before, after, { basis, suggested }), { grade });
  },
});
