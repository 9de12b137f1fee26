import {
  decideInvestigationInput,
  missingChapters,
  sendBackInvestigationInput,
  submitInvestigationInput,
} from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { noteEvent, tell } from './events.ts';
import { investigationOf, saveInvestigation, type StoredInvestigation } from './investigation-store.ts';
import { refuseOutdated } from './grade-outdated.ts';
import { refuseLevel } from './investigate.ts';
import { meetClock, owedAgain } from './mark-clocks.ts';
import { changeOf, incidentInScope, step, type StoredIncident } from './store.ts';

/** 提交调查报告: graded, with its causes and every chapter that its grade asks for. */
export const submitInvestigation = command({
  permission: 'incidents.record',
  name: 'incidents.submitInvestigation',
  input: submitInvestigationInput,
  async run(work, { incidentId }) {
    const { tx, scope, now, actor, trail } = work;
    const before = await incidentInScope(tx, scope, incidentId);
    const investigation = await investigationOf(tx, incidentId);
    refuseIncomplete(before, investigation);
    await refuseOutdated(tx, incidentId);
    await refuseLevel(work, before, investigation.level);
    const after = await step(tx, before, 'submit');
    await saveInvestigation(tx, investigation, { submitted_by_id: actor.personId, submitted_at: now });
    await meetClock(work, { incidentId, code: 'investigationReport' }, now);
    await noteEvent(work, incidentId, { step: 'submitInvestigation' });
    await tell(work, { incidentId, about: 'submit', once: after.version });
    return trail(changeOf(before, after), { state: after.state });
  },
});

function refuseIncomplete({ grade, state }: StoredIncident, { chapters, direct_cause, indirect_causes }: StoredInvestigation): void {
  if (state !== 'investigating') refuse('conflict', 'incidents.not_being_investigated');
  if (grade === null) refuse('conflict', 'incidents.not_graded');
  if (direct_cause === null || indirect_causes.length === 0) refuse('invalid', 'incidents.cause_missing');
  const missing = missingChapters(chapters, grade);
  if (missing.length > 0) refuse('invalid', 'incidents.chapters_missing', { count: missing.length });
}

/** 批复. On the scale headquarters records the reply of the authority; below it the head of the unit may. Nobody approves his own report. */
export const approveInvestigation = command({
  permission: 'incidents.approve',
  input: decideInvestigationInput,
  async run(work, { incidentId, body, note }) {
    const { tx, now, actor, trail } = work;
    const { before, investigation } = await submitted(work, incidentId);
    if (investigation.submitted_by_id === actor.personId) refuse('forbidden', 'incidents.self_approval');
    const after = await step(tx, before, 'approve');
    await saveInvestigation(tx, investigation, { approved_by_id: actor.personId, approved_at: now, approved_by_body: body, note });
    await noteEvent(work, incidentId, { step: 'approve', note, facts: { body } });
    await tell(work, { incidentId, about: 'approve', once: after.version });
    return trail(changeOf(before, after, { body }), { state: after.state });
  },
});

export const sendBackInvestigation = command({
  permission: 'incidents.approve',
  name: 'incidents.sendBackInvestigation',
  input: sendBackInvestigationInput,
  async run(work, { incidentId, note }) {
    const { before, investigation } = await submitted(work, incidentId);
    const after = await step(work.tx, before, 'sendBack');
    await saveInvestigation(work.tx, investigation, { submitted_by_id: null, submitted_at: null, note });
    await owedAgain(work, incidentId);
    await noteEvent(work, incidentId, { step: 'sendBack', note });
    await tell(work, { incidentId, about: 'sendBack', once: after.version });
    return work.trail(changeOf(before, after, { note }), { state: after.state });
  },
});

async function submitted({ tx, scope, may }: Writing, incidentId: string) {
  const before = await incidentInScope(tx, scope, incidentId);
  if (before.grade !== 'none' && before.grade !== null && !may('incidents.oversee', before.unit_pos))
    refuse('forbidden', 'incidents.approved_by_headquarters');
  return { before, investigation: await investigationOf(tx, incidentId) };
}
