import type { DittoFields } from '../ditto.ts';
import { dayWords, type Field, type Kind } from '../fields.ts';
import type { Sheet } from '../sheet.ts';
import { matchKey, withoutBrackets } from '../text-keys.ts';

export type PointField =
  | 'number'
  | 'company'
  | 'unit'
  | 'team'
  | 'name'
  | 'kind'
  | 'no'
  | 'code'
  | 'place'
  | 'keeper'
  | 'keeperNo'
  | 'key'
  | 'keyReason'
  | 'openedOn'
  | 'closedOn'
  | 'remark';

/** Words that name the point and nothing else. */
const names = ['point', '点位名称', '名称', '部位名称', '重点部位名称', '场所名称', '要害部位名称', '点名', '点位'];
/** Words that name the point where nothing else does; beside a name they say where it is, or that it is a 重点部位. */
const looseNames = ['部位', '重点部位', '要害部位', '场所', '区域'];
const keyWords = ['key position', '重点部位', '是否重点部位', '是否为重点部位', '重点', '要害部位', '是否重点'];
const places = ['place', '位置', '地点', '具体位置', '所在位置', '部位', '位置描述', '详细位置', '所在地点', '区域', '场所', '安装位置'];

const others: readonly Field<PointField>[] = [
  { name: 'number', synonyms: ['序号', 'no', '行号', '序'] },
  { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '二级单位', '子公司'] },
  {
    name: 'unit',
    synonyms: [
      'unit',
      '单位',
      '车间',
      '部门',
      '所属单位',
      '所在单位',
      '所属车间',
      '所在车间',
      '车间名称',
      '使用单位',
      '单位名称',
      '责任单位',
      '责任部门',
      '所属部门',
      '部门/车间',
      '管理单位',
    ],
  },
  { name: 'team', synonyms: ['team', '班组', '所在班组', '所属班组'] },
  { name: 'kind', synonyms: ['kind', '类别', '类型', '点位类别', '点位类型', '部位类别', '部位类型', '重点领域'] },
  { name: 'no', synonyms: ['own number', '编号', '点位编号', '代码', '部位编号', '编码', '自编号', '内部编号', '点位代码', '点位编码'] },
  { name: 'code', synonyms: ['plate code', '点位码', '铭牌码', '二维码', '二维码编号', '铭牌编号'] },
  {
    name: 'keeper',
    synonyms: ['keeper', '责任人', '负责人', '点位责任人', '安全责任人', '防火责任人', '消防安全责任人', '管理人', '责任人姓名'],
  },
  { name: 'keeperNo', synonyms: ['staff number of the keeper', '责任人工号', '负责人工号', '工号', '责任人编号'] },
  {
    name: 'keyReason',
    synonyms: ['why a key position', '确定原因', '确定理由', '确定依据', '重点部位原因', '重点部位理由', '危险性', '火灾危险性'],
  },
  { name: 'openedOn', synonyms: dayWords('opened on', '设立日期', '启用日期', '建立日期', '确定日期', '投用日期') },
  { name: 'closedOn', synonyms: dayWords('closed on', '停用日期', '撤销日期') },
  { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
];

const beside: readonly PointField[] = ['company', 'unit', 'team', 'kind', 'no', 'code', 'place', 'keeper', 'key'];

/** 点位台账: one row a point. */
export const pointsKind: Kind<PointField> = {
  name: 'points',
  numbering: ['number'],
  suffices: (found) => found.has('name') && beside.some((field) => found.has(field)),
  fields: [{ name: 'name', synonyms: names }, { name: 'key', synonyms: keyWords }, { name: 'place', synonyms: places }, ...others],
};

/** The same for a table in which 部位 or 重点部位 stands above the names themselves. */
const looseKind: Kind<PointField> = {
  ...pointsKind,
  fields: [{ name: 'name', synonyms: [...names, ...looseNames] }, ...pointsKind.fields.slice(1)],
};

const rowsToSearch = 40;

/** How the columns of a sheet are to be understood: whether one of them is certainly called the name of the point. */
export function kindOfSheet({ rows }: Sheet): Kind<PointField> {
  const certain = new Set(names.map(matchKey));
  const hasName = rows.slice(0, rowsToSearch).some(({ cells }) => cells.some(({ text }) => isNamed(text, certain)));
  return hasName ? pointsKind : looseKind;
}

function isNamed(text: string, certain: ReadonlySet<string>): boolean {
  return text.length <= 30 && (certain.has(matchKey(text)) || certain.has(matchKey(withoutBrackets(text))));
}

export const pointDitto: DittoFields<PointField> = {
  shared: new Set(['company', 'unit', 'team', 'kind', 'place', 'keeper', 'keeperNo', 'key', 'keyReason', 'openedOn', 'remark']),
  own: ['name', 'no', 'code', 'closedOn'],
};
