import type { DittoFields } from '../ditto.ts';
import { dayWords, type Kind } from '../fields.ts';

export type FireField =
  | 'number'
  | 'company'
  | 'unit'
  | 'team'
  | 'no'
  | 'name'
  | 'model'
  | 'place'
  | 'madeOn'
  | 'servicedOn'
  | 'scrapOn'
  | 'condition'
  | 'keeper'
  | 'remark';

/** 消防器材台账: one row a piece. */
export const fireKind: Kind<FireField> = {
  name: 'fireEquipment',
  numbering: ['number'],
  suffices: (found) => found.size >= 4 && found.has('name') && (found.has('madeOn') || found.has('scrapOn') || found.has('place')),
  fields: [
    { name: 'number', synonyms: ['序号', 'no', '行号', '序'] },
    { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '二级单位', '子公司'] },
    {
      name: 'unit',
      synonyms: ['unit', '使用单位', '单位', '所在单位', '使用部门', '部门', '车间', '所属单位', '单位名称', '责任单位', '配置单位'],
    },
    { name: 'team', synonyms: ['team', '班组', '所在班组', '使用班组'] },
    { name: 'no', synonyms: ['equipment number', '编号', '器材编号', '消防器材编号', '设备编号', '内部编号', '自编号'] },
    { name: 'name', synonyms: ['equipment', '名称', '器材名称', '消防器材名称', '设施名称', '设备名称', '类型', '器材类型', '种类'] },
    { name: 'model', synonyms: ['model', '规格型号', '型号', '规格', '型号规格'] },
    {
      name: 'place',
      synonyms: ['place', '放置位置', '位置', '配置地点', '放置地点', '存放位置', '设置部位', '安装位置', '所在位置', '存放地点'],
    },
    { name: 'madeOn', synonyms: dayWords('made on', '出厂日期', '生产日期', '制造日期', '出厂年月') },
    {
      name: 'servicedOn',
      synonyms: dayWords('serviced on', '维修（充装）日期', '维修日期', '充装日期', '维修充装日期', '最近维修日期', '换药日期', '检修日期'),
    },
    { name: 'scrapOn', synonyms: dayWords('scrap on', '报废日期', '有效期', '有效期至', '到期日期', '报废年月') },
    { name: 'condition', synonyms: ['condition', '状态', '器材状态', '完好情况', '状况', '使用状态', '检查情况'] },
    { name: 'keeper', synonyms: ['keeper', '责任人', '管理人', '负责人', '管理人员', '保管人', '点检人'] },
    { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
  ],
};

export const fireDitto: DittoFields<FireField> = {
  shared: new Set(['company', 'unit', 'team', 'name', 'model', 'place', 'madeOn', 'servicedOn', 'scrapOn', 'condition', 'keeper']),
  own: ['no'],
};
