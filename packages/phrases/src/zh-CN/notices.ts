import type { NoticeRefusal } from '@changming/domain/notices';

export const refusals = {
  'notices.not_found': '未找到该通知',
  'notices.no_person': '该账号没有对应人员，没有通知',
} satisfies Record<NoticeRefusal, string>;

/** What a notice says; `{facts}` are filled in. Each names the record, what to do, and by when. */
export const abouts: Readonly<Record<string, string>> = {
  'hazards.reported': '{unit}上报了隐患 {no}“{title}”，请核实定级',
  'hazards.assigned': '隐患 {no}“{title}”由您整改，请于 {due} 前完成',
  'hazards.dueSoon': '隐患 {no}“{title}”将于 {due} 到期，请抓紧整改',
  'hazards.overdue': '隐患 {no}“{title}”已超期 {days} 天，请立即整改',
  'hazards.escalated': '{unit}的隐患 {no}“{title}”已超期 {days} 天，请督办',
  'hazards.submitted': '隐患 {no}“{title}”已提交整改，请于 {due} 前验收',
  'hazards.acceptanceOverdue': '隐患 {no}“{title}”验收已超期，请尽快验收',
  'hazards.sentBack': '隐患 {no}“{title}”验收未通过，请重新整改：{reason}',
  'hazards.closed': '隐患 {no}“{title}”已销号',
  'hazards.reopened': '隐患 {no}“{title}”已重开，请重新整改',
  'hazards.extensionAsked': '隐患 {no}“{title}”申请延期到 {due}，请审批',
  'hazards.extensionDecided': '隐患 {no}“{title}”的延期申请已有结果',
  'hazards.majorUnconfirmed': '隐患 {no}“{title}”疑似重大，请在 24 小时内确认',
  'hazards.supervised': '隐患 {no}“{title}”已挂牌督办',
  'hazards.progressDue': '挂牌督办的隐患 {no}“{title}”本周进展尚未填报',
  'hazards.lookBackAssigned': '请于 {due} 前对隐患 {no}“{title}”回头看',
  'hazards.lookBackOverdue': '隐患 {no}“{title}”的回头看已超期',
  'hazards.voidAsked': '隐患 {no}“{title}”申请作废，请审批',
  'hazards.voidDenied': '隐患 {no}“{title}”的作废申请未获同意，请继续整改',
  'hazards.voided': '隐患 {no}“{title}”已作废',
  'hazards.denialProposed': '隐患 {no}“{title}”拟认定为非重大，请会签',
  'hazards.majorConfirmed': '{unit}的隐患 {no}“{title}”已确认为重大，请报告主管部门并编制治理方案',
  'hazards.treatmentDrafted': '{unit}的重大隐患 {no}“{title}”治理方案已编制，请审批',
  'hazards.treatmentDecided': '重大隐患 {no}“{title}”的治理方案已有审批结果',
  'hazards.delistingAsked': '挂牌督办的隐患 {no}“{title}”申请摘牌，请审批',
  'hazards.delistingDecided': '隐患 {no}“{title}”的摘牌申请已有结果',
  'hazards.triageOverdue': '{unit}上报的隐患 {no}“{title}”尚未定级，请尽快处理',
  'hazards.recounted': '隐患汇总数与逐条复核有 {count} 处不一致，已自动更正',
};

export const mail = { subject: '【长明】{sentence}', open: '请点击办理：', why: '您收到此邮件，因为您在长明登记了邮箱。' };

/** 手机端的通知 */
export const phone = {
  title: '通知',
  unread: '{{count}} 条未读',
  none: '没有通知',
  noneNext: '分给您的任务、期限和结果会出现在这里。',
  readAll: '全部标为已读',
  more: '加载更多',
};

/** 消息 and 通知方式 of the desk. */
export const desk = {
  bell: '消息',
  bellUnread: '消息，{{count, number}} 条未读',
  title: '消息',
  unread: '只看未读',
  all: '全部',
  readAll: '全部标为已读',
  allRead: '已全部标为已读',
  open: '去办理',
  empty: '没有消息',
  emptyNext: '分给您的任务、快到的期限和结果会出现在这里。',
  noUnread: '没有未读消息',
  more: '加载更多',
  channels: {
    title: '通知方式',
    lead: '消息总会出现在系统里。还可以另外发到您的邮箱。',
    email: '邮箱',
    emailHint: '不填就不发邮件',
    emailWrong: '邮箱地址不完整',
    quiet: '免打扰时段',
    quietHint: '这段时间里的邮件等结束后再发，可以跨过零点。系统里的消息不受影响。',
    from: '开始',
    to: '结束',
    both: '开始和结束要么都填，要么都不填',
    save: '保存',
    saved: '通知方式已保存',
    nobody: '这个账号没有对应人员，收不到通知',
    nobodyNext: '管理员的专用账号不接收业务通知。',
  },
};
