import type { RequestKind } from '@changming/domain/hazards';

/** 待我审批, on the desk and on the phone. */
export const requests = {
  title: '待我审批',
  lead: '下级申请的延期、作废、治理方案和摘牌，由您决定。期限近的在前。',
  tab: '待审批',
  count: '待审批 {{count}}',
  empty: '没有等您审批的申请',
  emptyNext: '下级提出申请后会出现在这里，并发通知给您。',
  kinds: { extension: '延期', voiding: '作废', treatment: '治理方案', delisting: '摘牌' } satisfies Record<RequestKind, string>,
  asks: {
    extension: '申请延期到 {{on}}',
    voiding: '申请作废（{{kind}}）',
    treatment: '治理方案等待审批',
    delisting: '申请摘牌',
  } satisfies Record<RequestKind, string>,
  by: '{{name}}，{{on}}',
  columns: { asked: '申请', by: '申请人', due: '期限' },
  plan: {
    goals: '治理目标',
    methods: '方法和措施',
    organisation: '机构和人员',
    timeLimit: '时限和要求',
    safetyMeasures: '安全措施和应急预案',
  },
  grant: '同意',
  deny: '不同意',
  grantTitle: '同意这项申请？',
  denyTitle: '不同意的原因',
  note: '说明（可不填）',
  reason: '原因',
  reasonMissing: '请写明不同意的原因',
  grantSure: '确认同意',
  denySure: '确认不同意',
  granted: '已同意',
  denied: '已答复不同意',
};
