/** What can be wrong with a row of 点位台账. */
export const pointProblems = {
  point_name_missing: 'The point has no name',
  point_name_unreadable: '“{text}” is no name of a point; say where it is, or check which column holds the names',
  point_unit_outside: '“{text}” lies outside your branch; you cannot set points up there',
  point_kind_unknown: '“{text}” tells no kind of point, please choose',
  point_kind_from_name: 'No kind is written; taken from the name “{text}”, please check',
  point_code_is_own_number: '“{text}” is no plate code of this product; taken as the office’s own number',
  point_code_unreadable: '“{text}” is no plate code of this product; correct it, or leave it empty for a new one',
  point_code_twice: 'Plate code “{text}” stands in “{sheet}”, row {row}, too; a plate belongs to one point, please check',
  point_code_taken: 'Plate code “{text}” belongs to a point elsewhere or to a closed one; correct it, or leave it empty for a new one',
  point_code_elsewhere:
    'Plate code “{text}” belongs to “{other}”. An import moves no point: check the unit, or leave it empty for a new one',
  point_code_differs:
    '“{other}” has plate code {known} here, and the ledger says “{text}”. Plate codes never change: left empty the known one stays, and check which plate hangs there; if it is another place, correct its name or number',
  point_elsewhere:
    'Number “{text}” is there in another unit: “{other}”. An import moves no point; please say whether this is another place',
  point_twice: '“{text}” seems to be the place of “{sheet}”, row {row}, and is told differently, please check',
  point_name_shared: 'Several points of the unit are called “{text}”; add the number to tell which is meant',
  point_in_use: 'It is in use here, and the ledger says closed on {text}. Close it on its own page; left empty it stays in use',
  point_differs: 'The point is there, but “{text}” differs; keep what is there or take the file',
  point_moved_on: '“{text}” is there; what is missing is added from the ledger',
  point_keeper_unknown: 'Nobody who works in your branch is called “{text}”; choose who it is, or leave it empty',
  point_keeper_ambiguous: 'Several people are called “{text}”, please choose who keeps the point',
  point_keepers_several: 'Several keepers are named (“{text}”); a point has one, please choose',
  point_keeper_contradicts: 'The name and the staff number of “{text}” are those of different people, please choose',
  point_keeper_namesake: 'Several people are called “{text}”; the one of the same company was taken, please check',
  point_keeper_barred:
    '“{text}” still lacks {count} of what keeping a point takes. Name somebody else or leave it empty; once it is made up for, or lifted by the head of the unit or headquarters, the row is checked anew as it goes in',
  point_closed_before_opened: 'Closed on “{text}”, before it was opened, please check',
  point_opened_as_recorded:
    'The day “{text}” is only noted: this table is not marked as opening, so the point begins on the day of the import',
  point_day_after_today: 'The day “{text}” is still to come, please check',
};
