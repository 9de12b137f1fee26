import type {
  AccidentType,
  CaseState,
  Cause,
  ChapterName,
  ClockCode,
  ClockStanding,
  Danger,
  Degree,
  EventClass,
  FindingKind,
  FourGate,
  Grade,
  GradeEntryKind,
  HandlingMeasure,
  HazardTie,
  IncidentRefusal,
  InvestigationLevel,
  Nature,
  Recipient,
  Relation,
  ReportChannel,
  ReportKind,
  Responsibility,
  SpecialClass,
  SpecialTrigger,
} from '@changming/domain/incidents';

export { desk } from './incidents/desk.ts';
export { phone } from './incidents/phone.ts';

export const refusals = {
  'incidents.not_found': '未找到该事件，或它不在您的管辖范围内',
  'incidents.id_taken': '这个编号已被别人使用，请重新上报',
  'incidents.changed_meanwhile': '该事件刚被他人修改，请刷新后再试',
  'incidents.wrong_state': '事件 {no} 当前的状态不能这样办理，请刷新后查看',
  'incidents.future_time': '时间不能晚于现在',
  'incidents.before_event': '时间不能早于事件发生时',
  'incidents.times_out_of_order': '时间顺序不对：发生、发现、报告负责人依次往后',
  'incidents.type_of_other_edition': '事故类型不属于事发当日有效的分类标准，请重新选择',
  'incidents.person_not_found': '未找到此人，或不在您的管辖范围内',
  'incidents.casualty_not_found': '未找到该伤亡人员',
  'incidents.casualty_named_twice': '此人已在伤亡名单中，请在他的记录里登记变化',
  'incidents.too_many_casualties': '一起事件最多登记 {most} 人',
  'incidents.hazard_not_found': '未找到该隐患，或它不在您的管辖范围内',
  'incidents.hazard_tied_twice': '该隐患已经关联',
  'incidents.no_facts_any_more': '事件 {no} 已撤销或改为非生产安全事故，不能再登记',
  'incidents.class_contradicts_grade': '类别与等级不符：达到事故等级的选“生产安全事故”，未达到的选其他类别',
  'incidents.window_over': '补报期已于 {until} 结束，之后的伤亡变化只登记，不改变等级',
  'incidents.grade_below_facts': '低于按事实建议的等级，只能由集团安全部门决定',
  'incidents.not_graded': '尚未定级，请先定级',
  'incidents.grade_outdated': '登记的事实刚有变化，建议等级已不同，请刷新后再定级',
  'incidents.no_investigation': '尚未启动调查',
  'incidents.not_being_investigated': '事件不在调查中，不能提交报告',
  'incidents.level_too_low': '调查层级不够，该等级应由更高一级组织调查',
  'incidents.chapters_missing': '调查报告还有 {count} 章没有写',
  'incidents.cause_missing': '请填写直接原因和至少一条间接原因',
  'incidents.extension_too_long': '延期最长 {most} 天',
  'incidents.self_approval': '不能批复自己提交的调查报告',
  'incidents.approved_by_headquarters': '达到事故等级的调查报告由集团安全部门登记批复',
  'incidents.not_being_settled': '调查报告批复后、结案前才能办理',
  'incidents.handling_not_found': '未找到该处理决定',
  'incidents.handling_executed': '该处理已登记执行',
  'incidents.executed_before_decided': '执行日期不能早于决定日期',
  'incidents.gate_confirmed': '这一条已经确认',
  'incidents.cause_not_approved': '原因未查清：调查报告尚未批复',
  'incidents.cause_incomplete': '原因未查清：缺少直接原因或间接原因',
  'incidents.cause_unconfirmed': '“原因已查清”尚未有人确认',
  'incidents.nobody_handled': '责任人员未处理：没有处理记录，也没有说明为何无人应处理',
  'incidents.handling_not_executed': '责任人员未处理：有处理决定尚未执行',
  'incidents.handling_unconfirmed': '“责任人员已处理”尚未有人确认',
  'incidents.no_measures': '整改措施未落实：没有已完成的整改措施',
  'incidents.measures_open': '整改措施未落实：还有 {open} 项没有完成',
  'incidents.measures_unconfirmed': '“整改措施已落实”尚未有人确认',
  'incidents.nobody_educated': '有关人员未受到教育：没有培训或教育记录',
  'incidents.education_unconfirmed': '“有关人员已受到教育”尚未有人确认',
  'incidents.training_in_past': '培训期限不能早于今天',
  'incidents.responsibility_pending': '责任认定尚未作出，不能结案',
  'incidents.same_incident': '不能把事件并到它自己',
  'incidents.document_too_large': '超过 {most} 条，请按单位分开导出',
} satisfies Record<IncidentRefusal, string>;

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

export const recipients = {
  emergency: '县级应急管理部门',
  provincialEmergency: '省级应急管理部门',
  marketRegulator: '市场监管部门',
  fireBrigade: '消防救援（119）',
  headquarters: '集团总部',
  socialInsurance: '社会保险行政部门',
  other: '其他部门',
} satisfies Record<Recipient, string>;

export const reportKinds = {
  first: '首报',
  followUp: '续报',
  casualtyChange: '伤亡变化补报',
  written: '书面报告',
  workInjury: '工伤认定申请',
} satisfies Record<ReportKind, string>;

export const channels = {
  phone: '电话',
  system: '系统',
  written: '书面',
  inPerson: '当面',
} satisfies Record<ReportChannel, string>;

export const clocks = {
  confirm: '单位负责人核实',
  county: '报县级应急管理部门',
  province: '报省级应急管理部门',
  fireBrigade: '报火警 119',
  marketRegulator: '报市场监管部门',
  hqPhone: '电话报集团总部',
  hqRecord: '系统登记',
  hqWritten: '书面报集团总部',
  followUp: '续报',
  casualtyChange: '伤亡变化补报',
  workInjury: '工伤认定申请',
  investigationStart: '启动内部调查',
  investigationReport: '提交调查报告',
} satisfies Record<ClockCode, string>;

export const clockStandings = {
  open: '未到期',
  met: '按时',
  late: '超时完成',
  missed: '已超时',
  dropped: '不再要求',
} satisfies Record<ClockStanding, string>;

export const gates = {
  causeFound: '事故原因已查清',
  personHandled: '责任人员已处理',
  measuresDone: '整改措施已落实',
  peopleEducated: '有关人员已受到教育',
} satisfies Record<FourGate, string>;

export const gradeKinds = {
  facts: '事实变化',
  decided: '定级',
} satisfies Record<GradeEntryKind, string>;

export const bases = {
  report: '快报',
  confirm: '核实',
  describe: '补充基本情况',
  casualty: '伤亡登记',
  loss: '损失登记',
  investigation: '调查',
} as const;

export const steps = {
  report: '上报',
  confirm: '核实',
  describe: '补充基本情况',
  recordReport: '登记报送',
  recordCasualty: '登记伤亡',
  recordLoss: '登记损失',
  grade: '定级',
  setResponsibility: '责任认定',
  recordFinding: '认定报送问题',
  startInvestigation: '启动调查',
  writeInvestigation: '填写调查',
  submitInvestigation: '提交调查报告',
  sendBack: '退回调查报告',
  approve: '批复',
  recordHandling: '登记处理',
  executeHandling: '处理已执行',
  openMeasure: '下达整改措施',
  tieHazard: '关联隐患',
  recordBriefing: '登记事故教育',
  assignLesson: '布置事故教育培训',
  confirmGate: '确认四不放过',
  close: '结案',
  reopen: '重新打开',
  cancelDuplicate: '撤销重复上报',
  reclassify: '改为非生产安全事故',
} as const;

export const types = {
  struckByObject: '物体打击',
  siteVehicle: '厂（场）内车辆致害',
  roadRailVehicle: '道路（轨道）车辆致害',
  machinery: '机械致害',
  lifting: '起重致害',
  electrocution: '触电',
  drowning: '淹溺',
  burnScald: '灼烫',
  fire: '火灾',
  fallFromHeight: '高处坠落',
  fallSameLevel: '跌落',
  collapse: '坍塌',
  waterInrush: '水害',
  vesselExplosion: '容器爆炸',
  pipeExplosion: '管道爆炸',
  gasExplosion: '可燃气体爆炸',
  vapourExplosion: '可燃液体蒸气爆炸',
  dustExplosion: '粉尘爆炸',
  civilExplosives: '民用爆炸物品爆炸',
  fireworks: '烟花爆竹爆炸',
  otherSolidExplosion: '其他可燃固体爆炸',
  moltenExplosion: '高温熔融物爆炸',
  poisoning: '中毒',
  suffocation: '窒息',
  landslide: '滑坡',
  leak: '泄漏',
  other: '其他',
  oldStruckByObject: '物体打击',
  oldVehicle: '车辆伤害',
  oldMachinery: '机械伤害',
  oldLifting: '起重伤害',
  oldElectrocution: '触电',
  oldDrowning: '淹溺',
  oldBurnScald: '灼烫',
  oldFire: '火灾',
  oldFallFromHeight: '高处坠落',
  oldCollapse: '坍塌',
  oldRoofFall: '冒顶片帮',
  oldWaterInrush: '透水',
  oldBlasting: '放炮',
  oldPowderExplosion: '火药爆炸',
  oldGasExplosion: '瓦斯爆炸',
  oldBoilerExplosion: '锅炉爆炸',
  oldVesselExplosion: '容器爆炸',
  oldOtherExplosion: '其他爆炸',
  oldPoisoningSuffocation: '中毒和窒息',
  oldOther: '其他伤害',
} satisfies Record<AccidentType, string>;

export const documents = {
  ledger: '事件台账',
  columns: {
    number: '编号',
    unit: '单位',
    occurredAt: '发生时间',
    place: '地点',
    text: '经过',
    eventClass: '类别',
    accidentType: '事故类型',
    grade: '等级',
    state: '状态',
    deaths: '死亡',
    serious: '重伤',
    minor: '轻伤',
    missing: '下落不明',
    loss: '直接经济损失（元）',
    responsibility: '责任认定',
    lateClocks: '超时项数',
    closedOn: '结案日期',
  },
  quickReport: '生产安全事故快报',
  paper: {
    item: '项目',
    content: '内容',
    no: '编号',
    unit: '事故发生单位',
    occurredAt: '发生时间',
    place: '地点',
    text: '简要经过',
    counts: '伤亡情况',
    countsSaid: '死亡 {deaths} 人，重伤 {serious} 人，轻伤 {minor} 人，下落不明 {missing} 人',
    atRisk: '涉险人数',
    people: '伤亡人员',
    unnamed: '姓名待核实',
    loss: '初步估计直接经济损失（元）',
    grade: '等级',
    notGraded: '尚未定级',
    type: '事故类型',
    informedAt: '单位负责人接报时间',
    reportedAt: '上报时间',
    reporter: '上报人',
    reports: '报送情况',
    none: '无',
    reckoning: '以上为截至打印时已知情况，后续变化按规定补报。',
    madeOn: '打印时间：{at}',
    empty: '没有内容',
    pages: '第 {page} 页，共 {pages} 页',
    signatures: ['填报人', '单位负责人', '报送时间'],
  },
};
