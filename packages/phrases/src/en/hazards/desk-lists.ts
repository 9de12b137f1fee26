import type { Account } from '@changming/domain/hazards';
import type { DocumentState } from '@changming/domain/kernel';

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
    fundsPlanned: 'Funds planned',
    fundsSpent: 'Spent',
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
  order: {
    ask: 'Have it made in the background?',
    lead: '{{why}} What is too long for one download can be made in the background as an Excel file. A notice tells you when it is ready; it is kept for 7 days under “My exports”.',
    ok: 'Make it in the background',
    done: 'Ordered; a notice tells you when it is ready',
    open: 'My exports',
  },
};

export const documents = {
  title: 'My exports',
  lead: 'Long ledgers and lists are made in the background. Only you can download them; a download that broke off can go on.',
  heads: { name: 'File', rows: 'Hazards', bytes: 'Size', askedAt: 'Ordered', keptUntil: 'Kept until', state: 'State' },
  ledger: 'Hazard ledger',
  states: { waiting: 'In the making', ready: 'Ready', failed: 'Not made; order it again' } satisfies Record<DocumentState, string>,
  save: 'Download',
  empty: 'No files made in the background yet',
  emptyNext: 'When a ledger or list is too long for one download, it can be made in the background.',
};
