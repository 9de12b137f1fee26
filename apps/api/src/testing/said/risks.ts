import type { Said } from '../oracle.ts';

const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'] as const;
const assessors = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] as const;
const approvers = ['hqSafety', 'unitHead', 'safetyOfficer'] as const;

const record = (by: Said['by']): Said => ({ by, about: 'record' });

/**
 * 风险: whoever leads the work identifies and grades; those who answer for the unit review and publish; everybody who works at a place may
 * read what its risks are (安全生产法 art. 41). The grading tables are the group's.
 */
export const risks: Readonly<Record<string, Said>> = {
  'GET /risks': { by: readers, about: 'list' },
  'GET /risks/counts': { by: readers, about: 'list' },
  'GET /risks/measures': { by: readers, about: 'list' },
  'GET /risks/scales': { by: [...readers, 'worker', 'contractor'], about: 'shared' },
  'POST /risks/scales': { by: ['hqSafety'], about: 'group' },
  'GET /risks/maps/{planId}': record(readers),
  'GET /risks/maps/{planId}/print.pdf': record(readers),
  'POST /risks/maps/{planId}/prints': record(assessors),
  'GET /risks/cards/{code}': record([...readers, 'worker', 'contractor']),
  'POST /risks/documents': { by: readers, about: 'list', onlyReads: true },
  'POST /risks': { ...record(assessors), ofUnit: true },
  'GET /risks/{riskId}': record(readers),
  'PATCH /risks/{riskId}': record(assessors),
  'POST /risks/{riskId}/regrading': record(assessors),
  'POST /risks/{riskId}/regrading-request': record(assessors),
  'POST /risks/{riskId}/review': record(approvers),
  'POST /risks/{riskId}/send-back': record(approvers),
  'POST /risks/{riskId}/publication': record(approvers),
  'POST /risks/{riskId}/archiving': record(approvers),
};
