import type * as zhCN from '../../zh-CN/analytics/desk.ts';

/** The page of datasets on the desk. */
export const desk: typeof zhCN.desk = {
  title: 'Data',
  lead: 'Takes the data of the platform to Excel, Python or a reporting tool. What every column means stands here; the numbers are those of the pages to the last digit.',
  datasets: 'Datasets',
  docs: 'API documentation',
  download: 'Download CSV',
  examples: 'Examples',
  columns: 'Columns',
  head: 'Head',
  column: 'Column',
  type: 'Type',
  meaning: 'Meaning',
  filters: 'Filters',
  empty: 'may be empty',
  masked: 'masked',
  tokenLead: 'Programs show a token, which says what they may see, of which units and until when. You need none to download yourself.',
  tokenIssue: 'Issue a token',
  tokenAsk: 'Ask the security administrator for one that may read the catalogue of datasets (analytics.read).',
};
