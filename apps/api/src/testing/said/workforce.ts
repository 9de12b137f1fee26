import type { Said } from '../oracle.ts';

/** Those who lead a unit know its people; the safety officer and headquarters keep the roster; full numbers are for few. */
const knowing: Said = { by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'], about: 'record' };
const keeping: Said = { by: ['hqSafety', 'safetyOfficer'], about: 'record' };

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
};
