import type { CountedRecord } from '../queries.ts';

type Facts = CountedRecord['facts'];

/** How people, what they signed and learnt, and events stood at the cut-off. */
export const peopleStandings = {
  scopeMonths: ({ staffed }: Facts) => (staffed === true ? 'staffed' : 'unstaffed'),
  incidents: ({ reportable, reportedInTime }: Facts) => (reportable === true ? reportStanding(reportedInTime) : null),
  letters: ({ signedOn }: Facts) => (signedOn === null ? 'unsigned' : 'signed'),
  leaderDuties: ({ dueOn, doneOn }: Facts) => dutyStanding(dueOn, doneOn),
  ledInspections: ({ photographed }: Facts) => (photographed === true ? null : 'photoless'),
  newcomers: ({ startedOn, passedOn, hoursMet }: Facts) => (hoursMet === true ? trainingStanding(startedOn, passedOn) : 'hoursShort'),
  transfers: ({ startedOn, passedOn }: Facts) => trainingStanding(startedOn, passedOn),
  trainingYears: ({ met }: Facts) => (met === true ? null : 'hoursShort'),
  certifiedPersons: ({ lapsed }: Facts) => (lapsed === true ? 'unlicensedDays' : null),
  violations: ({ educatedOn, handledOn }: Facts) => (educatedOn === null || handledOn === null ? 'missed' : null),
} as const;

function reportStanding(inTime: Facts[string] | undefined) {
  return inTime === true ? 'reportedInTime' : 'reportedLate';
}

function dutyStanding(dueOn: Facts[string] | undefined, doneOn: Facts[string] | undefined) {
  if (typeof doneOn !== 'string') return 'missed';
  return doneOn <= String(dueOn) ? 'onTime' : 'late';
}

function trainingStanding(startedOn: Facts[string] | undefined, passedOn: Facts[string] | undefined) {
  return typeof passedOn === 'string' && passedOn <= String(startedOn) ? 'trained' : 'untrained';
}
