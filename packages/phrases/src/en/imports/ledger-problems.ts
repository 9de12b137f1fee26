/** What must be asked about the rows and cells of a ledger that may be read in more than one way. */
export const ledgerProblems = {
  date_needs_month: '“{text}” does not give the month: choose the day',
  month_of_sheet: 'The days on “{sheet}” have no month. By the name or title of the sheet it is {month}: confirm it',
  deadline_of_ten_days: '“{text}” names no day: taken as the last of those ten days',
  deadline_year_unsure: 'The deadline “{text}” was over when the hazard was found: choose the year that is meant',
  deadline_before_ten_days: 'The deadline “{text}” may end before those ten days begin, or with them: choose one',
  deadline_day_or_days: 'The deadline “{text}” may be a day of the month or a number of days: choose one',
  funds_unit_unclear:
    'The funds say “{text}”, which does not go with the unit (yuan, ten thousand yuan) of the header or the title: choose the amount',
  funds_implausible: 'By the unit of its column “{text}” is not a likely cost of one hazard: choose the amount',
  level_of_title: 'The line above the header says “{text}” and the row gives no level: choose one',
  responsible_elsewhere:
    '“{text}” is not in the company of the hazard. The only person of that name in the group works elsewhere: confirm that it is the same one, or import the name alone',
  row_differs:
    '“{text}”: same unit, day and words as row {row} of “{sheet}”, but told otherwise in places: choose which row counts, or bring both in when they are two',
  hazard_differs:
    '“{text}” is there already, and this ledger tells it otherwise in places: keep what is there, or take what the ledger tells',
  row_taken: 'As you chose, what differs is taken from row {row} of “{sheet}”',
  hazard_tells_otherwise: 'Told otherwise than what is there, which was not changed',
  state_or_void:
    'The remark “{text}” speaks of something void, false or withdrawn: it may not be this hazard, or it contradicts its state. Choose',
  row_struck:
    'Words of these rows of “{sheet}” are struck out. They were read all the same: import the rows as they are, or leave them out',
  row_hidden: 'These rows of “{sheet}” are hidden and go in with the others: check them',
  cell_comment: 'Comment: {text}',
  table_partly_understood:
    '“{sheet}” has more than one header: below the one in row {header} some columns are not known ({columns}). Choose what they tell under “How the sheets are read”, or import the rows without them',
  table_not_understood:
    '“{sheet}” has more than one header: the one in row {header} names neither the hazard nor the day it was found, so its rows cannot be read. Choose those columns under “How the sheets are read”',
};
