import type { UnitAct, UnitKind, UnitRefusal } from '@changming/domain/units';
export { desk } from './units/desk.ts';
export { flags } from './units/flags.ts';

export const refusals = {
  'units.not_found': '未找到该单位，或它不在您的管辖范围内',
  'units.code_taken': '单位代码 {code} 已属于“{unit}”，请换一个',
  'units.code_of_closed': '单位代码 {code} 属于已撤销的“{unit}”，撤销后不再给别的单位用，请换一个',
  'units.name_taken': '同一上级下已有同名单位，请换一个名称',
  'units.no_room': '“{name}”下的单位过多，请先联系集团劳安部整理',
  'units.future_date': '生效日期不能晚于今天',
  'units.before_last_change': '生效日期不能早于该单位上一次变更（{last}）',
  'units.inside_itself': '不能把单位移到它自己的下级',
  'units.kind_below': '这类单位不能设在该上级之下，请检查单位类型',
  'units.kind_over_child': '下级“{name}”不能设在这类单位之下，请先调整下级，或核对单位类型',
  'units.closed': '“{name}”已撤销，不能再变更',
  'units.has_open_children': '该单位还有未撤销的下级，请先处理下级单位',
  'units.is_root': '集团本级不能移动、合并或撤销',
  'units.not_siblings': '只能合并同一类型的单位',
  'units.parent_closed': '上级单位已撤销',
  'units.already_there': '该单位已经在这个上级之下',
  'units.too_deep': '层级过深，单位最多 {max} 层',
  'units.in_use': '该单位还有 {count} 项在办事项或在册人员，请先转出再撤销',
  'units.not_there_then': '该单位在 {on} 还不存在或已撤销',
  'units.province_unknown': '没有“{province}”这个省份，请填写省、自治区、直辖市或特别行政区的名称，如“江苏省”',
  'units.industry_unknown': '“{industry}”不是国民经济行业代码（GB/T 4754），请填写如“C1811”',
  'units.dust_unassessed': '粉尘涉爆须经专家评估认定，请写明评估的单位或专家、日期和报告编号',
  'units.not_a_child': '拆出的下级必须是该单位的直接下级',
} satisfies Record<UnitRefusal, string>;

export const kinds = {
  group: '集团',
  subsidiary: '子公司',
  factory: '工厂',
  workshop: '车间',
  team: '班组',
  department: '部门',
} satisfies Record<UnitKind, string>;

export const acts = {
  create: '新设',
  rename: '更名',
  move: '划转',
  merge: '合并',
  split: '拆分',
  close: '撤销',
  retype: '变更类型',
  recode: '更换代码',
} satisfies Record<UnitAct, string>;
