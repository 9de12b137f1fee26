import type { Account } from '@changming/domain/hazards';

type Heads = Record<Account | 'unit' | 'problems' | 'difference' | 'fundsPlanned' | 'fundsSpent', string>;

export const threeLists = {
  title: 'Three lists',
  lead: 'Problems, rectification and results are three views of one record. Choose unit and period, then download in the customary form.',
  reconciliation: 'Reconciliation',
  reconciliationLead:
    'Problems = closed + not yet due + overdue + void; the difference must be 0. Any number narrows the list below to its records.',
  heads: {
    unit: 'Unit',
    problems: 'Problems',
    closed: 'Closed',
    openNotDue: 'Not yet due',
    overdue: 'Overdue',
    void: 'Void',
    difference: 'Difference',
    fundsPlanned: 'Funds planned (¥)',
    fundsSpent: 'Spent (¥)',
  } satisfies Heads,
  itself: '{{name}} (itself)',
  only: 'Only: {{account}}',
  all: 'Show all',
  period: 'Period',
  periods: {
    year: '{{year}}',
    H1: 'First half of {{year}}',
    H2: 'Second half of {{year}}',
    Q1: 'Q1 {{year}}',
    Q2: 'Q2 {{year}}',
    Q3: 'Q3 {{year}}',
    Q4: 'Q4 {{year}}',
  },
  photos: 'With photos',
  excel: 'Excel',
  word: 'Word',
  extended: 'extended from {{from}}',
  more: '{{count}} more',
  empty: 'No hazard meets the conditions',
  emptyNext: 'Choose another period or unit, or loosen the conditions.',
  ledger: 'Export the ledger',
};

export const documents = {
  title: 'My exports',
  lead: 'Long ledgers and lists are made in the background. Only you can download them; a download that broke off can go on.',
  ledger: 'Hazard ledger',
  emptyNext: 'When a ledger or list is too long for one download, it can be made in the background.',
};
