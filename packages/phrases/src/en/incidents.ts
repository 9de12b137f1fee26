import type {
  AccidentType,
  CaseState,
  Cause,
  ChapterName,
  ClockCode,
  ClockStanding,
  Danger,
  Degree,
  EventClass,
  FindingKind,
  FourGate,
  Grade,
  GradeEntryKind,
  HandlingMeasure,
  HazardTie,
  IncidentRefusal,
  InvestigationLevel,
  Nature,
  Recipient,
  Relation,
  ReportChannel,
  ReportKind,
  Responsibility,
  SpecialClass,
  SpecialTrigger,
} from '@changming/domain/incidents';

export { desk } from './incidents/desk.ts';
export { phone } from './incidents/phone.ts';

export const refusals = {
  'incidents.not_found': 'The incident was not found, or lies outside of your branch',
  'incidents.id_taken': 'This id is in use by somebody else. Report again',
  'incidents.changed_meanwhile': 'Somebody else has just changed the incident. Reload and try again',
  'incidents.wrong_state': 'The state of incident {no} does not allow this. Reload and look',
  'incidents.future_time': 'The time may not lie ahead',
  'incidents.before_event': 'The time may not lie before the event',
  'incidents.times_out_of_order': 'The times are out of order: it happens, is discovered, then the leader is told',
  'incidents.type_of_other_edition': 'The type does not belong to the edition in force on the day of the event',
  'incidents.person_not_found': 'The person was not found, or lies outside of your branch',
  'incidents.casualty_not_found': 'The casualty was not found',
  'incidents.casualty_named_twice': 'This person is listed already. Record the change there',
  'incidents.too_many_casualties': 'One incident lists at most {most} people',
  'incidents.hazard_not_found': 'The hazard was not found, or lies outside of your branch',
  'incidents.hazard_tied_twice': 'The hazard is tied already',
  'incidents.no_facts_any_more': 'Incident {no} was set aside and takes no more facts',
  'incidents.class_contradicts_grade': 'Class and grade contradict: on the scale it is a statutory accident, below it is not',
  'incidents.window_over': 'The supplement window ended on {until}. Later changes are recorded and do not change the grade',
  'incidents.grade_below_facts': 'Only headquarters may decide a grade below what the facts suggest',
  'incidents.not_graded': 'It has not been graded yet',
  'incidents.grade_outdated': 'The facts have changed and suggest another grade. Reload and decide again',
  'incidents.no_investigation': 'No investigation has been started',
  'incidents.not_being_investigated': 'The incident is not being investigated',
  'incidents.level_too_low': 'The level is too low for this grade',
  'incidents.chapters_missing': '{count} chapters of the report are missing',
  'incidents.cause_missing': 'State the direct cause and at least one indirect cause',
  'incidents.extension_too_long': 'An extension is at most {most} days',
  'incidents.self_approval': 'Nobody approves a report of his own',
  'incidents.approved_by_headquarters': 'On the scale headquarters records the approval',
  'incidents.not_being_settled': 'This is done between the approval and the closing',
  'incidents.handling_not_found': 'The handling was not found',
  'incidents.handling_executed': 'The handling has been carried out already',
  'incidents.executed_before_decided': 'It may not be carried out before it was decided',
  'incidents.gate_confirmed': 'This gate is confirmed already',
  'incidents.cause_not_approved': 'The cause is not found: the report is not approved',
  'incidents.cause_incomplete': 'The cause is not found: direct or indirect causes are missing',
  'incidents.cause_unconfirmed': 'Nobody has confirmed that the cause is found',
  'incidents.nobody_handled': 'Nobody is handled, and nothing says why nobody need be',
  'incidents.handling_not_executed': 'A handling has not been carried out',
  'incidents.handling_unconfirmed': 'Nobody has confirmed that those responsible are handled',
  'incidents.no_measures': 'No measure has been completed',
  'incidents.measures_open': '{open} measures are not completed',
  'incidents.measures_unconfirmed': 'Nobody has confirmed that the measures are in place',
  'incidents.nobody_educated': 'Nobody has been taught about the case',
  'incidents.education_unconfirmed': 'Nobody has confirmed that people have been taught',
  'incidents.training_in_past': 'The training may not be due before today',
  'incidents.responsibility_pending': 'Responsibility has not been decided',
  'incidents.same_incident': 'An incident cannot be a duplicate of itself',
  'incidents.document_too_large': 'More than {most} rows. Export by unit',
} satisfies Record<IncidentRefusal, string>;

export const classes = {
  nearMiss: 'Near miss',
  firstAid: 'First aid',
  minorInjury: 'Minor injury',
  property: 'Property damage',
  realFire: 'Fire',
  other: 'Other',
  statutory: 'Statutory accident',
} satisfies Record<EventClass, string>;

export const grades = {
  none: 'Below the scale',
  ordinary: 'Ordinary',
  larger: 'Larger',
  major: 'Major',
  extraordinary: 'Extraordinary',
} satisfies Record<Grade, string>;

export const states = {
  reported: 'Reported',
  confirmed: 'Confirmed',
  reportedExternally: 'Reported to authorities',
  investigating: 'Investigating',
  reportSubmitted: 'Report submitted',
  approved: 'Approved',
  rectifying: 'Rectifying',
  fourGates: 'Four gates',
  closed: 'Closed',
  reopened: 'Reopened',
  cancelledDuplicate: 'Cancelled as duplicate',
  reclassifiedNonProduction: 'Not a production accident',
} satisfies Record<CaseState, string>;

export const degrees = {
  none: 'Unhurt',
  firstAid: 'First aid',
  minor: 'Minor',
  serious: 'Serious',
  acutePoisoning: 'Acute poisoning',
  missing: 'Missing',
  death: 'Death',
} satisfies Record<Degree, string>;

export const relations = {
  employee: 'Employee',
  contractor: 'Contractor',
  other: 'Other',
} satisfies Record<Relation, string>;

export const dangers = {
  severePollution: 'Severe pollution',
  importantPlace: 'Threatens an important or crowded place',
  other: 'Other danger',
} satisfies Record<Danger, string>;

export const countedDangers = {
  atRisk: 'Many people at risk',
  trapped: 'People trapped or missing',
  evacuated: 'Many people evacuated',
} as const;

export const specialClasses = {
  boiler: 'Boiler',
  pressureVessel: 'Pressure vessel',
  pressurePipe: 'Pressure pipe',
  crane: 'Crane',
  lift: 'Lift',
  other: 'Other special equipment',
} satisfies Record<SpecialClass, string>;

export const specialTriggers = {
  explosion: 'Explosion',
  craneOverturned: 'Crane overturned',
  craneBroken: 'Crane broken or hoist fallen',
  liftTrapped: 'Trapped in a lift for 2 hours or more',
  toxicLeak: 'Toxic leak with evacuation',
} satisfies Record<SpecialTrigger, string>;

export const responsibilities = {
  pending: 'Pending',
  unit: 'The unit',
  shared: 'Shared',
  none: 'None',
} satisfies Record<Responsibility, string>;

export const findings = {
  late: 'Late report',
  omitted: 'Omitted report',
  false: 'False report',
  concealed: 'Concealed',
} satisfies Record<FindingKind, string>;

export const levels = {
  enterprise: 'Enterprise',
  county: 'County',
  city: 'City',
  province: 'Province',
  state: 'State Council',
} satisfies Record<InvestigationLevel, string>;

export const natures = {
  responsible: 'Responsible',
  notResponsible: 'Not responsible',
  natural: 'Natural',
} satisfies Record<Nature, string>;

export const factors = {
  human: 'Human',
  machine: 'Machine',
  environment: 'Environment',
  management: 'Management',
} satisfies Record<Cause['factor'], string>;

export const chapters = {
  unitProfile: 'Unit',
  course: 'Course and rescue',
  casualties: 'Casualties and loss',
  causes: 'Causes and nature',
  responsibility: 'Responsibility and proposals',
  measures: 'Preventive measures',
} satisfies Record<ChapterName, string>;

export const measures = {
  reminder: 'Reminder',
  talk: 'Talk',
  notice: 'Public criticism',
  economic: 'Fine',
  warning: 'Warning',
  demerit: 'Demerit',
  demote: 'Demotion',
  remove: 'Removal',
  dismiss: 'Dismissal',
  transferJudicial: 'Transfer to court',
} satisfies Record<HandlingMeasure, string>;

export const ties = {
  ledTo: 'Led to it',
  found: 'Found by the investigation',
} satisfies Record<HazardTie, string>;

export const recipients = {
  emergency: 'County emergency department',
  provincialEmergency: 'Provincial emergency department',
  marketRegulator: 'Market regulator',
  fireBrigade: 'Fire brigade (119)',
  headquarters: 'Headquarters',
  socialInsurance: 'Social insurance authority',
  other: 'Other',
} satisfies Record<Recipient, string>;

export const reportKinds = {
  first: 'First report',
  followUp: 'Follow-up',
  casualtyChange: 'Change of casualties',
  written: 'Written report',
  workInjury: 'Work injury application',
} satisfies Record<ReportKind, string>;

export const channels = {
  phone: 'Phone',
  system: 'System',
  written: 'Written',
  inPerson: 'In person',
} satisfies Record<ReportChannel, string>;

export const clocks = {
  confirm: 'Confirmation by the unit leader',
  county: 'Report to the county',
  province: 'Report to the province',
  fireBrigade: 'Call 119',
  marketRegulator: 'Report to the market regulator',
  hqPhone: 'Phone headquarters',
  hqRecord: 'Record in the system',
  hqWritten: 'Write to headquarters',
  followUp: 'Follow-up report',
  casualtyChange: 'Report the change of casualties',
  workInjury: 'Work injury application',
  investigationStart: 'Start the investigation',
  investigationReport: 'Submit the investigation report',
} satisfies Record<ClockCode, string>;

export const clockStandings = {
  open: 'Open',
  met: 'In time',
  late: 'Late',
  missed: 'Missed',
  dropped: 'Dropped',
} satisfies Record<ClockStanding, string>;

export const gates = {
  causeFound: 'Cause found',
  personHandled: 'Persons handled',
  measuresDone: 'Measures done',
  peopleEducated: 'People educated',
} satisfies Record<FourGate, string>;

export const gradeKinds = {
  facts: 'Facts changed',
  decided: 'Decided',
} satisfies Record<GradeEntryKind, string>;

export const bases = {
  report: 'Quick report',
  confirm: 'Confirmation',
  describe: 'Description',
  casualty: 'Casualties',
  loss: 'Loss',
  investigation: 'Investigation',
} as const;

export const steps = {
  report: 'Reported',
  confirm: 'Confirmed',
  describe: 'Described',
  recordReport: 'Report recorded',
  recordCasualty: 'Casualty recorded',
  recordLoss: 'Loss recorded',
  grade: 'Graded',
  setResponsibility: 'Responsibility decided',
  recordFinding: 'Finding recorded',
  startInvestigation: 'Investigation started',
  writeInvestigation: 'Investigation written',
  submitInvestigation: 'Report submitted',
  sendBack: 'Report sent back',
  approve: 'Approved',
  recordHandling: 'Handling recorded',
  executeHandling: 'Handling carried out',
  openMeasure: 'Measure opened',
  tieHazard: 'Hazard tied',
  recordBriefing: 'Briefing recorded',
  assignLesson: 'Training assigned',
  confirmGate: 'Gate confirmed',
  close: 'Closed',
  reopen: 'Reopened',
  cancelDuplicate: 'Cancelled as duplicate',
  reclassify: 'Reclassified',
} as const;

export const types = {
  struckByObject: 'Struck by object',
  siteVehicle: 'Site vehicle',
  roadRailVehicle: 'Road or rail vehicle',
  machinery: 'Machinery',
  lifting: 'Lifting',
  electrocution: 'Electrocution',
  drowning: 'Drowning',
  burnScald: 'Burn or scald',
  fire: 'Fire',
  fallFromHeight: 'Fall from height',
  fallSameLevel: 'Fall',
  collapse: 'Collapse',
  waterInrush: 'Water inrush',
  vesselExplosion: 'Vessel explosion',
  pipeExplosion: 'Pipe explosion',
  gasExplosion: 'Gas explosion',
  vapourExplosion: 'Vapour explosion',
  dustExplosion: 'Dust explosion',
  civilExplosives: 'Civil explosives',
  fireworks: 'Fireworks',
  otherSolidExplosion: 'Other solid explosion',
  moltenExplosion: 'Molten material explosion',
  poisoning: 'Poisoning',
  suffocation: 'Suffocation',
  landslide: 'Landslide',
  leak: 'Leak',
  other: 'Other',
  oldStruckByObject: 'Struck by object',
  oldVehicle: 'Vehicle',
  oldMachinery: 'Machinery',
  oldLifting: 'Lifting',
  oldElectrocution: 'Electrocution',
  oldDrowning: 'Drowning',
  oldBurnScald: 'Burn or scald',
  oldFire: 'Fire',
  oldFallFromHeight: 'Fall from height',
  oldCollapse: 'Collapse',
  oldRoofFall: 'Roof fall',
  oldWaterInrush: 'Water inrush',
  oldBlasting: 'Blasting',
  oldPowderExplosion: 'Powder explosion',
  oldGasExplosion: 'Gas explosion',
  oldBoilerExplosion: 'Boiler explosion',
  oldVesselExplosion: 'Vessel explosion',
  oldOtherExplosion: 'Other explosion',
  oldPoisoningSuffocation: 'Poisoning and suffocation',
  oldOther: 'Other',
} satisfies Record<AccidentType, string>;

export const documents = {
  ledger: 'Incident ledger',
  columns: {
    number: 'Number',
    unit: 'Unit',
    occurredAt: 'Happened at',
    place: 'Place',
    text: 'What happened',
    eventClass: 'Class',
    accidentType: 'Type',
    grade: 'Grade',
    state: 'State',
    deaths: 'Deaths',
    serious: 'Serious',
    minor: 'Minor',
    missing: 'Missing',
    loss: 'Direct loss (yuan)',
    responsibility: 'Responsibility',
    lateClocks: 'Late',
    closedOn: 'Closed on',
  },
  quickReport: 'Quick report of an incident',
  paper: {
    item: 'Item',
    content: 'Content',
    no: 'Number',
    unit: 'Unit',
    occurredAt: 'Happened at',
    place: 'Place',
    text: 'What happened',
    counts: 'Casualties',
    countsSaid: '{deaths} dead, {serious} seriously hurt, {minor} hurt, {missing} missing',
    atRisk: 'People at risk',
    people: 'Persons',
    unnamed: 'Name to be confirmed',
    loss: 'First estimate of the direct loss (yuan)',
    grade: 'Grade',
    notGraded: 'Not graded yet',
    type: 'Type',
    informedAt: 'Leader told at',
    reportedAt: 'Reported at',
    reporter: 'Reporter',
    reports: 'Reports made',
    none: 'None',
    reckoning: 'As known when printed. Changes are reported later.',
    madeOn: 'Printed at {at}',
    empty: 'Nothing',
    pages: 'Page {page} of {pages}',
    signatures: ['Filled in by', 'Head of the unit', 'Sent at'],
  },
};
