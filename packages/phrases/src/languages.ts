import * as responsibilities from './zh-CN/responsibilities.ts';
import * as responsibilitiesEn from './en/responsibilities.ts';
import * as incidents from './zh-CN/incidents.ts';
import * as incidentsEn from './en/incidents.ts';
import * as training from './zh-CN/training.ts';
import * as trainingEn from './en/training.ts';
import * as actions from './zh-CN/actions.ts';
import * as actionsEn from './en/actions.ts';
import * as equipment from './zh-CN/equipment.ts';
import * as equipmentEn from './en/equipment.ts';
import * as inspections from './zh-CN/inspections.ts';
import * as inspectionsEn from './en/inspections.ts';
import * as analytics from './zh-CN/analytics.ts';
import * as analyticsEn from './en/analytics.ts';
import * as assessments from './zh-CN/assessments.ts';
import * as assessmentsEn from './en/assessments.ts';
import * as auditEn from './en/audit.ts';
import * as audit from './zh-CN/audit.ts';
import * as accessEn from './en/access.ts';
import * as evidenceEn from './en/evidence.ts';
import * as hazardsEn from './en/hazards.ts';
import * as importsEn from './en/imports.ts';
import * as noticesEn from './en/notices.ts';
import * as pointsEn from './en/points.ts';
import * as requestEn from './en/request.ts';
import * as shellEn from './en/shell.ts';
import * as standardsEn from './en/standards.ts';
import * as unitsEn from './en/units.ts';
import * as workforceEn from './en/workforce.ts';
import * as access from './zh-CN/access.ts';
import * as evidence from './zh-CN/evidence.ts';
import * as hazards from './zh-CN/hazards.ts';
import * as imports from './zh-CN/imports.ts';
import * as notices from './zh-CN/notices.ts';
import * as points from './zh-CN/points.ts';
import * as risks from './zh-CN/risks.ts';
import * as risksEn from './en/risks.ts';
import * as request from './zh-CN/request.ts';
import * as shell from './zh-CN/shell.ts';
import * as standards from './zh-CN/standards.ts';
import * as units from './zh-CN/units.ts';
import * as workforce from './zh-CN/workforce.ts';

/** Every sentence a person reads, by language and namespace; a namespace is a context, or `shell` and `request` for what belongs to none. */
export const zhCN = {
  responsibilities,
  incidents,
  training,
  actions,
  equipment,
  inspections,
  analytics,
  assessments,
  standards,
  access,
  audit,
  evidence,
  hazards,
  imports,
  notices,
  points,
  risks,
  request,
  shell,
  units,
  workforce,
};
export const en = {
  responsibilities: responsibilitiesEn,
  incidents: incidentsEn,
  training: trainingEn,
  actions: actionsEn,
  equipment: equipmentEn,
  inspections: inspectionsEn,
  analytics: analyticsEn,
  assessments: assessmentsEn,
  standards: standardsEn,
  access: accessEn,
  audit: auditEn,
  evidence: evidenceEn,
  hazards: hazardsEn,
  imports: importsEn,
  notices: noticesEn,
  points: pointsEn,
  risks: risksEn,
  request: requestEn,
  shell: shellEn,
  units: unitsEn,
  workforce: workforceEn,
} satisfies Record<keyof typeof zhCN, unknown>;
