export { desk } from './equipment/desk.ts';
export { phone } from './equipment/phone.ts';

export const refusals = {
  'equipment.not_found': 'This equipment was not found, or it lies outside your units',
  'equipment.changed_meanwhile': 'Somebody has just changed this equipment. Reload and try again',
  'equipment.number_taken': 'The unit has equipment with this number in use already. Check the number',
  'equipment.scrapped': '“{name}” is scrapped: nothing can be done with it any more',
  'equipment.same_state': '“{name}” is in this state already',
  'equipment.state_before_last': 'The day cannot be before the last change of state ({since})',
  'equipment.day_in_future': 'The day cannot be later than today',
  'equipment.not_passed': 'For an inspection that passed, say when the next one is due',
  'equipment.due_before_inspection': 'The next inspection must be later than this one ({on})',
  'equipment.inspection_not_found': 'The record to correct was not found',
  'equipment.point_elsewhere': 'This point was not found, is closed, or lies outside your units',
  'equipment.person_not_found': 'This person was not found, has left, or belongs to no unit of yours',
  'equipment.operator_twice': 'This person operates the machine already',
  'equipment.operator_not_found': 'This operator was not found, or has ended already',
  'equipment.certificate_expired': 'The certificate expired on {on}',
  'equipment.wrong_plate': 'This is not the plate of the point where the equipment stands. Scan on the spot',
  'equipment.items_open': '{open} items are still open. Check each before you send',
  'equipment.condition_contradicts': 'An item is wrong, so the condition cannot be intact',
  'equipment.check_not_found': 'No such check, or it lies outside of your branch',
  'equipment.check_id_taken': 'This id stands for another check; begin the look-over anew',
  'equipment.no_defect': 'This check found nothing wrong, so there is no hazard to report',
  'equipment.defect_reported': 'This defect has been reported already, as {number}',
  'equipment.may_not_report': 'You may not report hazards here; tell the safety officer',
  'equipment.spot_not_found': 'That look-over was not found, or is out of your scope',
  'equipment.not_missed': 'Nothing was missed in that period, so there is nothing to explain',
  'equipment.spots_explained': 'Everything missed in that period is explained; open the piece to change its reason',
  'equipment.scrapped_before_missed': 'The look-over due on {on} was missed. The day of scrapping must be later',
  'equipment.document_too_large': 'More than {most} rows. Export by unit',
};

export const categories = {
  boiler: 'Boiler',
  pressureVessel: 'Pressure vessel',
  simpleVessel: 'Simple pressure vessel',
  pressurePipe: 'Pressure pipe',
  lift: 'Lift',
  forklift: 'Forklift',
  crane: 'Crane',
  other: 'Other',
};

export const states = { inUse: 'In use', outOfUse: 'Out of use', scrapped: 'Scrapped' };

export const registrations = { registered: 'Registered', pending: 'Under way', unstated: 'Not stated' };

export const inspectionKinds = {
  supervision: 'Supervision inspection',
  periodic: 'Periodic inspection',
  annual: 'Annual check',
  self: 'Self-test',
};

export const inspectionResults = { passed: 'Passed', failed: 'Failed', underWay: 'Under way' };

export const specialStandings = {
  inDate: 'In date',
  dueSoon: 'Due soon',
  overdue: 'Overdue',
  failed: 'Failed',
  undated: 'No inspection date',
  outOfUse: 'Out of use',
  scrapped: 'Scrapped',
};

export const fireKinds = {
  powderPortable: 'Powder extinguisher, portable',
  powderWheeled: 'Powder extinguisher, wheeled',
  water: 'Water extinguisher',
  foam: 'Foam extinguisher',
  co2: 'CO₂ extinguisher',
  cleanGas: 'Clean gas extinguisher',
  indoorHydrant: 'Indoor hydrant',
  outdoorHydrant: 'Outdoor hydrant',
  hose: 'Fire hose',
  emergencyLight: 'Emergency light',
  exitSign: 'Exit sign',
  breathingApparatus: 'Breathing apparatus',
  alarm: 'Fire alarm',
  sprinkler: 'Sprinkler',
  pump: 'Fire pump',
  waterTank: 'Fire water tank',
  fireDoor: 'Fire door or shutter',
  microStation: 'Micro station kit',
  other: 'Other',
};

export const conditions = {
  intact: 'Intact',
  pressureLow: 'Pressure low',
  damaged: 'Damaged',
  missing: 'Missing',
  awaitingScrap: 'To be scrapped',
  scrapped: 'Scrapped',
};

export const fireStandings = {
  inDate: 'In order',
  dueSoon: 'Due soon',
  serviceOverdue: 'Service overdue',
  expired: 'Past its end',
  defect: 'Defect',
  scrapped: 'Scrapped',
};

export const checkKinds = { spot: 'Look-over', service: 'Service (refill)', test: 'Annual test' };

export const placeKinds = { passage: 'Passages', pumpRun: 'Fire pump run', facilities: 'Annual test of fire facilities' };

export const spotItems = {
  inPlace: 'In place, none missing',
  pressure: 'Gauge in the green',
  seal: 'Seal and pin intact',
  body: 'Body and hose undamaged',
  label: 'Label legible and in date',
  unblocked: 'Not blocked',
};

export const spotAnswers = { right: 'Right', wrong: 'Wrong', none: 'Not applicable' };

export const spotMissReasons = {
  noProduction: 'No production',
  shortStaffed: 'Short of staff',
  forgotten: 'Forgotten',
  noAccess: 'No access',
  away: 'Serviced or lent out',
  other: 'Other',
};

/** Head of the list of what was missed, as it is handed out. */
export const missedColumns = {
  unit: 'Unit',
  no: 'Number',
  kind: 'Kind',
  place: 'Place',
  from: 'Period from',
  dueOn: 'Period to',
  reason: 'Reason',
  note: 'Note',
  by: 'Explained by',
  explainedOn: 'Explained on',
};

export const dueKinds = {
  inspection: 'Inspection of special equipment',
  service: 'Service of extinguishers',
  scrap: 'Scrapping of fire equipment',
  spotCheck: 'Look-overs of fire equipment',
  certificate: 'Certificates of operators',
};

/** Names of the workbooks that are handed out. */
export const documents = { special: 'Special equipment', fire: 'Fire equipment', missedSpots: 'Missed look-overs' };
