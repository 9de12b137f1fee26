import type { Role, Said } from '../oracle.ts';

const officers = ['hqSafety', 'unitHead', 'safetyOfficer'] as const;
const deciding = ['hqSafety', 'unitHead'] as const;
/** What was found about persons is for those who answer for the unit, and for who analyses. */
const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'analyst'] as const;
const everybodyHere: readonly Role[] = [...readers, 'teamLeader', 'worker', 'contractor'];
const hands: readonly Role[] = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker', 'contractor'];

const record = (by: Said['by']): Said => ({ by, about: 'record' });

/**
 * 事件: anyone who works here reports one and follows it; officers record what is known; the head of the unit grades, approves and closes;
 * what a unit may not decide about itself is headquarters' business.
 */
export const incidents: Readonly<Record<string, Said>> = {
  'GET /incidents': { by: readers, about: 'list' },
  'GET /incidents/counts': { by: readers, about: 'list' },
  'POST /incidents/documents': { by: readers, about: 'list', onlyReads: true },
  'POST /incidents/orders': { by: readers, about: 'list', onlyReads: true },
  'GET /me/incident-documents': { by: readers, about: 'shared' },
  'GET /me/incident-documents/{documentId}/file': { by: readers, about: 'shared' },
  'POST /incidents/{incidentId}/quick-report': { ...record(readers), onlyReads: true },
  'GET /incidents/{incidentId}': record(readers),
  'GET /me/incidents': { by: everybodyHere, about: 'shared' },
  'GET /me/incidents/{incidentId}': { by: everybodyHere, about: 'record', ownOnly: everybodyHere },
  'POST /incidents': { ...record(hands), ofUnit: true },
  'POST /incidents/{incidentId}/confirmation': record(officers),
  'PATCH /incidents/{incidentId}': record(officers),
  'POST /incidents/{incidentId}/times': record(['hqSafety']),
  'POST /incidents/{incidentId}/grades': record(deciding),
  'PUT /incidents/{incidentId}/responsibility': record(['hqSafety']),
  'POST /incidents/{incidentId}/findings': record(['hqSafety']),
  'POST /incidents/{incidentId}/gates': record(officers),
  'POST /incidents/{incidentId}/closing': record(deciding),
  'POST /incidents/{incidentId}/reopening': record(['hqSafety']),
  'POST /incidents/{incidentId}/cancellation': record(['hqSafety']),
  'POST /incidents/{incidentId}/reclassification': record(['hqSafety']),
  'POST /incidents/{incidentId}/reports': record(officers),
  'POST /incidents/{incidentId}/casualties': record(officers),
  'POST /incidents/{incidentId}/losses': record(officers),
  'POST /incidents/{incidentId}/hazards': record(officers),
  'POST /incidents/{incidentId}/investigation': record(officers),
  'PATCH /incidents/{incidentId}/investigation': record(officers),
  'POST /incidents/{incidentId}/investigation/submission': record(officers),
  'POST /incidents/{incidentId}/investigation/approval': record(deciding),
  'POST /incidents/{incidentId}/investigation/return': record(deciding),
  'POST /incidents/{incidentId}/handlings': record(officers),
  'POST /incidents/{incidentId}/handlings/{handlingId}/execution': record(officers),
  'POST /incidents/{incidentId}/handlings/{handlingId}/withdrawal': record(deciding),
  'POST /incidents/{incidentId}/measures': record(officers),
  'POST /incidents/{incidentId}/briefings': record(officers),
  'POST /incidents/{incidentId}/trainings': record(officers),
};
