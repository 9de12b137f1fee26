import type { Account } from '@changming/domain/hazards';

type Heads = Record<Account | 'unit' | 'problems' | 'difference' | 'fundsPlanned' | 'fundsSpent', string>;

/** 三清单页 */
export const threeLists = {
  title: '三清单',
  lead: '问题、整改、实效三张清单是同一条记录的三个视图。选单位和期间，按报送格式下载。',
  reconciliation: '对账销号',
  reconciliationLead: '问题 = 已销号 + 未到期 + 逾期 + 误报作废，差额应为 0。点任何一个数字，下面的清单就只看这些记录。',
  heads: {
    unit: '单位',
    problems: '问题',
    closed: '已销号',
    openNotDue: '未到期',
    overdue: '逾期',
    void: '误报作废',
    difference: '差额',
    fundsPlanned: '计划资金（元）',
    fundsSpent: '实际投入（元）',
  } satisfies Heads,
  itself: '{{name}}（本级）',
  only: '只看：{{account}}',
  all: '看全部',
  period: '选期间',
  periods: {
    year: '{{year}}年',
    H1: '{{year}}年上半年',
    H2: '{{year}}年下半年',
    Q1: '{{year}}年第一季度',
    Q2: '{{year}}年第二季度',
    Q3: '{{year}}年第三季度',
    Q4: '{{year}}年第四季度',
  },
  photos: '带照片',
  excel: '导出 Excel',
  word: '导出 Word',
  extended: '由 {{from}} 延期',
  more: '另 {{count}} 张',
  empty: '没有符合条件的隐患',
  emptyNext: '换一个期间或单位，或放宽查询条件。',
  ledger: '导出台账',
};

/** 我的导出 */
export const documents = {
  title: '我的导出',
  lead: '数量较多的台账和清单由后台生成，只有您自己能下载；下载中断可以接着下。',
  ledger: '隐患台账',
  emptyNext: '在隐患台账或三清单导出时，超过一次能下载的数量，就可以由后台生成。',
};
