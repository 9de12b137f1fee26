import type {
  ControlLevel,
  DirectMajor,
  Factor,
  GradingMethod,
  LiveCause,
  MeasureKind,
  RegradingCause,
  RiskKind,
  RiskLevel,
  RiskRefusal,
  RiskStage,
} from '@changming/domain/risks';

export { desk } from './risks/desk.ts';

export const refusals = {
  'risks.not_found': 'No such risk, or it lies outside your branch',
  'risks.id_taken': 'This id is taken',
  'risks.changed_meanwhile': 'Somebody else has just changed this risk; reload and try again',
  'risks.wrong_stage': 'Not possible at its present stage',
  'risks.value_not_in_scale': 'The grading table has no value “{value}”; choose one that is listed',
  'risks.assessed_in_future': 'The grading is dated {on}, after today',
  'risks.no_scale': 'No grading table was in force on that day',
  'risks.measures_missing': 'It has no measures yet; write at least one',
  'risks.measure_not_found': 'No such measure, or it has ended',
  'risks.owner_missing': 'Nobody answers for it yet',
  'risks.owner_not_found': 'No such person, or they have left or lie outside your branch',
  'risks.control_plan_missing': 'Major and larger risks need a control plan',
  'risks.own_review': 'Whoever graded it does not review it; somebody else must',
  'risks.point_elsewhere': 'The point “{name}” lies outside the unit of the risk',
  'risks.scale_values_repeat': 'A value is repeated within one factor',
  'risks.scale_bands_disordered': 'The classes are out of order: scores fall, levels grow milder',
  'risks.scale_band_missing': 'The classes must begin at 0 and cover all four levels',
  'risks.scale_exposure': 'LEC needs exposure, LS has none',
  'risks.scale_begins_past': 'A new table begins on {on} at the earliest; earlier gradings stay',
  'risks.scale_headquarters_only': 'Only headquarters sets grading tables',
  'risks.document_too_large': 'A file holds {most} rows at most; narrow it down',
} satisfies Record<RiskRefusal, string>;

export const levels = { major: 'Major risk', larger: 'Larger risk', general: 'General risk', low: 'Low risk' } satisfies Record<
  RiskLevel,
  string
>;
export const colours = { major: 'Red', larger: 'Orange', general: 'Yellow', low: 'Blue' } satisfies Record<RiskLevel, string>;
export const kinds = { place: 'Place', equipment: 'Equipment', activity: 'Activity' } satisfies Record<RiskKind, string>;
export const stages = {
  draft: 'Draft',
  reviewed: 'Reviewed',
  published: 'Published',
  dueForReview: 'Due for review',
  archived: 'Archived',
} satisfies Record<RiskStage, string>;
export const methods = { lec: 'LEC', ls: 'LS' } satisfies Record<GradingMethod, string>;
export const factors = { likelihood: 'Likelihood', exposure: 'Exposure', consequence: 'Consequence' } satisfies Record<Factor, string>;
export const controlLevels = {
  group: 'Group',
  unit: 'Company (factory)',
  workshop: 'Workshop (department)',
  team: 'Team (post)',
} satisfies Record<ControlLevel, string>;
export const measureKinds = {
  engineering: 'Engineering',
  management: 'Management',
  training: 'Training',
  ppe: 'PPE',
  emergency: 'Emergency response',
} satisfies Record<MeasureKind, string>;
export const directMajors = {
  forbiddenByLaw: 'Breaks a law or a mandatory standard',
  fatalBefore: 'A fatal or major accident happened and may happen again',
  majorHazardInstallation: 'Is a major hazard installation',
  tenPeople: 'Ten people or more in an area of explosion, fire or poison',
  expertJudged: 'Experts judged it major',
} satisfies Record<DirectMajor, string>;
export const causes = {
  periodic: 'Review due',
  process: 'Process changed',
  equipment: 'Equipment changed',
  layout: 'Layout changed',
  fourNew: 'New technology in use',
  accident: 'An accident happened',
  law: 'The law changed',
  failedCheck: 'A check failed',
  hazard: 'A hazard on a measure',
} satisfies Record<RegradingCause, string>;
export const liveCauses = { hazard: 'Open hazards', failedCheck: 'A check failed', missedCheck: 'Missed checks' } satisfies Record<
  LiveCause,
  string
>;
export const steps: Readonly<Record<string, string>> = {
  create: 'Identified and graded',
  edit: 'Changed',
  review: 'Reviewed',
  sendBack: 'Sent back',
  publish: 'Published',
  askRegrading: 'Asked to be graded anew',
  regrade: 'Graded anew',
  archive: 'Archived',
  fallDue: 'Due for review',
  failedCheck: 'A check failed: to be graded anew',
  hazard: 'A hazard on a measure: to be graded anew',
  import: 'Imported',
};

/** 风险清单 as a table: the import reads these words. */
export const register = { published: '已发布', draft: '草稿', none: '无' };

/** 风险告知卡 on the phone. */
export const phone = {
  title: 'Risks here',
  inherent: 'By nature',
  now: 'Now',
  nothingOpen: 'No open hazards',
  open: '{{count}} open hazards',
  overdue: '{{count}} of them overdue',
  failed: '{{count}} failed checks',
  missed: '{{count}} missed checks',
  notAssessed: 'No risk has been published for this place yet',
  keeper: 'Keeper',
  noKeeper: 'Nobody keeps it',
  keyPosition: 'Key position',
  measures: 'Measures',
  owner: 'Answers for it: {{name}}',
  mayHappen: 'May lead to: {{text}}',
  sheets: 'Sheets',
  version: 'Version {{number}}, from {{on}}',
  loading: 'Loading the risks here…',
};
