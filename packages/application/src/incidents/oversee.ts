import {
  cancelDuplicateInput,
  type FindingKind,
  reclassifyIncidentInput,
  recordFindingInput,
  reopenIncidentInput,
  setResponsibilityInput,
} from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { noteEvent, tell } from './events.ts';
import { dropClocks, reviveClocks } from './mark-clocks.ts';
import { changeOf, heldIncident, incidentInScope, incidentWithFacts, saveIncident, step } from './store.ts';

/** 责任认定: whether the unit answers for it, which the assessment counts by. */
export const setResponsibility = command({
  permission: 'incidents.oversee',
  name: 'incidents.setResponsibility',
  input: setResponsibilityInput,
  async run(work, { incidentId, responsibility, basis }) {
    const before = await incidentWithFacts(work, incidentId);
    const after = await saveIncident(work.tx, before, { responsibility, responsibility_basis: basis });
    await noteEvent(work, incidentId, { step: 'setResponsibility', note: basis, facts: { responsibility } });
    return work.trail(changeOf(before, after, { basis }, { basis: before.responsibility_basis }), { responsibility });
  },
});

/** 认定迟报、漏报、谎报、瞒报, or take that back: of one kind the latest finding counts. */
export const recordFinding = command({
  permission: 'incidents.oversee',
  name: 'incidents.recordFinding',
  input: recordFindingInput,
  async run(work, { incidentId, finding, found, onDay, basis }) {
    const { tx, now, today, newId, actor, trail } = work;
    const row = await incidentWithFacts(work, incidentId);
    if (onDay > today) refuse('invalid', 'incidents.future_time');
    const earlier = await statedFinding(work, incidentId, finding);
    const id = newId();
    const fact = { id, incident_id: incidentId, finding, found, on_day: onDay, basis, by_id: actor.personId, recorded_at: now };
    await tx.insertInto('incident_findings').values(fact).execute();
    await noteEvent(work, incidentId, { step: 'recordFinding', note: basis, facts: { finding, found } });
    return trail({ subjectId: incidentId, unitId: row.unit_id, before: earlier, after: { finding, found, onDay, basis } }, { id });
  },
});

/** The latest of a kind; nothing where there has been none. */
async function statedFinding({ tx }: Writing, incidentId: string, finding: FindingKind) {
  const row = await tx
    .selectFrom('incident_findings')
    .select(['finding', 'found', 'on_day as onDay', 'basis'])
    .where('incident_id', '=', incidentId)
    .where('finding', '=', finding)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** 重新打开: what was confirmed of the four gates counts no longer; a report that nobody had confirmed yet waits for that. */
export const reopenIncident = command({
  permission: 'incidents.oversee',
  name: 'incidents.reopen',
  input: reopenIncidentInput,
  async run(work, { incidentId, reason }) {
    const before = await incidentInScope(work.tx, work.scope, incidentId);
    const fresh = { closed_on: null, closed_by_id: null, duplicate_of_id: null, reopenings: before.reopenings + 1, state_reason: reason };
    const unconfirmed = before.leader_informed_at === null && before.state !== 'closed';
    const after = await step(work.tx, before, unconfirmed ? 'takeUp' : 'reopen', fresh);
    if (before.state !== 'closed') await reviveClocks(work, incidentId);
    await noteEvent(work, incidentId, { step: 'reopen', note: reason });
    await tell(work, { incidentId, about: 'reopen', once: after.reopenings });
    return work.trail(changeOf(before, after, { reason }), { state: after.state });
  },
});

/** 重复上报: the other report carries the case. Both are held, so that of two reports each set aside for the other one stays. */
export const cancelDuplicate = command({
  permission: 'incidents.oversee',
  name: 'incidents.cancelDuplicate',
  input: cancelDuplicateInput,
  async run(work, { incidentId, ofId, reason }) {
    const { tx, scope, trail } = work;
    if (incidentId === ofId) refuse('invalid', 'incidents.same_incident');
    for (const each of [incidentId, ofId].toSorted()) await heldIncident(tx, scope, each);
    const before = await incidentInScope(tx, scope, incidentId);
    const carries = await incidentWithFacts(work, ofId);
    const after = await step(tx, before, 'cancelDuplicate', { duplicate_of_id: carries.id, state_reason: reason });
    await dropClocks(work, incidentId);
    await noteEvent(work, incidentId, { step: 'cancelDuplicate', note: reason, facts: { of: carries.number } });
    return trail(changeOf(before, after, { ofId, reason }), { state: after.state });
  },
});

/** 非生产安全事故: illness, suicide, crime. */
export const reclassifyIncident = command({
  permission: 'incidents.oversee',
  name: 'incidents.reclassify',
  input: reclassifyIncidentInput,
  async run(work, { incidentId, reason }) {
    const before = await incidentInScope(work.tx, work.scope, incidentId);
    const after = await step(work.tx, before, 'reclassify', { state_reason: reason });
    await dropClocks(work, incidentId);
    await noteEvent(work, incidentId, { step: 'reclassify', note: reason });
    return work.trail(changeOf(before, after, { reason }), { state: after.state });
  },
});
