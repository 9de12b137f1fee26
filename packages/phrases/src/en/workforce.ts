import type { Engagement, Post, WorkforceRefusal } from '@changming/domain/workforce';

export const refusals = {
  'workforce.person_not_found': 'This person was not found or is outside your branch',
  'workforce.appointment_not_found': 'This appointment was not found or is outside your branch',
  'workforce.absence_not_found': 'This leave was not found, or the person is outside your branch',
  'workforce.id_taken': 'This id is in use',
  'workforce.identity_taken': 'This identity number is registered already; please contact the group safety department',
  'workforce.staff_no_taken': 'This staff number is registered already; choose another or contact the group safety department',
  'workforce.sex_contradicts': 'The sex does not agree with the identity number',
  'workforce.no_number': 'No such number is registered for “{name}”',
  'workforce.left': '“{name}” left on {on}',
  'workforce.not_left': '“{name}” works here and need not rejoin',
  'workforce.future_date': 'The date cannot be after today',
  'workforce.before_hired': 'The date cannot be before {on}, the day of hiring or leaving',
  'workforce.before_opening': 'The appointment cannot begin before the unit opened ({on})',
  'workforce.unit_closed': '“{name}” is closed; choose another unit',
  'workforce.ends_before_start': 'The end must be after the first day ({from})',
  'workforce.ended_already': 'This appointment ended on {on}',
  'workforce.overlaps': 'The person already holds this post during that time',
  'workforce.point_needed': 'Choose a point',
  'workforce.point_unwanted': 'Only the keeper of a point needs a point',
  'workforce.keeper_by_point': 'Appoint the keeper on the page of the point; only deputies are registered here',
  'workforce.point_not_kept': 'Nobody of this unit keeps the point, or it is outside your branch',
  'workforce.successor_needed': '{count} open matters remain; choose a successor',
  'workforce.successor_same': 'The successor must be somebody else',
  'workforce.ties_elsewhere': 'Outside your branch this person has {count} more appointments or open matters; ask the unit above',
} satisfies Record<WorkforceRefusal, string>;

export const posts = {
  firstResponsible: 'First responsible person',
  unitHead: 'Head of unit',
  safetyDirector: 'Safety director',
  safetyOfficer: 'Safety officer',
  workshopHead: 'Head of workshop',
  teamLeader: 'Team leader',
  pointKeeper: 'Keeper of a point',
  staff: 'Staff',
} satisfies Record<Post, string>;

export const engagements = {
  dispatched: 'Dispatched',
  rehired: 'Rehired pensioner',
  intern: 'Intern',
} satisfies Record<Engagement, string>;

export const sexes = { male: 'Male', female: 'Female' };

/** What lies in a person's hands, by the records it is about. */
export const duties = { hazards: 'Hazards to rectify' };
