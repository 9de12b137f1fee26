import type { Said } from '../oracle.ts';

/** Those who keep the roster import it; for their own branch, and nobody else reads what stands in the file. */
const importing: Said = { by: ['hqSafety', 'safetyOfficer'], about: 'record' };

export const imports: Readonly<Record<string, Said>> = {
  'GET /imports': { ...importing, about: 'shared' },
  'POST /imports': { ...importing, ofUnit: true },
  'PUT /imports/{batchId}/content': importing,
  'GET /imports/templates/{kind}': { ...importing, about: 'shared' },
  'GET /imports/{batchId}': importing,
  'GET /imports/{batchId}/rows': importing,
  'GET /imports/{batchId}/groups': importing,
  'GET /imports/{batchId}/records': importing,
  'PUT /imports/{batchId}/answers': importing,
  'POST /imports/{batchId}/run': importing,
  'GET /imports/{batchId}/errors': importing,
};
