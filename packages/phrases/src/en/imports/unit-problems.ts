/** What can be wrong with a row of the organisation, and with the unit that any row names. */
export const unitProblems = {
  unit_missing: 'No unit is given. Choose one',
  unit_unmatched: 'There is no unit called “{text}”. Choose the unit that is meant, or correct it',
  unit_ambiguous: 'Several units are called “{text}”. Choose one',
  unit_name_missing: 'There is no unit name',
  unit_kind_unknown: '“{text}” does not tell the kind of unit. Choose one',
  unit_kind_below: 'A unit of this kind cannot stand below its parent: “{text}”',
  unit_level_gap: 'A level between the unit and its parent is missing',
  unit_twice: 'The unit “{text}” is told more than once, differently. Say which row to use',
  unit_differs: '“{text}” is known; {column}: “{file}” in the file, “{known}” here. Keep what is there, or take the file',
  unit_renamed:
    'The unit of the code “{text}”; {column}: “{file}” in the file, “{known}” here. If it was renamed, update it by the file, from the day from which that holds; if not, keep what stands here; if it is another unit, give it a code of its own, or none',
  unit_code_shared: 'The unit code “{text}” is used by more than one row',
  unit_code_unreadable: '“{text}” is no unit code: letters, digits, dots and dashes only',
  unit_parent_unknown: 'No unit above is called “{text}”. Choose the unit that is meant, or correct the text',
  unit_parent_unmatched: 'The parent of “{text}” was not found. Choose one',
  unit_parent_ambiguous: 'Several units are called “{text}”. Choose the parent',
  unit_parent_pending: 'The parent of “{text}” is not settled yet',
  unit_parent_circle: 'The parents of “{text}” lead back to itself',
  contractors_or_tenants: 'One column for contractors and tenants: both were noted',
  province_unknown: 'There is no province “{text}”. Choose one, write its name, or leave it empty',
  industry_unknown: '“{text}” is no industry code of GB/T 4754. Choose one, write a code such as C1811, or leave it empty',
  dust_unassessed:
    'Combustible dust is for an expert to find. No assessment is given, so the mark was left out: name the assessor, the day and the report, or leave it empty',
  dust_unmarked: 'An assessment of combustible dust is told, “{text}”, but the row is not marked for it: nothing was set, please check',
  fire_key_unit_proposed:
    'Garment and shoe plants are fire-safety key units (Order 61 of the Ministry of Public Security, article 13), which the file does not say; the local finding counts. Set once you confirm',
  crowded_place_proposed:
    'Workshops and dormitories of labour-intensive enterprises are crowded places (Fire Protection Law, article 73), which the file does not say. Set once you confirm',
  leader_unknown:
    'Nobody on the roster is called “{text}”: the unit goes in, the name stays with the import. Import this file again once the roster is in, or appoint somebody on the unit’s page',
  leader_unsure:
    'Who is the first responsible person “{text}”? Several have the name, or work for another company. Appointed once chosen, nobody until then',
  leader_differs: 'The file names “{text}” as first responsible person, “{known}” is: nothing was changed; do so on the unit’s page',
  leader_barred: 'You may not appoint anybody at this unit: “{text}” was not made first responsible person, the name stays with the import',
  unit_code_taken: 'The unit code “{text}” belongs to “{other}”. Correct it, or leave it empty',
  unit_code_of_closed:
    'The unit code “{text}” belongs to “{other}”, which was closed, and goes to no other. Choose another, or leave it empty',
  unit_code_pending: 'The unit code “{text}” is that of “{other}”, whose own row is not settled yet',
  unit_too_deep: 'Too many levels lie above “{text}”: the tree has {most} at most. Put it below a higher unit, or leave out levels between',
  unit_day_after_today:
    '“{text}”: the file holds from {day}, which is after today. No unit begins or changes on a day to come: send the file again with a day no later than today',
  unit_day_before_change:
    '“{text}”: the file holds from {day}, before the last change of this unit on {last}. Send the file again with {last} or a later day',
  unit_create_barred:
    'No unit in the sender’s scope is called “{text}”. Only the group safety department may create units, so the row is left out: ask the department to confirm it in this batch, or to create the unit on its page',
  unit_reorganise_barred:
    '“{text}”; {column}: “{file}” in the file, “{known}” here. Only the group safety department may reorganise units, so the row is left out: ask the department to confirm it in this batch, or leave these cells empty and send the file again',
  unit_edit_barred:
    '“{text}”; {column}: “{file}” in the file, “{known}” here. Only the group safety department and the safety officer of this unit may edit its profile, so the row is left out: ask them to confirm it in this batch, or leave these cells empty and send the file again',
  unit_kind_over_child:
    '“{text}” has “{other}” below it, which cannot stand under a unit of this kind. Settle that first, or check the kind',
};
