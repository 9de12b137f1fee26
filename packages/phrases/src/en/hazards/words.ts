import type {
  Commitment,
  EscalationTarget,
  EvaluationKind,
  HazardGrade,
  HazardKind,
  HazardLevel,
  HazardOrigin,
  HazardSource,
  HazardStage,
  HazardStep,
  ListingReason,
  LookBackReason,
  LookBackResult,
  OnTheSpotItem,
  RequestStage,
  SendBackReason,
  SuggestionStage,
  SuggestionStep,
  SupervisionLevel,
  SupervisionStage,
  SupervisionStep,
  Suspicion,
  TreatmentStage,
  TreatmentStep,
  VoidKind,
} from '@changming/domain/hazards';

export const stages = {
  reported: 'Reported',
  registered: 'Registered',
  assigned: 'Assigned',
  rectifying: 'Being rectified',
  submitted: 'Awaiting acceptance',
  closed: 'Closed',
  void: 'Void',
} satisfies Record<HazardStage, string>;

export const steps = {
  register: 'Register and grade',
  assign: 'Assign',
  replan: 'Adjust the plan',
  start: 'Start',
  submit: 'Submit for acceptance',
  fixOnTheSpot: 'Fixed on the spot',
  sendBack: 'Send back',
  accept: 'Accept',
  void: 'Void',
  reopen: 'Reopen',
} satisfies Record<HazardStep, string>;

/** 待核实 on the phone. */
export const toTriage = {
  tab: 'To triage',
  count: 'To triage {{count}}',
  note: 'Reports that wait for triage: {{count}}',
  empty: 'No report waits for you',
  emptyNext: 'New reports appear here, with a notice.',
};

/** 缺整改前照片 */
export const beforeLack = {
  title: 'No photo before',
  none: 'No photo',
  notReceived: 'No photo received',
  because: 'No photo before: {{reason}}',
  open: 'No photo before: none was taken with the report. Whoever rectifies takes one before the work begins.',
  said: 'No photo before: {{reason}}; {{by}}',
  photos: 'Photos before',
  why: 'Why there is no photo before',
  note: 'None came with the report. Add what was taken before the work began, or say why there is none; whoever accepts will see it. A photo after is needed all the same.',
  lead: 'None came with the report. Take one as it is now, before you begin.',
  cannot: 'No photo before possible',
  again: 'Take the photo before',
  reasons: { urgent: 'Urgent, dealt with at once', changed: 'The place has changed', unreachable: 'Not safe to approach' },
  missing: 'Choose or say why',
  save: 'Keep the reason',
};

export const grades = { general: 'General hazard', major: 'Major hazard' } satisfies Record<HazardGrade, string>;
export const levels = { team: 'Team', workshop: 'Workshop', unit: 'Company', major: 'Major' } satisfies Record<HazardLevel, string>;

export const commitments = {
  responsibility: 'Responsibility',
  measures: 'Measures',
  funds: 'Funds',
  timeLimit: 'Time limit',
  contingency: 'Contingency',
} satisfies Record<Commitment, string>;

export const sources = {
  selfCheck: 'Self-check',
  groupInspection: 'Group inspection',
  authority: 'Authority',
  expert: 'Expert',
  employeeReport: 'Employee report',
  accidentFollowup: 'Accident follow-up',
  campaign: 'Campaign',
} satisfies Record<HazardSource, string>;

export const kinds = { basicManagement: 'Basic management', site: 'On site' } satisfies Record<HazardKind, string>;
export const origins = { recorded: 'Recorded here', opening: 'Opening import' } satisfies Record<HazardOrigin, string>;
export const voidKinds = { falseAlarm: 'False alarm', duplicate: 'Duplicate' } satisfies Record<VoidKind, string>;

export const voidedAs = { falseAlarm: 'Void (false alarm)', duplicate: 'Void (duplicate)' } satisfies Record<VoidKind, string>;

export const suggestionStages = {
  none: 'No suggestion',
  open: 'Suggested major, to be confirmed',
  denialProposed: 'Denial to be countersigned',
  confirmed: 'Confirmed major',
  denied: 'Denied',
} satisfies Record<SuggestionStage, string>;

export const suggestionSteps = {
  confirm: 'Confirm as major',
  proposeDenial: 'Propose denial',
  countersign: 'Countersign the denial',
} satisfies Record<SuggestionStep, string>;

export const treatmentStages = {
  confirmed: 'Plan to be drafted',
  drafted: 'Plan to be approved',
  approved: 'Under treatment',
  evaluated: 'Evaluated',
} satisfies Record<TreatmentStage, string>;

export const treatmentSteps = {
  tellAuthority: 'Record the report to the authority',
  draft: 'Draft the treatment plan',
  approve: 'Approve the plan',
  returnDraft: 'Return the plan',
  evaluate: 'Evaluate the treatment',
} satisfies Record<TreatmentStep, string>;

export const evaluations = { self: 'Self-evaluation', expert: 'Expert evaluation' } satisfies Record<EvaluationKind, string>;
export const extensionStages = {
  asked: 'Awaiting decision',
  granted: 'Granted',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
} satisfies Record<RequestStage, string>;

export const sendBackReasons = {
  notFixed: 'Not rectified',
  partlyFixed: 'Partly rectified',
  photoUnclear: 'Photo unclear',
  otherPlace: 'Another place',
  temporaryOnly: 'Only a temporary measure',
  other: 'Other',
} satisfies Record<SendBackReason, string>;

export const supervisionLevels = {
  group: 'Group',
  county: 'County',
  city: 'City',
  province: 'Province',
} satisfies Record<SupervisionLevel, string>;
export const supervisionStages = {
  listed: 'Listed',
  delistingAsked: 'Delisting asked',
  delisted: 'Delisted',
} satisfies Record<SupervisionStage, string>;

export const supervisionSteps = {
  report: 'Report progress',
  askDelisting: 'Ask for delisting',
  refuseDelisting: 'Refuse delisting',
  delist: 'Delist',
} satisfies Record<SupervisionStep, string>;

export const listingReasons = {
  confirmedMajor: 'Confirmed major hazard',
  unitOverdue: 'Company-level hazard long overdue',
  authorityOverdue: 'Found by an authority and overdue',
  recurrences: 'Keeps coming back',
} satisfies Record<ListingReason, string>;

export const lookBackResults = { held: 'Held', relapsed: 'Relapsed' } satisfies Record<LookBackResult, string>;
export const lookBackReasons = {
  major: 'Every major hazard',
  authority: 'Every hazard of an authority',
  drawn: 'Drawn at random',
} satisfies Record<LookBackReason, string>;

export const escalationTargets = {
  person: 'Responsible person',
  unitHead: 'Head of the unit',
  parent: 'Parent unit',
  headquarters: 'Headquarters',
} satisfies Record<EscalationTarget, string>;

/** Fire safety regulation (Order 61), article 31. */
export const onTheSpot = {
  'O61-31-1': 'Illegal entry to places with flammable or explosive goods',
  'O61-31-2': 'Illegal open flame or smoking',
  'O61-31-3': 'Exits locked or blocked, escape routes obstructed',
  'O61-31-4': 'Hydrants or extinguishers blocked or misused',
  'O61-31-5': 'Normally-closed fire door open, or goods under a fire shutter',
  'O61-31-6': 'Fire duty or patrol staff absent',
  'O61-31-7': 'Fire systems or their power switched off illegally',
  'O61-31-8': 'Anything else that can be corrected at once',
} satisfies Record<OnTheSpotItem, string>;

/** Each asks a person to look; none punishes by itself. */
export const suspicions = {
  sameBeforeAndAfter: 'The same photo before and after',
  reusedPhoto: 'The photo was seen with another record',
  tooQuick: 'Submitted minutes after it was assigned',
  farAway: 'Taken far from the point',
  takenBefore: 'The photo after was taken before the task was assigned',
} satisfies Record<Suspicion, string>;
