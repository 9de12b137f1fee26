import type { Said } from '../oracle.ts';

const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'] as const;
/** Everybody who works for the group has duties and a letter of his own. */
const staff = [...readers, 'worker'] as const;
const line = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'] as const;
const assessors = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer'] as const;

const record = (by: Said['by']): Said => ({ by, about: 'record' });
const list: Said = { by: readers, about: 'list' };
/** 年度责任书: headquarters alone runs it. */
const group: Said = { by: ['hqSafety'], about: 'group' };

export const responsibilities: Readonly<Record<string, Said>> = {
  'GET /responsibilities/duties': { by: staff, about: 'list', handedDown: true },
  'POST /responsibilities/duties': { ...record(['hqSafety', 'safetyOfficer']), ofUnit: true },
  'POST /responsibilities/duties/{dutyId}/editions': record(['hqSafety', 'safetyOfficer']),
  'POST /responsibilities/duties/{dutyId}/ending': record(['hqSafety', 'safetyOfficer']),
  'GET /responsibilities/occurrences': list,
  'GET /responsibilities/mine': { by: staff, about: 'items', handedDown: true },
  'GET /responsibilities/board': list,
  'GET /responsibilities/leads': list,
  'GET /responsibilities/quotas': { ...list, handedDown: true },
  'POST /responsibilities/quotas': { ...record(['hqSafety', 'unitHead']), ofUnit: true },
  'POST /responsibilities/quotas/{quotaId}/ending': record(['hqSafety', 'unitHead']),
  'GET /responsibilities/letters': list,
  'GET /responsibilities/letters/mine': { by: staff, about: 'items' },
  'GET /responsibilities/letters/coverage': list,
  'GET /responsibilities/letters/{letterId}': { ...record(staff), ownOnly: ['worker'] },
  'GET /responsibilities/letters/{letterId}/letter.docx': { ...record(staff), ownOnly: ['worker'] },
  'GET /responsibilities/letters/{letterId}/letter.pdf': { ...record(staff), ownOnly: ['worker'] },
  'POST /responsibilities/letters/issuing': { ...record(line), ofUnit: true },
  'POST /responsibilities/letters/{letterId}/signature': record(staff),
  'POST /responsibilities/letters/assessment': record(assessors),
  'POST /responsibilities/letters/document': { ...list, onlyReads: true },
  'GET /responsibilities/campaigns': { by: readers, about: 'shared' },
  'POST /responsibilities/campaigns': group,
  'PUT /responsibilities/campaigns/{campaignId}': group,
  'POST /responsibilities/campaigns/{campaignId}/opening': group,
  'POST /responsibilities/campaigns/{campaignId}/closing': group,
};
