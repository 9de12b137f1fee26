import { schemeFaults } from './scheme-faults.ts';

type Fault = (typeof schemeFaults)[number];

export const assessmentRefusals = [
  'assessments.scheme_not_found',
  'assessments.run_not_found',
  'assessments.result_not_found',
  // schemes
  ...schemeFaults.map((fault): `assessments.${Fault}` => `assessments.${fault}`),
  'assessments.headquarters_only',
  'assessments.scheme_published',
  'assessments.own_scheme',
  'assessments.not_a_period_start',
  'assessments.version_in_force',
  // runs
  'assessments.period_unknown',
  'assessments.period_kind_not_in_scheme',
  'assessments.wrong_stage',
  'assessments.time_not_up',
  'assessments.appeals_open',
  'assessments.same_person',
  // what persons add
  'assessments.appeals_not_heard',
  'assessments.appeal_too_late',
  'assessments.appeal_decided',
  'assessments.own_appeal',
  'assessments.reason_missing',
  'assessments.adjust_not_scored',
  'assessments.adjust_nothing',
  'assessments.own_adjustment',
  'assessments.already_run',
  'assessments.cut_off_ahead',
  'assessments.not_a_restatement',
  'assessments.finding_not_found',
  'assessments.finding_decided',
  'assessments.finding_incomplete',
  'assessments.own_finding',
  'assessments.rule_unknown',
  'assessments.appeal_not_found',
  'assessments.confirmed_already',
  'assessments.indicator_without_records',
] as const;

export type AssessmentRefusal = (typeof assessmentRefusals)[number];
