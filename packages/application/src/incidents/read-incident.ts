import {
  awaitsGrading,
  dangerReasons,
  gateStandings,
  injuryCode,
  investigationLevelOf,
  objection,
  objectionToClosing,
  presentTypesOf,
  typeCode,
  typesOn,
} from '@changming/domain/incidents';

import { actionsOf } from '../actions/index.ts';
import { query, type Reading } from '../context.ts';
import { trainingHeldAbout } from '../training/index.ts';
import { reckon } from './facts.ts';
import { photosOf } from './photos.ts';
import { confirmedGates, proofsOf } from './proofs.ts';
import { namesOn } from './names.ts';
import { casualtiesOf, eventsOf, findingsOf, gradesOf, lossesOf } from './read-facts.ts';
import {
  briefingsOf,
  clocksOf,
  gateRecordsOf,
  handlingsOf,
  hazardsOf,
  readInvestigation,
  reportsOf,
  timeCorrectionsOf,
} from './read-records.ts';
import { rulesOf } from './rules.ts';
import { incidentInScope, type StoredIncident } from './store.ts';

/** One case with everything that stands beside it, what it comes to by the rules of its day, and what the caller may do. */
export const readIncident = query({
  permission: 'incidents.read',
  async run(work, { incidentId }: { readonly incidentId: string }) {
    const { tx, scope } = work;
    const row = await incidentInScope(tx, scope, incidentId);
    const names = await namesOn(tx, [incidentId]);
    const grades = await gradesOf(tx, incidentId, names);
    return {
      ...(await headOf(work, row, names)),
      ...(await reckonedOf(work, row)),
      awaitsGrading: row.state !== 'reported' && awaitsGrading(grades),
      casualties: await casualtiesOf(tx, incidentId, names),
      losses: await lossesOf(tx, incidentId),
      grades,
      findings: await findingsOf(tx, incidentId, names),
      clocks: await clocksOf(work, incidentId),
      reports: await reportsOf(tx, incidentId, names),
      investigation: await readInvestigation(tx, incidentId, names),
      handlings: await handlingsOf(tx, incidentId, names),
      timeCorrections: await timeCorrectionsOf(tx, incidentId, names),
      measures: await actionsOf(tx, [incidentId]),
      hazards: await hazardsOf(tx, incidentId),
      briefings: await briefingsOf(tx, incidentId),
      trainings: await trainingHeldAbout(tx, incidentId),
      ...(await gatesOf(work, row, { names, gradeOutdated: awaitsGrading(grades) })),
      events: await eventsOf(tx, incidentId, names),
      photos: await photosOf(tx, incidentId),
      may: mayOf(work, row),
    };
  },
});

type Names = ReadonlyMap<string, string>;

async function headOf({ tx, today }: Reading, row: StoredIncident, names: Names) {
  const { name: unit } = await tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    today,
    unitId: row.unit_id,
    unit,
    place: row.place,
    text: row.text,
    state: row.state,
    stateReason: row.state_reason,
    duplicateOfId: row.duplicate_of_id,
    eventClass: row.event_class,
    accidentType: row.accident_type,
    typeCode: row.accident_type === null ? null : typeCode(row.accident_type),
    presentTypes: row.accident_type === null ? [] : [...presentTypesOf(row.accident_type)],
    injuryCode: injuryCode(row),
    typesToChoose: [...typesOn(row.occurred_on)],
    occurredOn: row.occurred_on,
    occurredAt: row.occurred_at,
    discoveredAt: row.discovered_at,
    leaderInformedAt: row.leader_informed_at,
    leader: nameOf(row.leader_id),
    rescueEndedAt: row.rescue_ended_at,
    reporter: nameOf(row.reported_by_id),
    reportedAt: row.reported_at,
    recordedAt: row.recorded_at,
    clockSuspect: row.clock_suspect,
    closedOn: row.closed_on,
    closedBy: nameOf(row.closed_by_id),
    reopenings: row.reopenings,
    libraryItemId: row.library_item_id,
    ...gravityOf(row),
    ...judgedOf(row, nameOf),
  };
}

function gravityOf(row: StoredIncident) {
  return {
    fire: row.fire,
    fireBrigadeCalled: row.fire_brigade_called,
    roadTraffic: row.road_traffic,
    relatedParty: row.related_party,
    atRisk: row.at_risk,
    trapped: row.trapped,
    evacuated: row.evacuated,
    dangers: row.dangers,
    specialClass: row.special_class,
    specialTriggers: row.special_triggers,
    deaths: row.deaths,
    serious: row.serious,
    minor: row.minor,
    missing: row.missing,
    lossFen: row.loss_fen,
    uncertifiedOperation: row.uncertified_operation,
    unpermittedWork: row.unpermitted_work,
  };
}

function judgedOf(row: StoredIncident, nameOf: (id: string | null) => string | null) {
  return {
    grade: row.grade,
    gradedBy: nameOf(row.graded_by_id),
    gradedAt: row.graded_at,
    responsibility: row.responsibility,
    responsibilityBasis: row.responsibility_basis,
  };
}

async function reckonedOf({ tx }: Reading, row: StoredIncident) {
  const rules = await rulesOf(tx, row);
  const { suggested, provisional, supplementUntil, inWindow, firstAid, counts } = await reckon(tx, row, rules);
  const { at_risk: atRisk, trapped, evacuated, dangers } = row;
  return {
    suggested,
    provisional,
    supplementUntil,
    inWindow,
    firstAid,
    dangerReasons: dangerReasons({ atRisk, trapped, evacuated, dangers, missing: counts.missing }, rules),
    levelOwed: investigationLevelOf({ ...row, grade: row.grade ?? suggested }),
  };
}

type Along = { readonly names: Names; readonly gradeOutdated: boolean };

async function gatesOf({ tx }: Reading, row: StoredIncident, { names, gradeOutdated }: Along) {
  const proofs = await proofsOf(tx, row.id);
  const standings = gateStandings(proofs, await confirmedGates(tx, row));
  const { event_class: eventClass, responsibility } = row;
  const closing = objectionToClosing({ standings, gradeOutdated, eventClass, responsibility }, await rulesOf(tx, row));
  const records = await gateRecordsOf(tx, row, names);
  const gates = standings.map((standing) => ({
    ...standing,
    ...(records.get(standing.gate) ?? { by: null, at: null, evidence: null }),
  }));
  return { gates, educated: proofs.educated, closingObjection: closing };
}

function mayOf({ may }: Reading, { unit_pos, state }: StoredIncident) {
  const at = (permission: Parameters<typeof may>[0]) => may(permission, unit_pos);
  return {
    confirm: at('incidents.confirm'),
    record: at('incidents.record'),
    grade: at('incidents.grade'),
    approve: at('incidents.approve'),
    confirmGate: at('incidents.confirmGate'),
    close: at('incidents.close'),
    oversee: at('incidents.oversee'),
    steps: stepsFrom(state),
  };
}

const offered = ['confirm', 'investigate', 'submit', 'sendBack', 'approve', 'close', 'reopen', 'cancelDuplicate', 'reclassify'] as const;

/** The steps that the state allows; what else stands against one is told when it is taken. */
function stepsFrom(state: StoredIncident['state']) {
  return offered.filter((step) => objection(state, step) === null);
}
