import type {
  AttemptEnd,
  Handling,
  LibraryKind,
  QuestionKind,
  ReEducationWay,
  SeatState,
  Topic,
  ViolationDoubt,
  ViolationKind,
  ViolationStanding,
} from '@changming/domain/training';

export const libraryKinds = {
  policy: '政策文件',
  procedure: '操作规程',
  film: '宣教片',
  accidentCase: '事故案例',
  material: '其他资料',
} satisfies Record<LibraryKind, string>;

export const questionKinds = { single: '单选题', multiple: '多选题', trueFalse: '判断题' } satisfies Record<QuestionKind, string>;

export const topics = {
  law: '法律法规',
  fire: '消防',
  electricity: '用电',
  gas: '燃气',
  machinery: '机械设备',
  dust: '粉尘',
  hotWork: '动火作业',
  confinedSpace: '有限空间',
  chemicals: '危险化学品',
  specialEquipment: '特种设备',
  escape: '疏散逃生',
  firstAid: '急救',
  discipline: '反三违',
} satisfies Record<Topic, string>;

export const difficulties = { 1: '易', 2: '中', 3: '难' } as const;

export const truths = { T: '对', F: '错' } as const;

export const seatStates = {
  open: '待考',
  passed: '通过',
  failed: '未通过',
  missed: '缺考',
  excused: '免考',
} satisfies Record<SeatState, string>;

export const attemptEnds = { handedIn: '已交卷', timeUp: '到时交卷' } satisfies Record<AttemptEnd, string>;

export const violationKinds = {
  illegalCommand: '违章指挥',
  illegalOperation: '违章作业',
  disciplineBreach: '违反劳动纪律',
} satisfies Record<ViolationKind, string>;

export const handlings = { education: '教育', fine: '罚款', suspension: '停岗' } satisfies Record<Handling, string>;

export const reEducationWays = { session: '集中学习', talk: '个别谈话' } satisfies Record<ReEducationWay, string>;

export const violationStandings = {
  unhandled: '待处理',
  handled: '待再教育',
  overdue: '再教育超期',
  closed: '已闭环',
  voided: '已作废',
} satisfies Record<ViolationStanding, string>;

/** 题库 as a workbook: what goes out comes in again. */
export const questionBook = {
  sheet: '题库',
  columns: {
    code: '编号',
    kind: '题型',
    topic: '类别',
    level: '级别',
    difficulty: '难度',
    stem: '题干',
    answer: '答案',
    clause: '依据',
    explanation: '解析',
  },
  option: '选项{letter}',
  codeHint: '不填就自动编号；填了已有的编号就修改那道题',
  answerHint: '单选填 A，多选填 ABC，判断填 对 或 错',
  example: { stem: '我国的火警电话是（　）。', options: ['119', '110', '120'], answer: 'A' },
  problems: {
    kind: '题型请填单选题、多选题或判断题',
    topic: '类别不在下拉列表里',
    level: '级别请填厂级、车间级、班组级，或不填',
    difficulty: '难度请填易、中、难',
    stem: '请填写题干（500 字以内）',
    options: '选项太少、太多、太长或有重复',
    answer: '答案与题型或选项不符',
  },
};

export const resultBook = {
  sheet: '考试成绩',
  columns: { name: '姓名', staffNo: '工号', unit: '单位', state: '结果', used: '考试次数', best: '最好成绩', takenAt: '最近考试时间' },
};

export const violationBook = {
  sheet: '三违台账',
  columns: {
    unit: '单位',
    name: '姓名',
    staffNo: '工号',
    outsiderOf: '外来人员单位',
    kind: '三违类型',
    what: '三违行为',
    clause: '违反条款',
    place: '地点',
    foundOn: '发现日期',
    finder: '发现人',
    handling: '处理方式',
    fine: '罚款（元）',
    handledOn: '处理日期',
    reEducateBy: '再教育期限',
    reEducatedOn: '再教育日期',
    standing: '状态',
  },
};

export const violationDoubts = {
  clockAhead: '手机时钟走快（手机记的是 {{at}}），按送到的时间算',
  afterLeaving: '当天此人已离职，请核实',
} satisfies Record<ViolationDoubt, string>;
