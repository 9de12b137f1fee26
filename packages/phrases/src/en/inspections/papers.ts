/** Checklists, plans, the ledger and the coverage as workbooks. */
export const sheets = {
  checklist: 'Checklist',
  plans: 'Inspection plans',
  occurrences: 'Inspections owed',
  coverage: 'Coverage',
};

export const columns = {
  code: 'Code',
  text: 'Item',
  guide: 'How to check',
  starred: '★',
  basis: 'Basis',
  factor: 'Factor',
  category: 'Hazard category on failure',
  answer: 'Answer',
  unitOfReading: 'Unit of reading',
  least: 'Lower limit',
  most: 'Upper limit',
  photo: 'Photo',
  mayNotApply: 'May not apply',
  name: 'Name',
  kind: 'Purpose',
  unit: 'Unit',
  checklist: 'Checklist',
  cadence: 'How often',
  points: 'Points',
  doer: 'Done by',
  restDays: 'Days of rest',
  grace: 'Grace (minutes)',
  from: 'From',
  until: 'Until',
  on: 'Owed on',
  shift: 'Shift',
  plan: 'Plan',
  point: 'Point',
  state: 'State',
  timing: 'In time',
  doneAt: 'Checked at',
  doneBy: 'Checked by',
  byHand: 'Not scanned',
  failed: 'Failed items',
  missReason: 'Why missed',
  recordedAt: 'Handed in at',
  owed: 'Owed',
  done: 'Done',
  late: 'Of these late',
  missed: 'Missed',
  madeUp: 'Of these made up',
  open: 'Open',
  rate: 'Done (%)',
  pointsOwed: 'Points owed',
  pointsChecked: 'Points checked',
  pointRate: 'Points covered (%)',
  verdict: 'Result',
  reading: 'Reading',
  note: 'Note',
  hazard: 'Hazard no.',
  photos: 'Photos',
};

export const answers = { passFail: 'Good/failed', reading: 'Reading', meter: 'Meter' };
export const yes = 'Yes';
/** The unit without those below it. */
export const itself = '{unit} (itself)';
export const total = 'Total';
export const wholeBranch = 'All points';
export const unitItself = 'The unit';
export const pointCount = '{count} points';

/** The record of a check, as it is printed and signed. */
export const paper = {
  title: '{checklist}: record of a check',
  unit: 'Unit: {unit}',
  point: 'Point: {point}',
  plan: 'Plan: {plan}',
  doneAt: 'Checked at: {at}',
  doneBy: 'Checked by: {by}',
  version: 'Version {number} of the checklist',
  scanned: 'Proof of place: plate scanned',
  byHand: 'Proof of place: by hand ({reason})',
  reckoning: '{items} items: {pass} good, {fail} failed, {notApplicable} not applicable.',
  corrected: 'This record has been corrected; the correction counts.',
  corrects: 'This record is a correction. Reason: {reason}.',
  signatures: ['Checked by:', 'Keeper of the point:', 'Date:'],
  empty: 'Nothing was asked',
  pages: 'Page {page} of {pages}',
};
