import type * as zhCN from '../../zh-CN/analytics/docs.ts';

/** The documentation of the API at `/api/docs`. */
export const docs: typeof zhCN.docs = {
  title: 'Changming API',
  lead: 'Everything lies below /api/v1; the description for machines is /api/openapi.json.',
  contents: 'Contents',
  signIn: 'Who asks',
  signInText:
    'Programs carry a token: Authorization: Bearer cm_…. Those that know only a name and a password (Excel, curl -u) send any name and the token as password. A token never stands in an address. The security administrator issues it for named permissions, units and a time.',
  errors: 'Refusals',
  errorsText:
    'Every refusal is application/problem+json: code is fixed, title is a sentence (Chinese or English by Accept-Language), errors name the field. 401 nobody known, 403 not permitted, 404 missing or outside your units, 409 conflicts with what is, 422 does not fit, 429 too often (try again after Retry-After seconds).',
  data: 'Datasets',
  dataText:
    'CSV, NDJSON and JSON of a dataset say the same to the last digit. Nothing is nothing: an empty cell in CSV, null in JSON, never 0. Every example below can be run as it is.',
  paging: 'Pages and downloads',
  pagingText:
    'JSON comes in pages of 100 rows (limit up to 1000); put next of an answer into after for the next page. CSV and NDJSON stream everything at once: two at a time, 600 readings a minute.',
  csv: 'CSV',
  csvText:
    "UTF-8 with its mark, so that Excel opens it; heads=zh for Chinese heads, heads=en for the names of columns. Text that begins with = + - @ tab line feed or ' gets one ' before it, so that nothing takes it for a formula; without the first ' it is what was written.",
  example: 'Example',
  answers: 'Columns of the answer',
  columns: 'Columns',
  column: 'Column',
  head: 'Head',
  type: 'Type',
  meaning: 'Meaning',
  filters: 'Filters',
  empty: 'May be empty',
  routes: 'All routes',
  method: 'Method',
  path: 'Address',
  summary: 'What for',
  access: 'Permission',
  everybody: 'open',
  own: 'one’s own',
};
