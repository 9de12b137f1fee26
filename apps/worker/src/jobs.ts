import * as actions from './contexts/actions/jobs.ts';
import * as access from './contexts/access/jobs.ts';
import * as analytics from './contexts/analytics/jobs.ts';
import * as assessments from './contexts/assessments/jobs.ts';
import * as audit from './contexts/audit/jobs.ts';
import * as equipment from './contexts/equipment/jobs.ts';
import * as evidence from './contexts/evidence/jobs.ts';
import * as hazards from './contexts/hazards/jobs.ts';
import * as imports from './contexts/imports/jobs.ts';
import * as incidents from './contexts/incidents/jobs.ts';
import * as inspections from './contexts/inspections/jobs.ts';
import * as notices from './contexts/notices/jobs.ts';
import * as responsibilities from './contexts/responsibilities/jobs.ts';
import * as risks from './contexts/risks/jobs.ts';
import * as training from './contexts/training/jobs.ts';
import * as workforce from './contexts/workforce/jobs.ts';
import type { Job } from './job.ts';

/** One line a context. */
const contexts = {
  actions,
  access,
  analytics,
  assessments,
  audit,
  equipment,
  evidence,
  hazards,
  imports,
  incidents,
  inspections,
  notices,
  responsibilities,
  risks,
  training,
  workforce,
};

export const jobs: readonly Job[] = Object.values(contexts).flatMap((context) => Object.values(context));
