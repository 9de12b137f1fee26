import * as access from '@changming/domain/access';
import * as actions from '@changming/domain/actions';
import * as analytics from '@changming/domain/analytics';
import * as assessments from '@changming/domain/assessments';
import { recordKinds } from '@changming/domain/audit';
import * as equipment from '@changming/domain/equipment';
import { photoSizes } from '@changming/domain/evidence';
import * as hazards from '@changming/domain/hazards';
import * as imports from '@changming/domain/imports';
import * as incidents from '@changming/domain/incidents';
import * as inspections from '@changming/domain/inspections';
import * as points from '@changming/domain/points';
import * as responsibilities from '@changming/domain/responsibilities';
import * as risks from '@changming/domain/risks';
import * as standards from '@changming/domain/standards';
import * as training from '@changming/domain/training';
import * as units from '@changming/domain/units';
import * as workforce from '@changming/domain/workforce';
import { describe, expect, it } from 'vitest';

import { en, zhCN } from './languages.ts';
import { pathsOf, toldCode, toldField, wordsAt } from './told.ts';
import type { toldCodes } from './told-codes.ts';

const riskSorts = optionsOf(risks.riskFilter.shape.sort);

/** What the gates have against somebody, as an override tells it. */
const objections = [
  ...workforce.workforceRefusals.filter((code) => /\.certificate_(?:missing|not_yet|expired|review_missed|revoked)$/u.test(code)),
  ...training.trainingRefusals.filter((code) => code.endsWith('_owed')),
];

/** What may stand in each of the fields, as the domain has it: a code that is new there has no words until somebody writes them. */
const lists = {
  analytics_dataset: analytics.datasetNames,
  outcome: ['complete', 'cut'],
  format: [...analytics.pullFormats, ...hazards.documentFormats],
  sort: [...hazards.ledgerSorts, ...riskSorts],
  origin: hazards.hazardOrigins,
  post: workforce.posts,
  role: access.roles,
  flags: units.unitFlags,
  access_kind: access.kinds,
  access_kinds: access.kinds,
  access_passwordProfile: access.passwordProfileNames,
  access_refused: access.accessRefusals,
  access_scopes: Object.keys(access.matrix),
  access_way: access.signInWays,
  units_kind: units.unitKinds,
  standards_certainty: standards.certainties,
  standards_kind: standards.clauseKinds,
  'standards.setDay_kind': standards.dayKinds,
  standards_layer: standards.layers,
  standards_ruleId: standards.ruleIds,
  standards_value: access.passwordProfileNames,
  workforce_codes: objections,
  workforce_engagement: workforce.engagements,
  workforce_field: workforce.unmaskFields,
  workforce_kind: workforce.certificateKinds,
  workforce_list: ['certificates'],
  workforce_part: workforce.watchParts,
  workforce_sex: ['male', 'female'],
  workforce_size: photoSizes,
  workforce_standing: workforce.certificateStandings,
  workforce_watched: workforce.watchedParts,
  'workforce.arrangeWatch_post': workforce.watchPosts,
  points_codes: objections,
  points_kind: points.pointKinds,
  points_list: ['points'],
  'points.createSheet_kind': points.sheetKinds,
  risks_boundary: ['lower', 'upper'],
  risks_cause: risks.regradingCauses,
  risks_graded: risks.riskLevels,
  risks_kind: risks.riskKinds,
  risks_level: risks.riskLevels,
  risks_method: risks.gradingMethods,
  risks_stage: risks.riskStages,
  equipment_category: equipment.specialCategories,
  equipment_condition: equipment.fireConditions,
  equipment_kind: equipment.fireKinds,
  'equipment.checkFire_kind': equipment.fireCheckKinds,
  'equipment.checkPlace_kind': equipment.placeCheckKinds,
  'equipment.recordInspection_kind': equipment.inspectionKinds,
  equipment_list: ['special', 'fire', 'missedSpots'],
  'equipment.explain_reason': equipment.spotMissReasons,
  equipment_registration: equipment.registrations,
  equipment_result: equipment.inspectionResults,
  equipment_state: equipment.specialStates,
  'equipment.exportSpecial_standing': equipment.specialStandings,
  'equipment.exportFire_standing': equipment.fireStandings,
  inspections_by: ['post', 'person'],
  inspections_category: hazards.hazardCategories,
  inspections_every: inspections.cadenceNames,
  inspections_kind: inspections.roundKinds,
  inspections_list: ['occurrences', 'plans'],
  inspections_points: ['unit', 'listed', 'branch'],
  'inspections.explain_reason': inspections.missReasons,
  inspections_restDays: ['skip', 'keep'],
  inspections_shift: inspections.shifts,
  inspections_source: hazards.hazardSources,
  inspections_stage: hazards.hazardStages,
  inspections_state: inspections.occurrenceStates,
  inspections_suggestion: hazards.suggestionStages,
  inspections_timing: inspections.timings,
  hazards_account: hazards.accounts,
  hazards_category: hazards.hazardCategories,
  hazards_factor: hazards.factorCodes,
  hazards_keyArea: points.pointKinds,
  hazards_kind: hazards.hazardKinds,
  hazards_level: hazards.hazardLevels,
  hazards_list: hazards.orderedLists,
  hazards_source: hazards.hazardSources,
  hazards_stage: hazards.hazardStages,
  hazards_suggestion: hazards.suggestionStages,
  actions_effect: actions.actionEffects,
  actions_extension: hazards.requestStages,
  actions_kind: actions.actionKinds,
  actions_list: ['ledger'],
  actions_origin: actions.actionOrigins,
  actions_state: actions.actionStates,
  incidents_accidentType: incidents.accidentTypes,
  incidents_channel: incidents.reportChannels,
  incidents_dangers: incidents.dangers,
  incidents_degree: incidents.degrees,
  incidents_document: ['quickReport'],
  incidents_eventClass: incidents.eventClasses,
  incidents_finding: incidents.findingKinds,
  incidents_gate: incidents.fourGates,
  incidents_grade: incidents.grades,
  incidents_kind: incidents.reportKinds,
  incidents_level: incidents.investigationLevels,
  incidents_list: ['ledger'],
  incidents_measure: incidents.handlingMeasures,
  incidents_nature: incidents.natures,
  incidents_recipient: incidents.recipients,
  incidents_responsibility: incidents.responsibilities,
  incidents_specialClass: incidents.specialClasses,
  incidents_specialTriggers: incidents.specialTriggers,
  incidents_state: incidents.caseStates,
  incidents_suggested: incidents.grades,
  incidents_tie: incidents.hazardTies,
  'incidents.openMeasure_kind': actions.actionKinds,
  'incidents.openMeasure_state': [...incidents.caseStates, ...actions.actionStates],
  'incidents.openMeasure_origin': actions.actionOrigins,
  'incidents.assignLesson_category': training.trainingCategories,
  'incidents.assignLesson_level': training.trainingLevels,
  'incidents.assignLesson_state': training.sessionStates,
  training_by: ['exam'],
  training_category: training.trainingCategories,
  training_doubts: training.violationDoubts,
  training_ended: training.attemptEnds,
  training_handling: training.handlings,
  training_kind: training.violationKinds,
  'training.addItem_kind': training.libraryKinds,
  'training.reviseItem_kind': training.libraryKinds,
  'training.withdrawItem_kind': training.libraryKinds,
  'training.addQuestion_kind': training.questionKinds,
  'training.reviseQuestion_kind': training.questionKinds,
  'training.enterQuestions_kind': training.questionKinds,
  'training.registerChange_kind': training.changeKinds,
  training_level: training.trainingLevels,
  training_list: ['attendance', 'hours', 'results', 'questions', 'violations'],
  training_result: ['passed', 'failed'],
  training_role: training.trainingRoles,
  training_state: training.sessionStates,
  'training.approvePlan_state': ['draft', 'approved'],
  'training.closeSeats_state': training.seatStates,
  'training.draftPlan_state': ['draft', 'approved'],
  'training.mark_*': ['scan', 'list', 'sheet', 'absent', 'passed', 'failed'],
  training_topic: training.topics,
  responsibilities_cause: responsibilities.letterCauses,
  responsibilities_kind: responsibilities.dutyKinds,
  responsibilities_posts: workforce.posts,
  responsibilities_unitKinds: units.unitKinds,
  responsibilities_period: responsibilities.dutyPeriods,
  responsibilities_state: responsibilities.letterStates,
  'responsibilities.openCampaign_state': ['draft', 'open', 'closed'],
  'responsibilities.closeCampaign_state': ['draft', 'open', 'closed'],
  responsibilities_verdict: responsibilities.letterVerdicts,
  'responsibilities.setQuota_code': responsibilities.leadCodes,
  assessments_code: ['hazard-treatment', 'dual-prevention', 'comprehensive', 'garment-35'],
  assessments_indicator: assessments.indicatorCodes,
  assessments_kind: assessments.findingKinds,
  assessments_rule: assessments.vetoRuleCodes,
  assessments_schemeCode: ['hazard-treatment', 'dual-prevention', 'comprehensive', 'garment-35'],
  assessments_stage: assessments.runStages,
  'assessments.appeal_stage': assessments.appealStages,
  'assessments.decideAppeal_stage': assessments.appealStages,
  'assessments.decideFinding_stage': assessments.findingStages,
  'assessments.publishScheme_stage': ['draft', 'published'],
  assessments_step: ['compute', 'ask', 'hearAppeals', 'review', 'recompute', 'finalise', 'publish', 'archive'],
  'imports.run_condition': equipment.fireConditions,
  'imports.run_engagement': workforce.engagements,
  'imports.run_graded': risks.riskLevels,
  'imports.run_kind': [...units.unitKinds, ...equipment.fireKinds, ...points.pointKinds],
  'imports.run_result': ['passed', 'failed'],
  'imports.run_sex': ['male', 'female'],
  'imports.run_stage': [...hazards.hazardStages, ...risks.riskStages],
  'imports.run_state': equipment.specialStates,
  imports_failure: imports.importRefusals,
  imports_kind: imports.importKinds,
  imports_state: ['declared', 'reading', 'planned', 'running', 'done', 'failed'],
} as const satisfies Record<keyof typeof toldCodes, readonly string[]>;

describe.each([
  ['Chinese', zhCN],
  ['English', en],
])('in %s the trail', (_, words) => {
  it.each(Object.entries(lists))('has words for every code of %s', (key, codes) => {
    const at = placeOf(key);

    expect(codes.filter((code) => toldCode(words, at, code) === undefined)).toEqual([]);
  });

  it('calls every field of codes by a name, and every kind of record', () => {
    const unnamed = Object.keys(lists).filter((key) => toldField(words, placeOf(key).verb, placeOf(key).field) === undefined);

    expect(unnamed).toEqual([]);
    expect(Object.keys(wordsAt(words, 'audit.desk.records')).toSorted()).toEqual([...recordKinds].toSorted());
  });
});

it('says one thing by a code where an act writes records of several kinds', () => {
  const several = Object.keys(lists).map(placeOf);
  const twice = several.flatMap(({ verb, field }) => {
    const codes = pathsOf(verb, field).flatMap((path) => Object.entries(wordsAt(zhCN, path)));
    return codes
      .filter(([code, word]) => codes.some(([other, told]) => other === code && told !== word))
      .map(([code]) => `${field}: ${code}`);
  });

  expect(twice).toEqual([]);
});

/** `hazards_stage` is the field of any verb of hazards; `post` one of any context. */
function placeOf(key: string): { verb: string; field: string } {
  const [of, field] = key.split('_');
  if (of === undefined || field === undefined) return { verb: 'shell.any', field: key };
  return { verb: of.includes('.') ? of : `${of}.any`, field };
}

function optionsOf(schema: { unwrap: () => { options: readonly string[] } }): readonly string[] {
  return schema.unwrap().options;
}
