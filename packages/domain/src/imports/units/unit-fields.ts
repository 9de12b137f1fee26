import type { UnitFlag, UnitKind } from '../../units/index.ts';
import type { Field, Kind } from '../fields.ts';

/** 一级 to 九级: offices that keep the tree as one column per level. */
export const levelFields = ['level1', 'level2', 'level3', 'level4', 'level5', 'level6', 'level7', 'level8', 'level9'] as const;
export type LevelField = (typeof levelFields)[number];

/** Columns that are marked √, and what the mark says of the unit. 外包外租 in one column may mean either. */
export const flagFields = {
  fireKeyUnit: ['isFireKeyUnit'],
  crowdedPlace: ['isCrowdedPlace'],
  highRisk: ['isHighRisk'],
  combustibleDust: ['hasCombustibleDust'],
  confinedSpace: ['hasConfinedSpace'],
  hazchem: ['hasHazchem'],
  specialEquipment: ['hasSpecialEquipment'],
  gas: ['hasGas'],
  dorm: ['hasDorm'],
  canteen: ['hasCanteen'],
  boiler: ['hasBoiler'],
  downFilling: ['hasDownFilling'],
  contractors: ['hasContractors'],
  tenants: ['hasTenants'],
  contractorsOrTenants: ['hasContractors', 'hasTenants'],
} as const satisfies Record<string, readonly UnitFlag[]>;
export type FlagField = keyof typeof flagFields;
export const flagFieldNames = Object.keys(flagFields) as readonly FlagField[];

export type UnitField =
  | LevelField
  | FlagField
  | 'number'
  | 'name'
  | 'path'
  | 'code'
  | 'parentCode'
  | 'parentName'
  | 'kind'
  | 'shortNames'
  | 'headcount'
  | 'province'
  | 'city'
  | 'industry'
  | 'dustAssessment'
  | 'address'
  | 'leader'
  | 'remark';

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

function levelField(name: LevelField, at: number): Field<UnitField> {
  const ordinal = ordinals[at] ?? '';
  const number = String(at + 1);
  const ends = ['级', '级单位', '级组织', '级部门', '级机构', '级名称', '层级'];
  const synonyms = ends.flatMap((end) => [`${ordinal}${end}`, `${number}${end}`, `第${ordinal}${end}`]);
  return { name, synonyms: [...synonyms, `l${number}`, `level${number}`] };
}

/** The names that the pages have for it come first, English and Chinese; then whatever else an office calls it. */
export const flagSynonyms: Readonly<Record<FlagField, readonly string[]>> = {
  fireKeyUnit: ['fire-safety key unit', '消防安全重点单位', '消防重点单位', '消防重点', '重点单位'],
  crowdedPlace: ['crowded place', '人员密集场所', '人员密集', '密集场所'],
  highRisk: ['high-risk industry', '高危行业', '高危'],
  combustibleDust: ['combustible dust', '粉尘涉爆', '粉尘', '涉爆粉尘', '可燃性粉尘', '可燃粉尘'],
  confinedSpace: ['confined space', '有限空间', '受限空间'],
  hazchem: ['hazardous chemicals', '危险化学品', '危化品', '危化'],
  specialEquipment: ['special equipment', '特种设备', '特设'],
  gas: ['gas', '燃气', '天然气'],
  dorm: ['dormitory', '宿舍', '员工宿舍', '集体宿舍'],
  canteen: ['canteen', '食堂', '员工食堂'],
  boiler: ['boiler', '锅炉', '锅炉房'],
  downFilling: ['down filling', '充绒', '充绒房', '充绒间'],
  contractors: ['contractors', '外包单位', '外包', '承包商', '相关方'],
  tenants: ['tenants', '外租单位', '外租', '出租', '承租', '租赁'],
  contractorsOrTenants: ['contractors or tenants', '外包外租', '外租外包', '外包及外租', '外包/外租'],
};

const fields: readonly Field<UnitField>[] = [
  { name: 'number', synonyms: ['序号', '编号', 'no', '行号'] },
  ...levelFields.map(levelField),
  {
    name: 'path',
    synonyms: ['path', '单位路径', '组织路径', '机构路径', '部门路径', '单位全路径', '完整路径', '路径', '组织全称', '所属路径'],
  },
  {
    name: 'parentCode',
    synonyms: [
      'parent code',
      '上级单位代码',
      '上级代码',
      '上级编码',
      '上级单位编码',
      '父级编码',
      '父编码',
      '父级代码',
      '上级组织编码',
      '上级部门编码',
      '上级机构编码',
    ],
  },
  {
    name: 'parentName',
    synonyms: [
      'parent unit',
      '上级单位',
      '上级',
      '上级部门',
      '上级组织',
      '上级机构',
      '父级单位',
      '父级',
      '隶属单位',
      '上级单位名称',
      '隶属',
    ],
  },
  {
    name: 'code',
    synonyms: ['unit code', '单位代码', '单位编码', '组织编码', '组织代码', '机构编码', '机构代码', '部门编码', '部门代码', '编码', '代码'],
  },
  { name: 'name', synonyms: ['unit name', '单位名称', '名称', '组织名称', '部门名称', '机构名称', '单位', '部门', '单位全称', '全称'] },
  { name: 'kind', synonyms: ['kind', '单位类型', '类型', '单位类别', '单位性质', '组织类型', '机构类型', '层级类型', '类别'] },
  { name: 'shortNames', synonyms: ['short names', '简称', '单位简称', '俗称', '别名', '常用叫法'] },
  {
    name: 'headcount',
    synonyms: ['headcount', '从业人数', '人数', '在册人数', '职工人数', '员工人数', '从业人员', '定员', '人员数量', '从业人员数'],
  },
  { name: 'province', synonyms: ['province', '省份', '省', '所在省', '所在省份'] },
  { name: 'city', synonyms: ['city', '城市', '市', '所在市', '所在城市', '地市', '地级市'] },
  { name: 'industry', synonyms: ['industry code', '行业代码', '行业', '国民经济行业代码', '所属行业'] },
  {
    name: 'dustAssessment',
    synonyms: ['dust assessment', '粉尘涉爆评估', '粉尘评估', '涉爆评估', '粉尘涉爆认定', '粉尘涉爆评估报告', '粉尘评估报告'],
  },
  { name: 'address', synonyms: ['address', '地址', '单位地址', '详细地址', '所在地', '地点'] },
  {
    name: 'leader',
    synonyms: [
      'first responsible person',
      '第一责任人',
      '负责人',
      '单位负责人',
      '主要负责人',
      '安全第一责任人',
      '安全责任人',
      '责任人',
      '安全生产第一责任人',
    ],
  },
  ...flagFieldNames.map((name): Field<UnitField> => ({ name, synonyms: flagSynonyms[name] })),
  { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
];

/** 组织机构: levels as columns, or a name with the code or name of its parent, or a path in one column. */
export const unitsKind: Kind<UnitField> = {
  name: 'units',
  fields,
  numbering: ['number'],
  suffices: (found) => shapeOf(found) !== null,
};

export type UnitShape = 'levels' | 'path' | 'parentCode' | 'parentName';

/** Which of the shapes the columns make; null when the tree cannot be told from them. */
export function shapeOf(found: ReadonlySet<UnitField>): UnitShape | null {
  if (levelFields.filter((level) => found.has(level)).length >= 2) return 'levels';
  if (found.has('path')) return 'path';
  if (found.has('name') && found.has('code') && found.has('parentCode')) return 'parentCode';
  return found.has('name') && found.has('parentName') ? 'parentName' : null;
}

/** Words of a 单位类型 column. */
export const kindWords: Readonly<Record<UnitKind, readonly string[]>> = {
  group: ['group', '集团', '集团公司', '集团总部', '总部', '母公司'],
  subsidiary: ['subsidiary', '子公司', '公司', '分公司', '二级单位', '子分公司', '二级公司', '成员单位'],
  factory: ['factory', '工厂', '厂', '分厂', '厂区', '基地', '物流中心', '仓储中心', '中心'],
  workshop: ['workshop', '车间', '工段', '站', '仓库', '库房', '站房'],
  team: ['team', '班组', '班', '组', '小组', '队', '班队'],
  department: ['department', '部门', '部', '科室', '科', '处室', '处', '室', '职能部门', '办公室', '机关部门'],
};
