import type { DittoFields } from '../ditto.ts';
import { dayWords, type Kind } from '../fields.ts';

export type SpecialField =
  | 'number'
  | 'company'
  | 'unit'
  | 'team'
  | 'name'
  | 'category'
  | 'model'
  | 'ownNo'
  | 'registerNo'
  | 'useFrom'
  | 'place'
  | 'inspectedOn'
  | 'nextDueOn'
  | 'result'
  | 'reportNo'
  | 'agency'
  | 'state'
  | 'stateOn'
  | 'keeper'
  | 'operators'
  | 'remark';

/** 特种设备台账: one row a machine. */
export const specialKind: Kind<SpecialField> = {
  name: 'specialEquipment',
  numbering: ['number'],
  suffices: (found) => found.size >= 4 && found.has('name') && (found.has('nextDueOn') || found.has('registerNo')),
  fields: [
    { name: 'number', synonyms: ['序号', 'no', '行号', '序'] },
    { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '二级单位', '子公司'] },
    {
      name: 'unit',
      synonyms: ['unit', '使用单位', '单位', '所在单位', '使用部门', '部门', '车间', '所属单位', '单位名称', '使用单位名称', '使用车间'],
    },
    { name: 'team', synonyms: ['team', '班组', '所在班组', '使用班组'] },
    { name: 'name', synonyms: ['equipment', '设备名称', '名称', '特种设备名称', '设备品种'] },
    { name: 'category', synonyms: ['category', '设备类别', '类别', '设备种类', '种类', '特种设备类别'] },
    { name: 'model', synonyms: ['model', '型号', '规格型号', '设备型号', '型号规格', '型号参数', '规格'] },
    {
      name: 'ownNo',
      synonyms: ['own number', '单位内编号', '内部编号', '设备编号', '编号', '厂内编号', '自编号', '单位内部编号', '设备代码'],
    },
    {
      name: 'registerNo',
      synonyms: [
        'registration number',
        '使用登记证编号',
        '使用登记证号',
        '登记证编号',
        '使用证编号',
        '使用登记编号',
        '注册代码',
        '使用证号',
        '登记证号',
      ],
    },
    { name: 'useFrom', synonyms: dayWords('in use from', '投用日期', '投入使用日期', '启用日期', '使用日期') },
    { name: 'place', synonyms: ['place', '使用地点', '安装地点', '所在位置', '位置', '安装位置', '地点'] },
    {
      name: 'inspectedOn',
      synonyms: dayWords('inspected on', '上次检验日期', '检验日期', '最近检验日期', '本次检验日期', '最近一次检验日期'),
    },
    {
      name: 'nextDueOn',
      synonyms: dayWords(
        'next inspection due',
        '下次检验日期',
        '下检日期',
        '检验有效期',
        '检验有效期至',
        '有效期至',
        '下次定检日期',
        '应检日期',
      ),
    },
    { name: 'result', synonyms: ['result', '检验结论', '检验结果', '结论'] },
    { name: 'reportNo', synonyms: ['report number', '检验报告编号', '报告编号', '报告号'] },
    { name: 'agency', synonyms: ['agency', '检验机构', '检验单位'] },
    { name: 'state', synonyms: ['state', '使用状态', '状态', '设备状态', '使用情况'] },
    { name: 'stateOn', synonyms: dayWords('state since', '状态日期', '停用日期', '报废日期', '停用报废日期', '状态起始日期') },
    { name: 'keeper', synonyms: ['keeper', '管理人员', '管理员', '设备管理员', '安全管理员', '责任人', '负责人', '设备负责人'] },
    { name: 'operators', synonyms: ['operators', '作业人员', '操作人员', '操作工', '司机', '持证人员'] },
    { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
  ],
};

export const specialDitto: DittoFields<SpecialField> = {
  shared: new Set(['company', 'unit', 'team', 'name', 'category', 'model', 'place', 'result', 'agency', 'state', 'keeper', 'operators']),
  own: ['ownNo', 'registerNo', 'useFrom', 'inspectedOn', 'nextDueOn', 'reportNo', 'stateOn'],
};
