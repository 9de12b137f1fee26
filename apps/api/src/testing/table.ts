import type { Example } from './example.ts';
import { access as accessAsked } from './examples/access.ts';
import { actions as actionsAsked } from './examples/actions.ts';
import { analytics as analyticsAsked } from './examples/analytics.ts';
import { assessments as assessmentsAsked } from './examples/assessments.ts';
import { audit as auditAsked } from './examples/audit.ts';
import { equipment as equipmentAsked } from './examples/equipment.ts';
import { evidence as evidenceAsked } from './examples/evidence.ts';
import { hazards as hazardsAsked } from './examples/hazards.ts';
import { imports as importsAsked } from './examples/imports.ts';
import { incidents as incidentsAsked } from './examples/incidents.ts';
import { inspections as inspectionsAsked } from './examples/inspections.ts';
import { notices as noticesAsked } from './examples/notices.ts';
import { points as pointsAsked } from './examples/points.ts';
import { responsibilities as responsibilitiesAsked } from './examples/responsibilities.ts';
import { risks as risksAsked } from './examples/risks.ts';
import { standards as standardsAsked } from './examples/standards.ts';
import { heldTraining as heldTrainingAsked } from './examples/training-held.ts';
import { learningTraining as learningTrainingAsked } from './examples/training-learning.ts';
import { units as unitsAsked } from './examples/units.ts';
import { workforce as workforceAsked } from './examples/workforce.ts';
import type { Said } from './oracle.ts';
import { access } from './said/access.ts';
import { actions } from './said/actions.ts';
import { analytics } from './said/analytics.ts';
import { assessments } from './said/assessments.ts';
import { audit } from './said/audit.ts';
import { equipment } from './said/equipment.ts';
import { evidence } from './said/evidence.ts';
import { hazards } from './said/hazards.ts';
import { imports } from './said/imports.ts';
import { incidents } from './said/incidents.ts';
import { inspections } from './said/inspections.ts';
import { notices } from './said/notices.ts';
import { points } from './said/points.ts';
import { responsibilities } from './said/responsibilities.ts';
import { risks } from './said/risks.ts';
import { standards } from './said/standards.ts';
import { heldTraining } from './said/training-held.ts';
import { learningTraining } from './said/training-learning.ts';
import { units } from './said/units.ts';
import { workforce } from './said/workforce.ts';

/** One word a context: what the description says of its routes, and how to ask each of them. */
export const said: Readonly<Record<string, Said>> = {
  ...access,
  ...actions,
  ...analytics,
  ...assessments,
  ...audit,
  ...equipment,
  ...evidence,
  ...hazards,
  ...imports,
  ...incidents,
  ...inspections,
  ...notices,
  ...points,
  ...responsibilities,
  ...risks,
  ...standards,
  ...heldTraining,
  ...learningTraining,
  ...units,
  ...workforce,
};
export const examples: Readonly<Record<string, Example>> = {
  ...accessAsked,
  ...actionsAsked,
  ...analyticsAsked,
  ...assessmentsAsked,
  ...auditAsked,
  ...equipmentAsked,
  ...evidenceAsked,
  ...hazardsAsked,
  ...importsAsked,
  ...incidentsAsked,
  ...inspectionsAsked,
  ...noticesAsked,
  ...pointsAsked,
  ...responsibilitiesAsked,
  ...risksAsked,
  ...standardsAsked,
  ...heldTrainingAsked,
  ...learningTrainingAsked,
  ...unitsAsked,
  ...workforceAsked,
};
