import type { Said } from '../oracle.ts';

/** Whoever works, leads or analyses in the branch sees what is asked of it. */
const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'] as const;
const reading: Said = { by: readers, about: 'record' };
/** A worker sees his own, and no other. */
const following: Said = { by: [...readers, 'worker'], about: 'record', ownOnly: ['worker'] };
const assigning: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'], about: 'record' };
const doing: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker'], about: 'record' };
const verifying: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'record' };
/** 取消、延期、改派验证人: whoever answers for the unit. */
const deciding: Said = { by: ['hqSafety', 'unitHead'], about: 'record' };

export const actions: Readonly<Record<string, Said>> = {
  'GET /actions': { ...reading, about: 'list' },
  'GET /actions/counts': { ...reading, about: 'list' },
  'GET /me/actions': { by: following.by, about: 'shared' },
  'POST /actions/documents': { ...reading, about: 'list', onlyReads: true },
  'POST /actions/orders': { by: readers, about: 'list', onlyReads: true },
  'GET /me/action-documents': { by: readers, about: 'shared' },
  'GET /me/action-documents/{documentId}/file': { by: readers, about: 'shared' },
  'GET /actions/{actionId}': following,
  'POST /actions': { ...assigning, ofUnit: true },
  'POST /actions/{actionId}/submission': doing,
  'POST /actions/{actionId}/return': verifying,
  'POST /actions/{actionId}/verification': verifying,
  'POST /actions/{actionId}/cancellation': deciding,
  'POST /actions/{actionId}/reassignment': assigning,
  'POST /actions/{actionId}/verifier': deciding,
  'POST /actions/{actionId}/effect': verifying,
  'POST /actions/{actionId}/extension': doing,
  'POST /actions/{actionId}/extension/decision': deciding,
};
