import {
  advance,
  type InvestigationLevel,
  investigationLevelOf,
  investigationLevels,
  startInvestigationInput,
  writeInvestigationInput,
} from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent, tell } from './events.ts';
import { reckon } from './facts.ts';
import { nameInScope } from './handlings.ts';
import { investigationOf, saveInvestigation } from './investigation-store.ts';
import { meetClock } from './mark-clocks.ts';
import { rulesOf } from './rules.ts';
import { changeOf, incidentInScope, saveIncident, step, type StoredIncident, unfinishedIncident } from './store.ts';

/** 启动调查: by whom, at which level. Below the level that the grade calls for it is refused. */
export const startInvestigation = command({
  permission: 'incidents.record',
  name: 'incidents.startInvestigation',
  input: startInvestigationInput,
  async run(work, { incidentId, level, leaderId, team }) {
    const { tx, scope, now, trail } = work;
    const before = await incidentInScope(tx, scope, incidentId);
    await refuseLevel(work, before, level);
    for (const personId of [leaderId, ...team.map((member) => member.personId)]) if (personId !== null) await nameInScope(work, personId);
    const after = await step(tx, before, 'investigate');
    await begin(work, before, { level, leader_id: leaderId, team: JSON.stringify(team) });
    await meetClock(work, { incidentId, code: 'investigationStart' }, now);
    await noteEvent(work, incidentId, { step: 'startInvestigation', facts: { level } });
    await tell(work, { incidentId, about: 'investigate', once: after.version });
    return trail(changeOf(before, after, { level, leaderId, team }), { state: after.state });
  },
});

/** By the grade that was decided or, until one is, by what the facts suggest. */
export async function refuseLevel({ tx }: Writing, row: StoredIncident, level: InvestigationLevel): Promise<void> {
  const grade = row.grade ?? (await reckon(tx, row, await rulesOf(tx, row))).suggested;
  const least = investigationLevelOf({ ...row, grade });
  if (investigationLevels.indexOf(level) < investigationLevels.indexOf(least)) refuse('invalid', 'incidents.level_too_low', { least });
}

type Begun = { readonly level: (typeof investigationLevels)[number]; readonly leader_id: string | null; readonly team: string };

/** A case that is taken up again is investigated anew on what was found before; its report and approval count no longer. */
async function begin({ tx, now, today, newId }: Writing, { id }: StoredIncident, begun: Begun): Promise<void> {
  const anew = { submitted_by_id: null, submitted_at: null, approved_by_id: null, approved_at: null, approved_by_body: null };
  await tx
    .insertInto('incident_investigations')
    .values({ id: newId(), incident_id: id, ...begun, indirect_causes: '[]', chapters: '{}', started_on: today, started_at: now })
    .onConflict((conflict) =>
      conflict.column('incident_id').doUpdateSet((eb) => ({
        ...begun,
        ...anew,
        version: eb('incident_investigations.version', '+', 1),
      })),
    )
    .execute();
}

/** 填写调查: causes, nature, the chapters of the report. Time granted and time of appraisal move the day on which it is due. */
export const writeInvestigation = command({
  permission: 'incidents.record',
  name: 'incidents.writeInvestigation',
  input: writeInvestigationInput,
  async run(work, given) {
    const { incidentId, version, uncertifiedOperation, unpermittedWork } = given;
    const before = await unfinishedIncident(work, incidentId);
    advance(before.state, 'submit');
    const investigation = await investigationOf(work.tx, incidentId);
    await refuseTooLong(work, before, given.extendedDays);
    if (given.level !== undefined) await refuseLevel(work, before, given.level);
    await saveInvestigation(work.tx, { ...investigation, version }, columnsOf(given));
    const found = { uncertified_operation: uncertifiedOperation, unpermitted_work: unpermittedWork };
    const saved = await saveIncident(work.tx, before, found);
    const after = await afterFacts(work, saved, { basis: 'investigation' });
    await noteEvent(work, incidentId, { step: 'writeInvestigation' });
    const { directCause, nature, appraisalDays, extendedDays } = given;
    const told = { directCause, nature, appraisalDays, extendedDays, uncertifiedOperation, unpermittedWork };
    return work.trail(changeOf(before, after, told), { version: version + 1 });
  },
});

async function refuseTooLong({ tx }: Writing, row: StoredIncident, extendedDays: number): Promise<void> {
  const { clocks } = await rulesOf(tx, row);
  if (extendedDays > clocks.extensionDays) refuse('invalid', 'incidents.extension_too_long', { most: clocks.extensionDays });
}

function columnsOf(given: z.output<typeof writeInvestigationInput>) {
  return {
    ...(given.level === undefined ? {} : { level: given.level }),
    appraisal_days: given.appraisalDays,
    extended_days: given.extendedDays,
    direct_cause: given.directCause,
    indirect_causes: JSON.stringify(given.indirectCauses),
    nature: given.nature,
    chapters: JSON.stringify(given.chapters),
    nobody_to_handle: given.nobodyToHandle,
  };
}
