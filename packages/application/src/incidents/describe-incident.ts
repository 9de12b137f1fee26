import { describeIncidentInput, typesOn } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent } from './events.ts';
import { changeOf, incidentWithFacts, refuseFuture, saveIncident, type StoredIncident } from './store.ts';

type Described = z.output<typeof describeIncidentInput>;

/** 补充基本情况: what grade and clocks stand on. The type is one of the edition in force on the day of the event. */
export const describeIncident = command({
  permission: 'incidents.record',
  name: 'incidents.describe',
  input: describeIncidentInput,
  async run(work, { incidentId, version, ...given }) {
    const before = await incidentWithFacts(work, incidentId);
    if (before.version !== version) refuse('conflict', 'incidents.changed_meanwhile', { id: incidentId });
    refuseImpossible(before, given);
    refuseFuture(work, given.rescueEndedAt);
    const saved = await saveIncident(work.tx, before, columnsOf(given));
    const after = await afterFacts(work, saved, { basis: 'describe' });
    await noteEvent(work, incidentId, { step: 'describe' });
    return work.trail(changeOf(before, after, described(after), described(before)), { version: after.version });
  },
});

type Given = Omit<Described, 'incidentId' | 'version'>;

function refuseImpossible({ occurred_on, occurred_at }: StoredIncident, { accidentType, rescueEndedAt }: Given): void {
  if (accidentType !== null && !typesOn(occurred_on).includes(accidentType)) refuse('invalid', 'incidents.type_of_other_edition');
  if (rescueEndedAt !== null && rescueEndedAt < occurred_at) refuse('invalid', 'incidents.before_event');
}

function columnsOf(given: Given) {
  return {
    text: given.text,
    place: given.place,
    accident_type: given.accidentType,
    fire: given.fire || given.fireBrigadeCalled,
    fire_brigade_called: given.fireBrigadeCalled,
    road_traffic: given.roadTraffic,
    related_party: given.relatedParty,
    at_risk: given.atRisk,
    trapped: given.trapped,
    evacuated: given.evacuated,
    dangers: given.dangers,
    special_class: given.specialClass,
    special_triggers: given.specialTriggers,
    rescue_ended_at: given.rescueEndedAt,
  };
}

/** What the trail tells of it. */
function described(row: StoredIncident) {
  const { text, place, accident_type: accidentType, fire, road_traffic: roadTraffic, rescue_ended_at: rescueEndedAt } = row;
  const { at_risk: atRisk, trapped, evacuated, dangers, special_class: specialClass, special_triggers: specialTriggers } = row;
  return {
    text,
    place,
    accidentType,
    fire,
    roadTraffic,
    rescueEndedAt,
    atRisk,
    trapped,
    evacuated,
    dangers,
    specialClass,
    specialTriggers,
  };
}
