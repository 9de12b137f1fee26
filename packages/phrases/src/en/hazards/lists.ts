import type { ListColumn, StandardFigures, ThreeList } from '@changming/domain/hazards';

export const lists = { problems: 'Problem list', rectification: 'Rectification list', results: 'Result list' } satisfies Record<
  ThreeList,
  string
>;

export const columns = {
  number: 'No.',
  unit: 'Unit',
  place: 'Place',
  keyArea: 'Key area',
  problem: 'Problem',
  category: 'Category',
  level: 'Level',
  clauses: 'Basis',
  inspection: 'Inspection',
  finder: 'Found by',
  foundOn: 'Found on',
  beforePhotos: 'Photos before',
  measures: 'Measures',
  responsibleUnit: 'Responsible unit',
  leader: 'Responsible leader',
  responsible: 'Responsible person',
  funds: 'Funds (yuan)',
  dueOn: 'Due on',
  contingency: 'Precautions and contingency',
  supervisor: 'Supervised by',
  extensions: 'Extensions',
  stage: 'Stage',
  rectifiedOn: 'Rectified on',
  afterPhotos: 'Photos after',
  spent: 'Spent (yuan)',
  acceptor: 'Accepted by',
  acceptedOn: 'Accepted on',
  opinion: 'Opinion',
  isClosed: 'Closed',
  lookBackOn: 'Looked back on',
  lookBackResult: 'Look-back result',
  lesson: 'Lasting measure',
} satisfies Record<ListColumn, string>;

export const figures = {
  found: 'Found',
  closedOfFound: 'Of these closed',
  rectificationRate: 'Rectification rate',
  dueInPeriod: 'Due',
  onTime: 'On time',
  onTimeRate: 'On-time rate',
  overdueNow: 'Overdue now',
  openMajor: 'Open major hazards',
  fundsPlanned: 'Funds planned (yuan)',
  fundsSpent: 'Funds spent (yuan)',
} satisfies Record<keyof StandardFigures, string>;
