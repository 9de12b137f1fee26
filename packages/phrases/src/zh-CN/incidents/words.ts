import type {
  CaseState,
  Cause,
  ChapterName,
  Danger,
  Degree,
  EventClass,
  FindingKind,
  Grade,
  HandlingMeasure,
  HazardTie,
  InvestigationLevel,
  Nature,
  Relation,
  Responsibility,
  SpecialClass,
  SpecialTrigger,
} from '@changming/domain/incidents';

export const classes = {
  nearMiss: '未遂事件',
  firstAid: '急救处置',
  minorInjury: '轻伤事故',
  property: '财产损失',
  realFire: '初起火情',
  other: '其他事件',
  statutory: '生产安全事故',
} satisfies Record<EventClass, string>;

export const grades = {
  none: '未达事故等级',
  ordinary: '一般事故',
  larger: '较大事故',
  major: '重大事故',
  extraordinary: '特别重大事故',
} satisfies Record<Grade, string>;

export const states = {
  reported: '已上报',
  confirmed: '已核实',
  reportedExternally: '已对外报送',
  investigating: '调查中',
  reportSubmitted: '报告待批复',
  approved: '已批复',
  rectifying: '整改中',
  fourGates: '四不放过核查',
  closed: '已结案',
  reopened: '已重新打开',
  cancelledDuplicate: '重复上报已撤销',
  reclassifiedNonProduction: '非生产安全事故',
} satisfies Record<CaseState, string>;

export const degrees = {
  none: '未受伤',
  firstAid: '急救处置',
  minor: '轻伤',
  serious: '重伤',
  acutePoisoning: '急性工业中毒',
  missing: '下落不明',
  death: '死亡',
} satisfies Record<Degree, string>;

export const relations = {
  employee: '本单位员工',
  contractor: '相关方人员',
  other: '其他人员',
} satisfies Record<Relation, string>;

export const dangers = {
  severePollution: '严重污染',
  importantPlace: '危及重要场所（含人员密集场所）',
  other: '其他较大涉险',
} satisfies Record<Danger, string>;

export const countedDangers = {
  atRisk: '涉险人数达到规定',
  trapped: '被困或下落不明人数达到规定',
  evacuated: '紧急疏散人数达到规定',
} as const;

export const specialClasses = {
  boiler: '锅炉',
  pressureVessel: '压力容器',
  pressurePipe: '压力管道',
  crane: '起重机械',
  lift: '电梯',
  other: '其他特种设备',
} satisfies Record<SpecialClass, string>;

export const specialTriggers = {
  explosion: '爆炸',
  craneOverturned: '起重机械整体倾覆',
  craneBroken: '起重机械主要受力结构折断或起升机构坠落',
  liftTrapped: '电梯轿厢滞留人员 2 小时以上',
  toxicLeak: '有毒介质泄漏并疏散人员',
} satisfies Record<SpecialTrigger, string>;

export const responsibilities = {
  pending: '待认定',
  unit: '本单位责任',
  shared: '共同责任',
  none: '无责任',
} satisfies Record<Responsibility, string>;

export const findings = {
  late: '迟报',
  omitted: '漏报',
  false: '谎报',
  concealed: '瞒报',
} satisfies Record<FindingKind, string>;

export const levels = {
  enterprise: '企业',
  county: '县级',
  city: '设区的市级',
  province: '省级',
  state: '国务院',
} satisfies Record<InvestigationLevel, string>;

export const natures = {
  responsible: '责任事故',
  notResponsible: '非责任事故',
  natural: '自然灾害',
} satisfies Record<Nature, string>;

export const factors = {
  human: '人',
  machine: '物',
  environment: '环境',
  management: '管理',
} satisfies Record<Cause['factor'], string>;

export const chapters = {
  unitProfile: '事故发生单位概况',
  course: '事故经过和救援情况',
  casualties: '伤亡和直接经济损失',
  causes: '事故原因和性质',
  responsibility: '责任认定和处理建议',
  measures: '防范和整改措施',
} satisfies Record<ChapterName, string>;

export const measures = {
  reminder: '提醒',
  talk: '约谈',
  notice: '通报批评',
  economic: '经济处罚',
  warning: '警告',
  demerit: '记过',
  demote: '降职',
  remove: '撤职',
  dismiss: '解除劳动合同',
  transferJudicial: '移送司法机关',
} satisfies Record<HandlingMeasure, string>;

export const ties = {
  ledTo: '导致本事件',
  found: '调查发现',
} satisfies Record<HazardTie, string>;
