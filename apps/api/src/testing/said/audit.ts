import type { Said } from '../oracle.ts';

/**
 * The audit administrator reads everything that was done; those who answer for a unit read what was done to its records;
 * those who keep accounts and their powers, what was done to accounts.
 */
export const audit: Readonly<Record<string, Said>> = {
  'GET /audit/trail': { by: ['auditAdmin'], about: 'items', byToken: false },
  'GET /audit/records/{subjectId}/trail': {
    by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'],
    about: 'items',
  },
  'GET /audit/accounts/{accountId}/trail': { by: ['systemAdmin', 'securityAdmin'], about: 'record', byToken: false },
  'GET /audit/sealing': { by: ['auditAdmin'], about: 'shared', byToken: false },
};
