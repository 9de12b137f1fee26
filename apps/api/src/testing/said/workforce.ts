import type { Said } from '../oracle.ts';

/** Those who lead a unit know its people; the safety officer and headquarters keep the roster; full numbers are for few. */
const knowing: Said = { by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'], about: 'record' };
const keeping: Said = { by: ['hqSafety', 'safetyOfficer'], about: 'record' };

/** 值班: everybody of a unit sees who is on duty and stands his own watch; whoever answers for the unit plans and checks. */
const watching: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker', 'analyst'],
  about: 'record',
};
const standing: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker'],
  about: 'record',
};
const planning: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'record' };

export const workforce: Readonly<Record<string, Said>> = {
  'GET /workforce/persons': { ...knowing, about: 'list' },
  'GET /workforce/persons/{personId}': knowing,
  'POST /workforce/persons': { ...keeping, ofUnit: true },
  'PUT /workforce/persons/{personId}': keeping,
  'POST /workforce/persons/{personId}/rejoining': keeping,
  'POST /workforce/persons/{personId}/leaving': keeping,
  'POST /workforce/persons/{personId}/handover': keeping,
  'GET /workforce/persons/{personId}/duties': keeping,
  'POST /workforce/persons/{personId}/unmasking': { by: ['hqSafety', 'unitHead'], about: 'record' },
  'POST /workforce/identity-lookup': { ...keeping, about: 'items' },
  'POST /workforce/picking': { ...knowing, about: 'items' },
  'POST /workforce/appointments': keeping,
  'POST /workforce/appointments/{appointmentId}/ending': keeping,
  'GET /workforce/units/{unitId}/appointments': { ...knowing, ofUnit: true },
  'POST /workforce/persons/{personId}/absences': keeping,
  'POST /workforce/absences/{absenceId}/ending': keeping,
  'GET /workforce/responsibility': { ...knowing, ofUnit: true },
  'GET /workforce/units-without-first': { ...knowing, about: 'list' },
  'GET /workforce/persons/{personId}/gate': knowing,
  'POST /workforce/gate-overrides': { by: ['hqSafety', 'unitHead'], about: 'record' },
  'GET /workforce/gate-overrides': { ...knowing, about: 'list' },
  'GET /watch/roster': { ...watching, ofUnit: true },
  'POST /watch/roster/documents': { ...watching, ofUnit: true, onlyReads: true },
  'GET /watch/board': { ...watching, about: 'shared' },
  'GET /watch/on-duty': { ...watching, ofUnit: true },
  'GET /me/on-duty': { ...watching, about: 'shared' },
  'POST /me/on-duty/calls': { ...watching, about: 'shared' },
  'POST /watch/schemes': { ...planning, ofUnit: true },
  'POST /watch/roster': { ...planning, ofUnit: true },
  'POST /watch/shifts/{shiftId}/swap': planning,
  'POST /watch/shifts/{shiftId}/calls': planning,
  'GET /me/watch': { ...standing, about: 'shared' },
  'GET /watch/shifts/{shiftId}': standing,
  'POST /watch/shifts/{shiftId}/check-in': standing,
  'POST /watch/shifts/{shiftId}/hand-over': standing,
  'POST /watch/shifts/{shiftId}/take-over': standing,
  'GET /workforce/certificates': { ...knowing, about: 'list' },
  'POST /workforce/certificates/documents': { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'list', onlyReads: true },
  'GET /workforce/certificate-items': { ...knowing, about: 'shared' },
  'GET /workforce/certificate-counts': { ...knowing, about: 'list' },
  'GET /workforce/own-certificates': { ...watching, about: 'items' },
  'GET /workforce/certificates/{certificateId}': knowing,
  'POST /workforce/certificates': keeping,
  'POST /workforce/certificates/{certificateId}/review': keeping,
  'POST /workforce/certificates/{certificateId}/renewal': keeping,
  'POST /workforce/certificates/{certificateId}/revocation': keeping,
  'POST /workforce/certificates/{certificateId}/correction': keeping,
  'POST /workforce/certificates/{certificateId}/photo': keeping,
  'GET /workforce/certificates/{certificateId}/photo/{size}': { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'record' },
  'GET /workforce/own-certificates/{certificateId}/photo/{size}': { ...watching, about: 'shared' },
  'GET /workforce/certified-posts': { ...knowing, about: 'list' },
  'POST /workforce/certified-posts': keeping,
  'POST /workforce/certified-posts/{certifiedPostId}/ending': keeping,
  'GET /workforce/units/{unitId}/candidates': { ...knowing, ofUnit: true },
  'GET /workforce/staffing': { ...knowing, about: 'list' },
  'GET /workforce/units/{unitId}/safety-officers': { ...knowing, ofUnit: true },
  'PUT /workforce/units/{unitId}/safety-bodies': { ...keeping, ofUnit: true },
  'PUT /workforce/appointments/{appointmentId}/part-time': keeping,
  'GET /workforce/pool': { ...knowing, about: 'list' },
};
