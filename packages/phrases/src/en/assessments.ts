import type { AssessmentRefusal } from '@changming/domain/assessments';

export const refusals = {
  'assessments.not_found': 'This assessment does not exist, or lies outside your units',
  'assessments.future_date': 'The day must not be later than today',
} satisfies Record<AssessmentRefusal, string>;
