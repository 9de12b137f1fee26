import type {
  CaseState,
  Cause,
  ChapterName,
  Danger,
  Degree,
  EventClass,
  FindingKind,
  Grade,
  HandlingMeasure,
  HazardTie,
  InvestigationLevel,
  Nature,
  Relation,
  Responsibility,
  SpecialClass,
  SpecialTrigger,
} from '@changming/domain/incidents';

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
