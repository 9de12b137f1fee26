import type { Said } from '../oracle.ts';

/** Whoever sees the record sees its photos; whoever reports, rectifies or checks brings some. */
const bringing: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker', 'contractor'],
  about: 'record',
};

export const evidence: Readonly<Record<string, Said>> = {
  'POST /evidence': { ...bringing, ofUnit: true },
  'PUT /evidence/{evidenceId}/content': bringing,
  'PUT /evidence/{evidenceId}/chunks/{offset}': bringing,
  'GET /evidence/{evidenceId}/{size}': {
    by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker', 'analyst'],
    about: 'record',
  },
};
