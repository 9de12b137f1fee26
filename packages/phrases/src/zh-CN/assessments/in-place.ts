import type { InPlaceName, InPlaceStanding } from '@changming/domain/assessments';

/** 六到位 */
export const inPlace = {
  title: '六到位',
  lead: '由本期指标的记录得出，不能填写：各项指标得到权重的百分之几。没有记录的不作判断。',
  names: {
    training: '教育培训',
    investment: '安全投入',
    rectification: '排查整治',
    planDrill: '预案演练',
    supervision: '工作监管',
    inspection: '督促检查',
  } satisfies Record<InPlaceName, string>,
  standings: { inPlace: '到位', partly: '基本到位', lacking: '不到位', unknown: '尚无记录' } satisfies Record<InPlaceStanding, string>,
  shownBy: '由 {{codes}} 得出',
  notInScheme: '本方案没有这一类指标',
  missing: '{{codes}} 没有可计的记录',
  radar: '六到位雷达图',
};
