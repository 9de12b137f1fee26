import type { Said } from '../oracle.ts';

/** Law is for everybody to read, and binds units by where they lie; headquarters alone writes it down. */
const reading: Said = { by: 'signedIn', about: 'shared' };
const writing: Said = { by: ['hqSafety'], about: 'group' };

export const standards: Readonly<Record<string, Said>> = {
  'GET /standards/rules': { by: 'signedIn', about: 'list' },
  'GET /standards/rules/{ruleId}/versions': reading,
  'POST /standards/rules': writing,
  'POST /standards/rules/{id}/end': writing,
  'GET /standards/clauses': reading,
  'GET /standards/clauses/{code}': reading,
  'POST /standards/clauses': writing,
  'GET /standards/editions': reading,
  'GET /standards/calendar/{year}': reading,
  'POST /standards/calendar/{year}/days': writing,
  'GET /standards/workdays': reading,
};
