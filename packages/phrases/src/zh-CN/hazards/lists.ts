import type { Account, HazardStage, ListColumn, StandardFigures, ThreeList } from '@changming/domain/hazards';

export const lists = { problems: '问题清单', rectification: '整改清单', results: '实效清单' } satisfies Record<ThreeList, string>;

export const columns = {
  number: '序号',
  unit: '单位',
  place: '部位/场所',
  keyArea: '重点领域',
  problem: '问题（隐患）描述',
  category: '隐患类别',
  level: '等级',
  clauses: '判定依据',
  inspection: '检查形式/检查组',
  finder: '检查人',
  foundOn: '发现日期',
  beforePhotos: '整改前照片',
  measures: '整改措施',
  responsibleUnit: '责任单位',
  leader: '责任领导',
  responsible: '责任人',
  funds: '资金（元）',
  dueOn: '完成时限',
  contingency: '防范措施/预案',
  supervisor: '督办人',
  extensions: '延期记录',
  stage: '当前状态',
  rectifiedOn: '整改完成日期',
  afterPhotos: '整改后照片',
  spent: '实际投入资金（元）',
  acceptor: '验收人',
  acceptedOn: '验收日期',
  opinion: '验收意见',
  isClosed: '是否销号',
  lookBackOn: '回头看日期',
  lookBackResult: '回头看结论',
  lesson: '制度性措施（举一反三）',
} satisfies Record<ListColumn, string>;

export const figures = {
  found: '发现隐患',
  closedOfFound: '其中已销号',
  rectificationRate: '整改率',
  dueInPeriod: '到期应改',
  onTime: '按期整改',
  onTimeRate: '按期整改率',
  overdueNow: '当前逾期',
  openMajor: '未销号重大隐患',
  fundsPlanned: '计划资金（元）',
  fundsSpent: '实际投入（元）',
} satisfies Record<keyof StandardFigures, string>;

/** 对账销号的四本账 */
export const accounts = { closed: '已销号', openNotDue: '未到期', overdue: '逾期', void: '误报作废' } satisfies Record<Account, string>;

/** 纸面上的三清单和台账 */
export const paper = {
  title: '{unit}{list}',
  unit: '单位：{unit}',
  period: '期间：{period}',
  made: '制表日期：{on}',
  total: '合计',
  count: '{count} 条',
  reckoning:
    '对账销号：问题 {problems} 条 = 已销号 {closed} 条 + 未到期 {openNotDue} 条 + 逾期 {overdue} 条 + 误报作废 {void} 条，差额 {difference}。',
  signatures: ['制表人：', '审核人：', '日期：'],
  empty: '没有符合条件的隐患',
  pages: '第 {page} 页，共 {pages} 页',
  yes: '是',
  no: '否',
  anonymous: '匿名',
  waived: '不涉及',
  extended: '由 {from} 延至 {to}',
  late: '{stage}（逾期）',
  photos: '{count} 张',
  beforeLack: '缺：{reason}',
  periods: {
    all: '全部',
    year: '{year}年',
    half: ['{year}年上半年', '{year}年下半年'],
    quarter: ['{year}年第一季度', '{year}年第二季度', '{year}年第三季度', '{year}年第四季度'],
    month: '{year}年{month}月',
    between: '{from} 至 {to}',
    since: '{from} 起',
    until: '截至 {to}',
  },
};

/** 判定依据的简称，与条号的写法 */
export const bases = {
  names: {
    FL: '消防法',
    AQSCF: '安全生产法',
    SPL: '安全生产法',
    SEL: '特种设备安全法',
    O61: '公安部令第61号',
    O6: '应急管理部令第6号',
    O5: '应急管理部令第5号',
    XF1131: 'XF 1131-2014 ',
    CNGAS: '城镇燃气管理条例',
    WT10: '应急管理部令第10号',
    ODL: '职业病防治法',
    SDAQ: '山东省安全生产条例',
  } as Readonly<Record<string, string>>,
  article: '{name}第{article}条',
  chapter: '{name}第{article}章',
  item: '{name}第{article}条第{item}项',
};

/** 台账导出时怎样写，与导入读得懂的词一致 */
export const ledger = {
  closed: {
    reported: '未销号',
    registered: '未销号',
    assigned: '未销号',
    rectifying: '未销号',
    submitted: '待验收',
    closed: '已销号',
    void: '作废',
  } satisfies Record<HazardStage, string>,
  underWay: '整改中',
  remark: '编号 {number}',
};
