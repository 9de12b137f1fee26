import type { Account, HazardStage, ListColumn, StandardFigures, ThreeList } from '@changming/domain/hazards';

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

export const accounts = { closed: 'Closed', openNotDue: 'Not yet due', overdue: 'Overdue', void: 'Void' } satisfies Record<Account, string>;

export const paper = {
  title: '{unit}: {list}',
  unit: 'Unit: {unit}',
  period: 'Period: {period}',
  made: 'Made on: {on}',
  total: 'Total',
  count: '{count} hazards',
  reckoning:
    'Reconciliation: {problems} problems = {closed} closed + {openNotDue} not yet due + {overdue} overdue + {void} void, difference {difference}.',
  signatures: ['Made by:', 'Checked by:', 'Date:'],
  empty: 'No hazard meets the conditions',
  pages: 'Page {page} of {pages}',
  yes: 'Yes',
  no: 'No',
  anonymous: 'Anonymous',
  waived: 'Not applicable',
  extended: 'from {from} to {to}',
  late: '{stage} (overdue)',
  photos: '{count} photos',
  beforeLack: 'None: {reason}',
  periods: {
    all: 'all',
    year: '{year}',
    half: ['first half of {year}', 'second half of {year}'],
    quarter: ['Q1 {year}', 'Q2 {year}', 'Q3 {year}', 'Q4 {year}'],
    month: '{year}-{month}',
    between: '{from} to {to}',
    since: 'since {from}',
    until: 'until {to}',
  },
};

export const bases = {
  names: {
    FL: 'Fire Protection Law',
    AQSCF: 'Work Safety Law',
    SPL: 'Work Safety Law',
    SEL: 'Special Equipment Safety Law',
    O61: 'MPS Order 61',
    O6: 'MEM Order 6',
    O5: 'MEM Order 5',
    XF1131: 'XF 1131-2014',
    CNGAS: 'Urban Gas Regulation',
    WT10: 'MEM Order 10',
    ODL: 'Occupational Diseases Law',
    SDAQ: 'Shandong Work Safety Regulation',
  } as Readonly<Record<string, string>>,
  article: '{name} art. {article}',
  chapter: '{name} ch. {article}',
  item: '{name} art. {article} ({item})',
};

/** The import reads these Chinese words in either language. */
export const ledger = {
  closed: {
    reported: '未销号',
    registered: '未销号',
    assigned: '未销号',
    rectifying: '未销号',
    submitted: '待验收',
    closed: '已销号',
    void: '作废',
  } satisfies Record<HazardStage, string>,
  underWay: '整改中',
  remark: 'No. {number}',
};
