import type {
  AppealStage,
  FactTable,
  LineReason,
  PeriodKind,
  PointsCode,
  RaisingAct,
  RunKind,
  RunStage,
  RunStep,
  ScoreFunction,
  UnitResult,
  VetoRuleCode,
} from '@changming/domain/assessments';

/** The schemes that the product brings, by their code. */
export const schemes = {
  'hazard-treatment': '隐患治理专项',
  'dual-prevention': '双重预防',
  comprehensive: '综合',
  'garment-35': '服装纺织集团安全生产考核（35 项指标）',
};

export const grades = { A: '优秀', B: '良好', C: '合格', D: '不合格', VETO: '一票否决' };

export const periodKinds = { month: '月度', quarter: '季度', half: '半年', year: '年度' } satisfies Record<PeriodKind, string>;

export const statuses = {
  scored: '已评分',
  notAssessed: '不参评',
  insufficientData: '数据不足',
} satisfies Record<UnitResult['status'], string>;

/** Why a line has no score, or one without a rate. */
export const lineReasons = {
  awaited: '系统中还没有{records}，暂不参与计分',
  notGiven: '没有评分（缺项），不参与计分',
  naByZero: '本期没有应计的记录，不参与计分',
  fullByZero: '本期没有应计的记录，按方案得满分',
  zeroByZero: '本期没有应计的记录，按方案不得分',
  zeroThough: '有应管控的对象，本期却没有安排一次检查，不得分',
  zeroUndone: '本期没有应计的记录，应做的检查也没有做全，不得分',
  fullIfMissed: '本期没有应计的记录；隐患排查未达到规定分数，不能按满分计，不参与计分',
} satisfies Record<LineReason, string>;

/** How a value became a score, with its numbers. */
export const formulas = {
  lin: '{value}% 在 {lo}% 到 {hi}% 之间按比例得分，{weight} 分中得 {score} 分',
  neg: '{value}%（越低越好）在 {good}% 到 {bad}% 之间按比例得分，{weight} 分中得 {score} 分',
  steps: '{value}% 按所达到的档得分，{weight} 分中得 {score} 分',
  deduct: '{weight} 分中扣 {value} 分，得 {score} 分，扣完为止',
} satisfies Record<ScoreFunction['fn'], string>;

/** How the value itself came about. */
export const values = {
  rate: '{numerator} ÷ {denominator} = {value}%',
  rateTimesTrueClosure: '{numerator} ÷ {denominator} × 真实销号率 {trueClosure} = {value}%',
  tooFewLookBacks: '回头看只有 {lookBacks} 次，不足 {lookBacksAtLeast} 次，真实销号率按 1 计',
  halves: '{inTime} 项五落实齐全且按期，{late} 项逾期不超过 {graceDays} 天算一半，{unanswered} 项重大提示未按时答复',
  gravelyUnchecked: '在册重大、较大风险 {graveRisks} 个',
  keyPositions: '重点部位 {keyPositions} 处',
  areas: '{unassessed} 处没有评估，{changePending} 处有变更未复评',
  machines: '在用设备 {machines} 台，{lapsed} 台有不在检定期内的日子；在期台日 ÷ 在用台日',
  fireEquipment: '{faulty} 件不完好，{beyondDate} 件超过报废期',
  testMissing: '本年度没有合格的建筑消防设施检测报告，按 0 计',
  harm: '轻伤 {minor} 人，重伤 {serious} 人，死亡 {deaths} 人，火灾 {fires} 起，财产损失事故 {properties} 起',
  undecided: '其中 {undecided} 起责任未定，暂按有责计',
  injuries: '千人受伤率 {perMille}‰，平均 {averageHeadcount} 人，在营 {months} 个月',
  lowPerMille: '{value}‰（越低越好）在 {good}‰ 到 {bad}‰ 之间按比例得分，{weight} 分中得 {score} 分',
  smallUnit: '不足 {smallBelow} 人的单位只有 1 人轻伤，至少得一半',
  falsified: '查实谎报、瞒报 {falsified} 起，不得分',
  duties: '{dutiesOnTime} 项按期，{dutiesLate} 项迟完成算一半',
  ledMonths: '在营 {ledMonths} 个月；另有 {unproven} 次没有照片，不算',
  certifiedPersons: '持证岗位人员 {certifiedPersons} 人，{uncertified} 人有过无有效证书的日子；按最低的一天计',
  unchecked: '{unchecked} 个月没有做行为检查',
  reporters: '平均 {meanHeadcount} 人，本期目标 {reportersAimedAt}%',
  none: '—',
};

/** What would raise a score most. */
export const raises = {
  accept: '验收 {count} 条按期报验、等待验收的隐患',
  rectifyInTime: '在时限内完成 {count} 条还没有到期的隐患',
  hadRectifiedInTime: '{count} 条隐患没有按期销号；以后到期前报验并通过验收',
  keepClosed: '{count} 次回头看发现复发；举一反三，销号后不再出现',
  answerSuggestion: '答复 {count} 条重大隐患提示',
  treatMajor: '{count} 条重大隐患没有按期治理或者五落实不全；五落实填全并按期完成',
  lookBack: '完成 {count} 条还没有到期的回头看',
  hadLookedBack: '{count} 条回头看没有按时完成；以后在窗口期内完成',
  rootOut: '{count} 条隐患是重复出现的；从制度上根治',
  findOneself: '自己多查出 {count} 条隐患',
  clearDoubt: '核实 {count} 条照片存疑的自查隐患',
  checkInTime: '按时完成 {count} 次还没有到时限的应查',
  hadCheckedInTime: '{count} 次应查没有按时完成；以后在规定时段内完成',
  gradeRisks: '{count} 处区域没有评估、评估过期或有变更未复评；评估并发布',
  renewInspections: '{count} 台设备在用时不在检定期内；到期前一个月申请检验，过期停用',
  spotCheckInTime: '点检 {count} 件还没有到期的消防器材',
  hadSpotChecked: '{count} 件消防器材没有按期点检；以后按期点检',
  mendFireEquipment: '{count} 件消防器材不完好；维修或更换后点检登记',
  testFacilities: '做一次建筑消防设施年度检测并登记合格报告',
  preventAccidents: '{count} 起有责任的事故扣了分；查清原因、落实整改，不再发生',
  preventInjuries: '{count} 起事故有人受伤；从作业方式和防护上消除同类伤害',
  reportInTime: '{count} 起事故事件没有按时上报；以后 30 分钟内电话报告、1 小时内登记',
  reportTruthfully: '{count} 起事故事件谎报、瞒报；以后如实报告',
  signLetters: '{count} 人没有签订当年当岗责任书；尽快补签',
  doDuties: '完成 {count} 项还没有到期的履职事项',
  hadDoneDuties: '{count} 项履职事项没有按期完成；以后到期前完成',
  leadInspections: '主要负责人再带队检查 {count} 次，留下记录和照片',
  fillSafetyPosts: '{count} 个月机构或人员配备不足；配齐安全管理机构和人员',
  trainNewcomers: '{count} 名新员工上岗前三级教育没有合格；以后先培训、后上岗',
  trainTransferred: '{count} 名转岗、复岗人员没有先培训；以后先培训、后上岗',
  completeHours: '{count} 人培训学时没有达到进度；安排补学',
  certify: '{count} 人在持证岗位上有过无有效证书的日子；到期前复审，无证停岗',
  hadEducatedViolators: '{count} 起三违没有在 15 天内处理并再教育；以后按时闭环',
  checkBehaviour: '{count} 个月没有做行为检查；每月至少做一次',
  raiseReporters: '再有 {count} 名员工报告隐患',
} satisfies Record<RaisingAct, string>;

export const raiseTimes = { now: '现在办还算本期', next: '本期已无法改变，下期起注意', over: '本期已截止，改进计入下期' };

export const runStages = {
  open: '未计算',
  computed: '已计算',
  confirming: '单位确认中',
  appealing: '申诉中',
  reviewed: '已复核',
  final: '已审定',
  published: '已发布',
  archived: '已归档',
} satisfies Record<RunStage, string>;

export const runSteps = {
  compute: '计算',
  ask: '送单位确认',
  hearAppeals: '开放申诉',
  review: '复核',
  recompute: '重新计算',
  finalise: '安委会审定',
  publish: '发布',
  archive: '归档',
} satisfies Record<RunStep, string>;

export const runKinds = { regular: '按期', late: '补算', restated: '重述' } satisfies Record<RunKind, string>;

export const appealStages = { lodged: '待答复', upheld: '成立', rejected: '不成立' } satisfies Record<AppealStage, string>;

export const factTables = {
  hazards: '隐患',
  lookBacks: '回头看',
  strata: '销号分层',
  occurrences: '应查',
  areas: '风险区域',
  risks: '风险',
  keyPositions: '重点部位',
  specialEquipment: '特种设备',
  spotChecks: '消防点检',
  fireEquipment: '消防器材',
  placeChecks: '消防检查检测',
  scopes: '参评单位',
  scopeMonths: '参评单位各月',
  incidents: '事故事件',
  accidentsBelow: '下级单位重大事故',
  letters: '责任书',
  leaderDuties: '领导履职事项',
  ledInspections: '带队检查',
  newcomers: '新员工',
  transfers: '转岗、复岗人员',
  trainingYears: '年度学时',
  certifiedPersons: '持证岗位人员',
  certifiedLows: '持证率最低一天',
  violations: '三违',
  reporters: '报告隐患的员工',
} satisfies Record<FactTable, string>;

/** 加分项、扣分项 */
export const points = {
  commendedByState: '国家级表彰',
  commendedByProvince: '省级表彰',
  commendedByCity: '市级或集团表彰',
  standardisationLevel1: '取得安全生产标准化一级',
  standardisationLevel2: '取得安全生产标准化二级',
  accidentAvoided: '成功避免严重事故',
  innovationAdopted: '创新做法在全集团推广',
  criticisedByState: '国家级通报批评',
  criticisedByProvince: '省级通报批评',
  criticisedByCity: '市级通报批评',
  criticisedByGroup: '集团通报批评',
  fined: '受到行政处罚',
  authorityRelapse: '政府查出的隐患回头看发现复发',
  lateData: '申诉资料迟交或未按月确认',
} satisfies Record<PointsCode, string>;

/** 一票否决和限定等级的情形 */
export const vetoes = {
  V1: '发生有责任的死亡事故',
  V2: '发生较大及以上事故',
  V3: '迟报、漏报、谎报或者瞒报事故',
  V4: '重大隐患逾期超过 15 天未获延期，或查实虚假整改',
  V5: '拒不执行停产、整改指令，或被列入严重失信主体',
  V6: '发生有责任的伤亡火灾，或火灾损失达到 100 万元',
  V7: '因无证特种作业或无票动火、有限空间作业引发事故',
  V8: '经审计查实数据造假',
  V9: '考核期内两次查出擅自停用安全装置或消防系统（最高合格）',
  V10: '安委会认定的严重负面事件',
  childFatality: '所属单位发生死亡事故（本级最高良好）',
} satisfies Record<VetoRuleCode, string>;
