import type {
  Commitment,
  EscalationTarget,
  EvaluationKind,
  HazardGrade,
  HazardKind,
  HazardLevel,
  HazardOrigin,
  HazardSource,
  HazardStage,
  HazardStep,
  ListingReason,
  LookBackReason,
  LookBackResult,
  OnTheSpotItem,
  RequestStage,
  SendBackReason,
  SuggestionStage,
  SuggestionStep,
  SupervisionLevel,
  SupervisionStage,
  SupervisionStep,
  Suspicion,
  TreatmentStage,
  TreatmentStep,
  VoidKind,
} from '@changming/domain/hazards';

export const stages = {
  reported: '已上报',
  registered: '已登记',
  assigned: '已下达',
  rectifying: '整改中',
  submitted: '待验收',
  closed: '已销号',
  void: '作废',
} satisfies Record<HazardStage, string>;

export const steps = {
  register: '登记定级',
  assign: '下达整改',
  replan: '调整方案',
  start: '开始整改',
  submit: '提交验收',
  fixOnTheSpot: '立行立改',
  sendBack: '退回',
  accept: '验收通过',
  void: '作废',
  reopen: '重开',
} satisfies Record<HazardStep, string>;

/** 待核实 on the phone. */
export const toTriage = {
  tab: '待核实',
  count: '待核实 {{count}}',
  note: '{{count}} 条上报等您核实定级',
  empty: '没有等您核实的上报',
  emptyNext: '有人上报后会出现在这里，并发通知给您。',
};

/** 缺整改前照片 */
export const beforeLack = {
  title: '缺整改前照片',
  none: '没有照片',
  notReceived: '没有收到照片',
  because: '缺整改前照片：{{reason}}',
  open: '缺整改前照片：上报时没有拍，请整改人动手前补拍。',
  said: '缺整改前照片：{{reason}}；{{by}}',
  photos: '整改前照片',
  why: '为什么没有整改前照片',
  note: '上报时没有拍。请传动手前拍下的照片；确实没有的写明原因，验收人会看到。整改后的照片照样要有。',
  lead: '上报时没有拍。动手之前，先拍下现在的样子。',
  cannot: '拍不到整改前照片',
  again: '补拍整改前照片',
  reasons: { urgent: '情况紧急，已先处理', changed: '现场已经变化', unreachable: '不能安全靠近' },
  missing: '请选或写明原因',
  save: '记下原因',
};

export const grades = { general: '一般事故隐患', major: '重大事故隐患' } satisfies Record<HazardGrade, string>;
export const levels = { team: '班组级', workshop: '车间级', unit: '公司级', major: '重大' } satisfies Record<HazardLevel, string>;

export const commitments = {
  responsibility: '责任',
  measures: '措施',
  funds: '资金',
  timeLimit: '时限',
  contingency: '预案',
} satisfies Record<Commitment, string>;

export const sources = {
  selfCheck: '自查',
  groupInspection: '集团督查',
  authority: '政府检查',
  expert: '专家检查',
  employeeReport: '员工上报',
  accidentFollowup: '事故追查',
  campaign: '专项整治',
} satisfies Record<HazardSource, string>;

export const kinds = { basicManagement: '基础管理类', site: '现场管理类' } satisfies Record<HazardKind, string>;
export const origins = { recorded: '系统记录', opening: '期初导入' } satisfies Record<HazardOrigin, string>;
export const voidKinds = { falseAlarm: '误报', duplicate: '重复' } satisfies Record<VoidKind, string>;

/** 作废的缘由写在环节后面 */
export const voidedAs = { falseAlarm: '作废（误报）', duplicate: '作废（重复）' } satisfies Record<VoidKind, string>;

export const suggestionStages = {
  none: '无建议',
  open: '建议重大，待确认',
  denialProposed: '拟否定，待复核',
  confirmed: '已确认重大',
  denied: '已否定重大',
} satisfies Record<SuggestionStage, string>;

export const suggestionSteps = {
  confirm: '确认重大',
  proposeDenial: '提出否定',
  countersign: '复核否定',
} satisfies Record<SuggestionStep, string>;

export const treatmentStages = {
  confirmed: '待编制方案',
  drafted: '方案待批',
  approved: '治理中',
  evaluated: '已评估',
} satisfies Record<TreatmentStage, string>;

export const treatmentSteps = {
  tellAuthority: '登记向监管部门报告',
  draft: '编制治理方案',
  approve: '批准方案',
  returnDraft: '退回方案',
  evaluate: '治理评估',
} satisfies Record<TreatmentStep, string>;

export const evaluations = { self: '自评', expert: '专家评估' } satisfies Record<EvaluationKind, string>;
export const extensionStages = { asked: '待审批', granted: '已同意', denied: '未同意', withdrawn: '已撤回' } satisfies Record<
  RequestStage,
  string
>;

export const sendBackReasons = {
  notFixed: '未整改',
  partlyFixed: '整改不到位',
  photoUnclear: '照片看不清',
  otherPlace: '不是同一处',
  temporaryOnly: '只是临时措施',
  other: '其他',
} satisfies Record<SendBackReason, string>;

export const supervisionLevels = { group: '集团', county: '县（区）', city: '市', province: '省' } satisfies Record<
  SupervisionLevel,
  string
>;
export const supervisionStages = {
  listed: '督办中',
  delistingAsked: '申请摘牌',
  delisted: '已摘牌',
} satisfies Record<SupervisionStage, string>;

export const supervisionSteps = {
  report: '报告进展',
  askDelisting: '申请摘牌',
  refuseDelisting: '不予摘牌',
  delist: '摘牌',
} satisfies Record<SupervisionStep, string>;

export const listingReasons = {
  confirmedMajor: '已确认重大隐患',
  unitOverdue: '公司级隐患严重逾期',
  authorityOverdue: '政府检查隐患逾期',
  recurrences: '反复发生',
} satisfies Record<ListingReason, string>;

export const lookBackResults = { held: '保持整改', relapsed: '隐患回潮' } satisfies Record<LookBackResult, string>;
export const lookBackReasons = { major: '重大必查', authority: '政府检查必查', drawn: '随机抽取' } satisfies Record<LookBackReason, string>;

export const escalationTargets = {
  person: '责任人',
  unitHead: '单位负责人',
  parent: '上级单位',
  headquarters: '集团',
} satisfies Record<EscalationTarget, string>;

/** 《机关、团体、企业、事业单位消防安全管理规定》第三十一条 */
export const onTheSpot = {
  'O61-31-1': '违章进入生产、储存易燃易爆危险物品场所的',
  'O61-31-2': '违章使用明火作业或者在具有火灾、爆炸危险的场所吸烟、使用明火等违反禁令的',
  'O61-31-3': '将安全出口上锁、遮挡，或者占用、堆放物品影响疏散通道畅通的',
  'O61-31-4': '消火栓、灭火器材被遮挡影响使用或者被挪作他用的',
  'O61-31-5': '常闭式防火门处于开启状态，防火卷帘下堆放物品影响使用的',
  'O61-31-6': '消防设施管理、值班人员和防火巡查人员脱岗的',
  'O61-31-7': '违章关闭消防设施、切断消防电源的',
  'O61-31-8': '其他可以当场改正的行为',
} satisfies Record<OnTheSpotItem, string>;

/** 只提请核查，不自动处罚 */
export const suspicions = {
  sameBeforeAndAfter: '整改前后是同一张照片',
  reusedPhoto: '照片在别的记录里出现过',
  tooQuick: '下达后几分钟就提交',
  farAway: '拍摄地点离点位较远',
  takenBefore: '整改后照片拍摄早于下达',
} satisfies Record<Suspicion, string>;
