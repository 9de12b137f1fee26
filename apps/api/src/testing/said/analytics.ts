import type { Said } from '../oracle.ts';

/** Data are read by those who answer for the numbers and by analysts, each within his branch; a token carries it. */
const reading: Said = { by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'analyst'], about: 'list' };

export const analytics: Readonly<Record<string, Said>> = {
  'GET /analytics': { ...reading, about: 'shared' },
  'GET /analytics/units': reading,
  'GET /analytics/unitHistory': reading,
  'GET /analytics/hazards': reading,
  'GET /analytics/lookBacks': reading,
  'GET /analytics/dueMonths': reading,
  'GET /analytics/results': reading,
  'GET /analytics/indicators': reading,
};
