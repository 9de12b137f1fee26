import type { BesideField } from '@changming/domain/imports';

/** Two tellings of one hazard beside each other; the error workbook has the same sentences. */
export const beside = {
  differs: '{field}: “{ours}” before, “{theirs}” in this row',
  nothing: 'nothing told',
  closes: 'It is not accepted yet; by this ledger it was accepted on {day}. “The same: move it on to what this ledger tells” closes it',
  closesByFile: 'It is not accepted yet; by this ledger it was accepted on {day}. “Update from the file” closes it',
  closesOne: '“{label}” is not accepted yet; by this ledger it was accepted on {day}. To call it the same closes it',
};

export const besideFields = {
  stage: 'Stage',
  level: 'Level',
  dueOn: 'Deadline',
  doneOn: 'Done on',
  acceptedOn: 'Accepted on',
  responsible: 'Responsible',
  funds: 'Funds (yuan)',
  place: 'Place',
} satisfies Record<BesideField, string>;
