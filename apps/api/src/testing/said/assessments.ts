import type { Said } from '../oracle.ts';

/** Heads, officers and analysts read the scores of their branch, and the runs in which it has some; headquarters computes and keeps the schemes; two of its people publish. */
const reading: Said = { by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'analyst'], about: 'record' };
const keeping: Said = { by: ['hqSafety'], about: 'group' };
const deciding: Said = { by: ['hqLeader', 'hqSafety'], about: 'group' };
const answering: Said = { by: ['unitHead'], about: 'record' };

export const assessments: Readonly<Record<string, Said>> = {
  'GET /assessments/schemes': { ...reading, about: 'shared' },
  'GET /assessments/schemes/{code}/{version}': { ...reading, about: 'shared' },
  'POST /assessments/schemes': keeping,
  'POST /assessments/schemes/{code}/{version}/publication': deciding,
  'GET /assessments/runs': { ...reading, about: 'shared' },
  'POST /assessments/runs': keeping,
  'GET /assessments/runs/{runId}': reading,
  'GET /assessments/runs/{runId}/receipt': reading,
  'GET /assessments/runs/{runId}/diff': reading,
  'POST /assessments/runs/{runId}/{step}': keeping,
  'POST /assessments/runs/{runId}/conclusion/{step}': deciding,
  'GET /assessments/runs/{runId}/results': { ...reading, about: 'list' },
  'GET /assessments/runs/{runId}/results/{unitId}': reading,
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records': reading,
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records/check': reading,
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records/plan-gaps': reading,
  'GET /assessments/units/{unitId}/trend': { ...reading, about: 'list' },
  'POST /assessments/runs/{runId}/results/{unitId}/confirmation': answering,
  'POST /assessments/runs/{runId}/results/{unitId}/appeals': answering,
  'POST /assessments/appeals/{appealId}/answer': deciding,
  'GET /assessments/findings': { ...reading, about: 'list' },
  'POST /assessments/findings': keeping,
  'POST /assessments/findings/{findingId}/decision': deciding,
};
