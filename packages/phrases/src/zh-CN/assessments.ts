import type { AssessmentRefusal } from '@changming/domain/assessments';

export const refusals = {
  'assessments.not_found': '未找到该考核，或它不在您的管辖范围内',
  'assessments.future_date': '日期不能晚于今天',
} satisfies Record<AssessmentRefusal, string>;
