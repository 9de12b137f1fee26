import type { Said } from '../oracle.ts';

/** Whoever leads or analyses in the branch sees what was held there and who was there; whoever leads people holds it. */
const reading: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'],
  about: 'record',
};
const holding: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'], about: 'record' };
const planning: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'record' };
const approving: Said = { by: ['hqSafety', 'unitHead'], about: 'record' };
/** 学时更正. */
const correcting: Said = { by: ['hqSafety', 'safetyOfficer'], about: 'record' };
/** One's own hours. */
const own: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst', 'worker'],
  about: 'items',
};

export const heldTraining: Readonly<Record<string, Said>> = {
  'GET /training/sessions': { ...reading, about: 'list' },
  'GET /training/sessions/{sessionId}': reading,
  'POST /training/sessions/documents': { ...reading, about: 'list', onlyReads: true },
  'POST /training/sessions/{sessionId}/documents': { ...reading, onlyReads: true },
  'POST /training/sessions': { ...holding, ofUnit: true },
  'PATCH /training/sessions/{sessionId}': holding,
  'POST /training/sessions/{sessionId}/people': holding,
  'POST /training/sessions/{sessionId}/dismissals': holding,
  'POST /training/sessions/{sessionId}/marks': holding,
  'POST /training/sessions/{sessionId}/closing': holding,
  'POST /training/sessions/{sessionId}/cancelling': holding,
  'POST /training/quick-sessions': { ...holding, ofUnit: true },
  'POST /training/credits/{creditId}/corrections': correcting,
  'POST /training/sign-ins': { by: 'signedIn', about: 'self' },
  'GET /training/team': { ...holding, about: 'list' },
  'GET /training/mine': { ...own, handedDown: true },
  'GET /training/courses': { ...reading, about: 'list', handedDown: true },
  'POST /training/courses': { ...planning, ofUnit: true },
  'POST /training/courses/{courseId}/retirement': planning,
  'GET /training/plans': { ...reading, about: 'list' },
  'GET /training/plans/{planId}': reading,
  'GET /training/plan-proposals': { ...reading, about: 'list' },
  'POST /training/plans': { ...planning, ofUnit: true },
  'PUT /training/plans/{planId}/lines': planning,
  'POST /training/plans/{planId}/approval': approving,
  'POST /training/gate-starts': { by: ['hqSafety'], about: 'record', ofUnit: true },
  'GET /training/hours': { ...reading, about: 'list' },
  'POST /training/hours/documents': { ...reading, about: 'list', onlyReads: true },
  'GET /training/hours/units': { ...reading, about: 'list' },
  'GET /training/people/{personId}': reading,
  'GET /training/owed': { ...reading, about: 'list' },
  'GET /training/dedicated': { ...reading, about: 'list' },
  'GET /training/changes': { ...reading, about: 'list' },
  'POST /training/changes': { ...planning, ofUnit: true },
  'POST /training/changes/{changeId}/withdrawal': planning,
  'GET /training/counts': { ...reading, about: 'items' },
};
