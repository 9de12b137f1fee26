import type {
  AppealStage,
  FactTable,
  LineReason,
  PeriodKind,
  PointsCode,
  RaisingAct,
  RunKind,
  RunStage,
  RunStep,
  ScoreFunction,
  UnitResult,
  VetoRuleCode,
} from '@changming/domain/assessments';

import type * as zhCN from '../../zh-CN/assessments/words.ts';

export const schemes = {
  'hazard-treatment': 'Hazard treatment',
  'dual-prevention': 'Dual prevention',
  comprehensive: 'Comprehensive',
  'garment-35': 'Safety assessment of a garment and textile group (35 indicators)',
} satisfies Record<keyof typeof zhCN.schemes, string>;

export const grades = {
  A: 'Excellent',
  B: 'Good',
  C: 'Sufficient',
  D: 'Insufficient',
  VETO: 'Vetoed',
} satisfies Record<keyof typeof zhCN.grades, string>;

export const periodKinds = { month: 'Month', quarter: 'Quarter', half: 'Half-year', year: 'Year' } satisfies Record<PeriodKind, string>;

export const statuses = {
  scored: 'Scored',
  notAssessed: 'Not assessed',
  insufficientData: 'Insufficient data',
} satisfies Record<UnitResult['status'], string>;

export const lineReasons = {
  awaited: 'There are no {records} here yet; it does not count',
  notGiven: 'Nobody gave points; it does not count',
  naByZero: 'Nothing to count in the period; it is left out',
  fullByZero: 'Nothing to count in the period; full marks by the scheme',
  zeroByZero: 'Nothing to count in the period; no marks by the scheme',
  zeroThough: 'There is something to control, and no check of it was planned in the period: no marks',
  zeroUndone: 'Nothing to count in the period, and the checks that were to be made are not complete: no marks',
  fullIfMissed: 'Nothing to count in the period; inspections did not reach what full marks want, so it is left out',
} satisfies Record<LineReason, string>;

export const formulas = {
  lin: '{value} % lies between {lo} % and {hi} %: {score} of {weight} points in proportion',
  neg: '{value} % (fewer is better) lies between {good} % and {bad} %: {score} of {weight} points in proportion',
  steps: '{value} % reaches a step: {score} of {weight} points',
  deduct: '{value} points off {weight}: {score}, never below 0',
} satisfies Record<ScoreFunction['fn'], string>;

export const values = {
  rate: '{numerator} ÷ {denominator} = {value} %',
  rateTimesTrueClosure: '{numerator} ÷ {denominator} × share of true closures {trueClosure} = {value} %',
  tooFewLookBacks: 'Only {lookBacks} look-backs, fewer than {lookBacksAtLeast}: the share of true closures counts as 1',
  halves:
    '{inTime} with all five commitments in time, {late} at most {graceDays} days late count half, {unanswered} suggestions of a major unanswered',
  gravelyUnchecked: '{graveRisks} red and orange risks in the register',
  keyPositions: '{keyPositions} key positions',
  areas: '{unassessed} not assessed, {changePending} with a change not graded anew',
  machines: '{machines} machines in use, {lapsed} with days out of date; machine-days in date ÷ machine-days in use',
  fireEquipment: '{faulty} not intact, {beyondDate} beyond their scrap date',
  testMissing: 'No passed test of the fire facilities in the year: counts as 0',
  harm: '{minor} minor injuries, {serious} serious, {deaths} deaths, {fires} fires, {properties} accidents with loss of property',
  undecided: 'For {undecided} of them nobody has decided yet who answers; they count meanwhile',
  injuries: '{perMille} ‰ injured, {averageHeadcount} people on average over {months} months',
  lowPerMille: '{value} ‰ (fewer is better) lies between {good} ‰ and {bad} ‰: {score} of {weight} points in proportion',
  smallUnit: 'One minor injury alone among fewer than {smallBelow} people: half the marks at least',
  falsified: '{falsified} found falsified or hidden: no marks',
  duties: '{dutiesOnTime} on time, {dutiesLate} done late count half',
  ledMonths: 'In operation for {ledMonths} months; {unproven} more without a photo do not count',
  certifiedPersons:
    '{certifiedPersons} people at certified posts, {uncertified} with days without a valid certificate; the lowest day counts',
  unchecked: '{unchecked} months without a check of behaviour',
  reporters: '{meanHeadcount} people on average; {reportersAimedAt} % are aimed at in this period',
  none: '—',
} satisfies Record<keyof typeof zhCN.values, string>;

export const raises = {
  accept: 'Accept {count} hazards that were handed in on time and wait',
  rectifyInTime: 'Rectify {count} hazards before their deadline',
  hadRectifiedInTime: '{count} hazards were not closed in time; hand in before the deadline from now on',
  keepClosed: '{count} look-backs found a relapse; root out the cause',
  answerSuggestion: 'Answer {count} suggestions of a major hazard',
  treatMajor: '{count} major hazards were not treated in time or lacked commitments; complete the five commitments and keep the deadline',
  lookBack: 'Make {count} look-backs before their window ends',
  hadLookedBack: '{count} look-backs were not made in their window; make them in time from now on',
  rootOut: '{count} hazards had come back; root out the cause',
  findOneself: 'Find {count} more hazards oneself',
  clearDoubt: 'Verify {count} hazards of your own whose photos raise doubt',
  checkInTime: 'Do {count} checks whose time has not passed',
  hadCheckedInTime: '{count} checks were not done in time; do them in their window from now on',
  gradeRisks: '{count} areas are not assessed, out of date or changed; grade them and publish',
  renewInspections: '{count} machines were used out of date; apply a month ahead, and stop what has run out',
  spotCheckInTime: 'Look over {count} pieces of fire equipment whose period still runs',
  hadSpotChecked: '{count} pieces of fire equipment were not looked over in their period; do so from now on',
  mendFireEquipment: '{count} pieces of fire equipment are not intact; mend or replace them and check again',
  testFacilities: 'Have the fire facilities tested and record the report',
  preventAccidents: '{count} accidents that the unit answers for took points; find the causes and carry the measures out',
  preventInjuries: 'People were hurt in {count} accidents; take the cause out of the work',
  reportInTime: '{count} events were not reported in time; telephone within 30 minutes and record within the hour',
  reportTruthfully: '{count} events were falsified or hidden; report the truth',
  signLetters: '{count} people have not signed the letter of the year for their post; have them sign',
  doDuties: 'Do {count} duties whose time has not passed',
  hadDoneDuties: '{count} duties were not done on time; do them before they are due',
  leadInspections: 'The main person leads {count} more inspections, with record and photo',
  fillSafetyPosts: '{count} months without the safety body or staff that is required; fill the posts',
  trainNewcomers: '{count} newcomers had not passed the three levels before they worked; train first',
  trainTransferred: '{count} people took up a post without training; train first',
  completeHours: '{count} people are behind with their hours; catch up',
  certify: '{count} people held a certified post without a valid certificate; renew in time, or stop the work',
  hadEducatedViolators: '{count} violations were not handled and taught anew in 15 days; close them in time',
  checkBehaviour: '{count} months without a check of behaviour; make one every month',
  raiseReporters: '{count} more people report a hazard',
} satisfies Record<RaisingAct, string>;

export const raiseTimes = {
  now: 'Still counts in this period',
  next: 'Too late for this period; from the next one on',
  over: 'The cut-off has passed; it counts for the next period',
} satisfies Record<keyof typeof zhCN.raiseTimes, string>;

export const runStages = {
  open: 'Not computed',
  computed: 'Computed',
  confirming: 'Units confirm',
  appealing: 'Appeals',
  reviewed: 'Reviewed',
  final: 'Final',
  published: 'Published',
  archived: 'Archived',
} satisfies Record<RunStage, string>;

export const runSteps = {
  compute: 'Compute',
  ask: 'Ask the units to confirm',
  hearAppeals: 'Hear appeals',
  review: 'Review',
  recompute: 'Compute anew',
  finalise: 'Make final',
  publish: 'Publish',
  archive: 'Archive',
} satisfies Record<RunStep, string>;

export const runKinds = { regular: 'On time', late: 'Computed later', restated: 'Restated' } satisfies Record<RunKind, string>;

export const appealStages = { lodged: 'Waits for an answer', upheld: 'Upheld', rejected: 'Rejected' } satisfies Record<AppealStage, string>;

export const factTables = {
  hazards: 'Hazards',
  lookBacks: 'Look-backs',
  strata: 'Strata of closures',
  occurrences: 'Checks owed',
  areas: 'Areas of risk',
  risks: 'Risks',
  keyPositions: 'Key positions',
  specialEquipment: 'Special equipment',
  spotChecks: 'Look-overs of fire equipment',
  fireEquipment: 'Fire equipment',
  placeChecks: 'Fire tests',
  scopes: 'Assessed units',
  scopeMonths: 'Months of assessed units',
  incidents: 'Incidents',
  accidentsBelow: 'Grave accidents below',
  letters: 'Letters of responsibility',
  leaderDuties: 'Duties of leaders',
  ledInspections: 'Led inspections',
  newcomers: 'Newcomers',
  transfers: 'Transfers and returns',
  trainingYears: 'Hours of the year',
  certifiedPersons: 'People at certified posts',
  certifiedLows: 'Lowest day of certificates',
  violations: 'Violations',
  reporters: 'People who reported hazards',
} satisfies Record<FactTable, string>;

export const points = {
  commendedByState: 'Commended by the state',
  commendedByProvince: 'Commended by the province',
  commendedByCity: 'Commended by the city or the group',
  standardisationLevel1: 'Standardisation, level 1',
  standardisationLevel2: 'Standardisation, level 2',
  accidentAvoided: 'A serious accident avoided',
  innovationAdopted: 'An innovation adopted by the whole group',
  criticisedByState: 'Criticised by the state',
  criticisedByProvince: 'Criticised by the province',
  criticisedByCity: 'Criticised by the city',
  criticisedByGroup: 'Criticised by the group',
  fined: 'Fined by an authority',
  authorityRelapse: 'A look-back found a hazard of an authority relapsed',
  lateData: 'Papers for an appeal late, or a month not confirmed',
} satisfies Record<PointsCode, string>;

export const vetoes = {
  V1: 'A fatal accident, the unit responsible',
  V2: 'An accident of a larger grade or above',
  V3: 'An accident reported late, omitted, falsely or concealed',
  V4: 'A major hazard more than 15 days overdue without extension, or rectification proven fake',
  V5: 'An order to stop or rectify refused, or listed as seriously discredited',
  V6: 'A fire with casualties or a loss of 1,000,000 yuan, the unit responsible',
  V7: 'An accident by uncertified operation, or by hot work or confined space without permit',
  V8: 'Data falsified, proven by audit',
  V9: 'Safety devices or fire systems switched off illegally twice in the period (sufficient at best)',
  V10: 'A serious negative event, as the safety committee finds',
  childFatality: 'A fatal accident in a unit below (good at best)',
} satisfies Record<VetoRuleCode, string>;
