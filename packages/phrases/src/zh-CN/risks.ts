import type {
  ControlLevel,
  DirectMajor,
  Factor,
  GradingMethod,
  LiveCause,
  MeasureKind,
  RegradingCause,
  RiskKind,
  RiskLevel,
  RiskRefusal,
  RiskStage,
} from '@changming/domain/risks';

export { desk } from './risks/desk.ts';

export const refusals = {
  'risks.not_found': '未找到该风险，或它不在您的管辖范围内',
  'risks.id_taken': '该编号已被使用',
  'risks.changed_meanwhile': '该风险刚被他人修改，请刷新后再试',
  'risks.wrong_stage': '现在的状态不能这样做',
  'risks.value_not_in_scale': '评价标准里没有“{value}”这一档，请从列出的分值里选',
  'risks.assessed_in_future': '评价日期 {on} 在今天之后',
  'risks.no_scale': '这一天没有可用的评价标准',
  'risks.measures_missing': '还没有管控措施，请至少写一条',
  'risks.measure_not_found': '未找到这条措施，或它已经停用',
  'risks.owner_missing': '还没有指定管控责任人',
  'risks.owner_not_found': '未找到此人，或他已离职、不在您的管辖范围内',
  'risks.control_plan_missing': '重大、较大风险必须有专项管控方案',
  'risks.own_review': '评价人不能审核自己的评价，请由他人审核',
  'risks.point_elsewhere': '点位“{name}”不在该风险的单位之内',
  'risks.scale_values_repeat': '同一项里有重复的分值',
  'risks.scale_bands_disordered': '等级分段的次序不对：分值从高到低，等级从重到轻',
  'risks.scale_band_missing': '等级分段必须从 0 开始，四个等级都要有',
  'risks.scale_exposure': 'LEC 法要有暴露频次，LS 法不能有',
  'risks.scale_begins_past': '新标准最早从 {on} 起用，以前的评价不变',
  'risks.scale_headquarters_only': '评价标准只能由集团设定',
  'risks.document_too_large': '一份文件最多 {most} 行，请缩小范围',
} satisfies Record<RiskRefusal, string>;

export const levels = { major: '重大风险', larger: '较大风险', general: '一般风险', low: '低风险' } satisfies Record<RiskLevel, string>;
export const colours = { major: '红', larger: '橙', general: '黄', low: '蓝' } satisfies Record<RiskLevel, string>;
export const kinds = { place: '场所', equipment: '设备设施', activity: '作业活动' } satisfies Record<RiskKind, string>;
export const stages = {
  draft: '草稿',
  reviewed: '已审核',
  published: '已发布',
  dueForReview: '待复评',
  archived: '已归档',
} satisfies Record<RiskStage, string>;
export const methods = { lec: 'LEC', ls: 'LS' } satisfies Record<GradingMethod, string>;
export const factors = { likelihood: '可能性', exposure: '暴露频次', consequence: '后果' } satisfies Record<Factor, string>;
export const controlLevels = { group: '集团', unit: '公司（厂）', workshop: '车间（部门）', team: '班组（岗位）' } satisfies Record<
  ControlLevel,
  string
>;
export const measureKinds = {
  engineering: '工程技术',
  management: '管理',
  training: '培训教育',
  ppe: '个体防护',
  emergency: '应急处置',
} satisfies Record<MeasureKind, string>;
export const directMajors = {
  forbiddenByLaw: '违反法律法规和强制性标准',
  fatalBefore: '发生过死亡或重大事故，现在仍有条件再发生',
  majorHazardInstallation: '构成重大危险源',
  tenPeople: '爆炸、火灾、中毒危险区域内有 10 人以上',
  expertJudged: '经专家判定为重大',
} satisfies Record<DirectMajor, string>;
export const causes = {
  periodic: '到期复评',
  process: '工艺变更',
  equipment: '设备变更',
  layout: '布局变更',
  fourNew: '采用四新',
  accident: '发生事故',
  law: '法规变化',
  failedCheck: '检查不合格',
  hazard: '措施上发现隐患',
} satisfies Record<RegradingCause, string>;
export const liveCauses = { hazard: '未销号隐患', failedCheck: '检查不合格', missedCheck: '漏检' } satisfies Record<LiveCause, string>;
export const steps: Readonly<Record<string, string>> = {
  create: '辨识并评价',
  edit: '修改',
  review: '审核通过',
  sendBack: '退回',
  publish: '发布',
  askRegrading: '提请复评',
  regrade: '复评',
  archive: '归档',
  fallDue: '到期，待复评',
  failedCheck: '检查不合格，提请复评',
  hazard: '措施上发现隐患，提请复评',
  import: '导入',
};

/** 风险清单 as a table: the import reads these words. */
export const register = { published: '已发布', draft: '草稿', none: '无' };

/** 风险告知卡 on the phone. */
export const phone = {
  title: '风险告知',
  inherent: '固有风险',
  now: '现状',
  nothingOpen: '没有未销号的隐患',
  open: '{{count}} 条未销号隐患',
  overdue: '其中 {{count}} 条超期',
  failed: '{{count}} 项检查不合格',
  missed: '{{count}} 次漏查',
  notAssessed: '这里还没有发布的风险评价',
  keeper: '责任人',
  noKeeper: '未指定责任人',
  keyPosition: '重点部位',
  measures: '管控措施',
  owner: '管控责任人：{{name}}',
  mayHappen: '可能导致：{{text}}',
  sheets: '图纸',
  version: '第 {{number}} 版，{{on}} 起用',
  loading: '正在取风险告知…',
};
