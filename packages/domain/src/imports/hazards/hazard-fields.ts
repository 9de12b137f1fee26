import { dayWords, type Kind } from '../fields.ts';

export type HazardField =
  | 'number'
  | 'company'
  | 'unit'
  | 'team'
  | 'responsibleUnit'
  | 'place'
  | 'foundOn'
  | 'form'
  | 'finder'
  | 'text'
  | 'category'
  | 'area'
  | 'level'
  | 'basis'
  | 'measures'
  | 'leader'
  | 'responsible'
  | 'funds'
  | 'dueOn'
  | 'doneOn'
  | 'acceptor'
  | 'acceptedOn'
  | 'closed'
  | 'lookBack'
  | 'remark';

/** 隐患台账: one sheet per company or one for all, whatever its columns are called and in whatever order they stand. */
export const hazardsKind: Kind<HazardField> = {
  name: 'hazards',
  numbering: ['number'],
  suffices: (found) => found.size >= 4 && found.has('text') && found.has('foundOn'),
  fields: [
    { name: 'number', synonyms: ['序号', 'no', '行号', '序'] },
    { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '所在公司', '二级单位', '子公司'] },
    {
      name: 'unit',
      synonyms: [
        'unit inspected',
        'unit',
        '受检单位',
        '受检部门',
        '被检单位',
        '被检查单位',
        '隐患单位',
        '单位',
        '单位名称',
        '所属单位',
        '所在单位',
        '部门',
        '所属部门',
        '所在部门',
        '车间',
        '工厂',
        '车间/班组',
        '车间/部门',
        '部门/车间',
        '单位/部门',
        '受检车间',
      ],
    },
    { name: 'team', synonyms: ['team', '班组', '所在班组', '班组名称'] },
    {
      name: 'responsibleUnit',
      synonyms: ['unit responsible', '责任单位', '整改单位', '整改责任单位', '责任部门', '整改部门', '整改责任部门'],
    },
    {
      name: 'place',
      synonyms: [
        'place',
        '部位',
        '隐患部位',
        '所在部位',
        '所在位置',
        '检查部位',
        '地点',
        '隐患地点',
        '检查地点',
        '位置',
        '隐患位置',
        '具体位置',
        '库区/位置',
        '场所',
        '区域',
      ],
    },
    {
      name: 'foundOn',
      synonyms: dayWords('day found', '检查日期', '排查日期', '发现日期', '查出日期', '日期', '上报日期', '登记日期'),
    },
    {
      name: 'form',
      synonyms: ['kind of inspection', '检查形式', '检查类型', '检查类别', '检查方式', '隐患来源', '来源', '检查名称', '排查类型'],
    },
    { name: 'finder', synonyms: ['found by', '检查人', '检查人员', '排查人', '排查人员', '发现人', '查出人', '上报人'] },
    {
      name: 'text',
      synonyms: [
        'hazard',
        '隐患描述',
        '隐患内容',
        '隐患情况',
        '隐患名称',
        '存在问题',
        '存在的问题',
        '存在隐患',
        '问题（隐患）描述',
        '隐患（问题）描述',
        '问题描述',
        '问题',
        '隐患',
        '事故隐患',
        '主要问题',
        '检查发现的问题',
        '发现的问题',
        '发现问题',
        '问题及隐患',
        '存在问题及隐患',
        '隐患问题',
        '安全隐患',
      ],
    },
    { name: 'category', synonyms: ['category', '隐患类别', '隐患类型', '隐患分类', '类别', '类型', '问题类别'] },
    { name: 'area', synonyms: ['key area', '重点领域', '领域', '专业', '专业类别', '所属领域', '重点部位'] },
    { name: 'level', synonyms: ['level', '等级', '隐患等级', '隐患级别', '级别', '分级', '隐患分级', '严重程度'] },
    { name: 'basis', synonyms: ['basis', '依据', '判定依据', '检查依据', '法规依据', '标准依据', '违反条款'] },
    {
      name: 'measures',
      synonyms: ['measures', '整改措施', '措施', '整改要求', '整改建议', '整改意见', '治理措施', '防范措施', '整改方案', '整改内容'],
    },
    { name: 'leader', synonyms: ['leader', '责任领导', '分管领导', '督办领导', '包保领导'] },
    {
      name: 'responsible',
      synonyms: ['responsible', '责任人', '整改责任人', '责任人/班组长', '负责人', '整改负责人', '整改人', '责任者', '治理责任人'],
    },
    {
      name: 'funds',
      synonyms: ['funds', '整改资金', '投入资金', '资金', '整改费用', '资金投入', '治理资金', '费用', '投入', '投入金额', '金额'],
    },
    {
      name: 'dueOn',
      synonyms: dayWords(
        'deadline',
        '整改期限',
        '整改时限',
        '完成时限',
        '期限',
        '时限',
        '限期',
        '计划完成时间',
        '要求完成时间',
        '应完成日期',
        '整改截止日期',
        '治理期限',
        '治理时限',
      ),
    },
    {
      name: 'doneOn',
      synonyms: dayWords(
        'day done',
        '整改完成时间',
        '完成日期',
        '实际完成',
        '实际完成时间',
        '完成情况',
        '整改日期',
        '整改完成情况',
        '整改情况',
      ),
    },
    { name: 'acceptor', synonyms: ['accepted by', '验收人', '验收人员', '复查人', '复查人员', '复核人', '验证人', '销号人'] },
    {
      name: 'acceptedOn',
      synonyms: dayWords('day accepted', '验收日期', '复查日期', '复核日期', '验证日期', '销号日期', '闭环时间'),
    },
    {
      name: 'closed',
      synonyms: [
        'closed',
        '是否销号',
        '销号',
        '销号情况',
        '是否闭环',
        '闭环情况',
        '是否完成',
        '是否整改',
        '状态',
        '隐患状态',
        '整改状态',
        '验收结果',
        '是否关闭',
      ],
    },
    { name: 'lookBack', synonyms: ['look back', '回头看', '回头看情况', '复核情况'] },
    { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
  ],
};
