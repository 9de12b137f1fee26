import type { ClockCode, ClockStanding, FourGate, GradeEntryKind, Recipient, ReportChannel, ReportKind } from '@changming/domain/incidents';

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
  causeFound: '事故原因查清',
  personHandled: '责任人员处理',
  measuresDone: '整改措施落实',
  peopleEducated: '有关人员受教育',
} satisfies Record<FourGate, string>;

export const gradeKinds = {
  facts: '事实变化',
  decided: '定级',
} satisfies Record<GradeEntryKind, string>;

export const bases = {
  report: '快报',
  confirm: '核实',
  describe: '补充基本情况',
  times: '时间更正',
  casualty: '伤亡登记',
  loss: '损失登记',
  investigation: '调查',
} as const;

export const steps = {
  report: '上报',
  confirm: '核实',
  describe: '补充基本情况',
  correctTimes: '更正时间',
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
  withdrawHandling: '撤回处理决定',
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
