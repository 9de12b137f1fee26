import type { DittoFields } from '../ditto.ts';
import { dayWords, type Kind } from '../fields.ts';

export type RiskField =
  | 'number'
  | 'company'
  | 'unit'
  | 'team'
  | 'name'
  | 'kind'
  | 'point'
  | 'source'
  | 'consequences'
  | 'method'
  | 'likelihood'
  | 'exposure'
  | 'consequence'
  | 'score'
  | 'level'
  | 'directMajor'
  | 'engineering'
  | 'management'
  | 'training'
  | 'ppe'
  | 'emergency'
  | 'controlLevel'
  | 'owner'
  | 'controlPlan'
  | 'assessedOn'
  | 'reviewDueOn'
  | 'stage'
  | 'remark';

/** 风险分级管控清单: one row a source of harm. What the product reckons (score, level, who controls) may stand there and is compared. */
export const risksKind: Kind<RiskField> = {
  name: 'risks',
  numbering: ['number'],
  suffices: (found) => found.has('name') && found.has('source') && found.has('likelihood') && found.has('consequence'),
  fields: [
    { name: 'number', synonyms: ['序号', 'no', '编号', '序'] },
    { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '子公司'] },
    { name: 'unit', synonyms: ['unit', '单位', '部门', '所在单位', '责任单位', '车间', '单位名称', '所属单位', '部门/车间'] },
    { name: 'team', synonyms: ['team', '班组', '所在班组', '岗位'] },
    { name: 'name', synonyms: ['risk point', '风险点', '风险点名称', '评价单元', '辨识单元', '作业活动', '设备设施名称', '风险名称'] },
    { name: 'kind', synonyms: ['kind', '类型', '风险点类型', '类别', '风险类型'] },
    { name: 'point', synonyms: ['point', '点位', '点位码', '位置', '所在位置', '区域位置', '地点'] },
    {
      name: 'source',
      synonyms: ['source of harm', '危险源', '危险有害因素', '风险描述', '危害因素', '主要危险因素', '危险源或潜在事件', '作业步骤'],
    },
    {
      name: 'consequences',
      synonyms: [
        'possible consequences',
        '可能后果',
        '可能导致的事故',
        '事故类型',
        '可能发生的事故类型',
        '易发生的事故类型',
        '可能造成的后果',
      ],
    },
    { name: 'method', synonyms: ['method', '评价方法', '评估方法'] },
    { name: 'likelihood', synonyms: ['likelihood', '可能性', 'L', '可能性L', '可能性(L)', 'L值'] },
    { name: 'exposure', synonyms: ['exposure', '暴露频次', 'E', '暴露频次E', '暴露频次(E)', '频繁程度', '暴露频繁程度', 'E值'] },
    {
      name: 'consequence',
      synonyms: ['consequence', '后果', 'C', '后果C', '后果(C)', 'S', '严重性', '后果(S)', '严重性(S)', 'C值', 'S值', '后果(C/S)'],
    },
    { name: 'score', synonyms: ['score', '分值', 'D', 'R', '风险值', 'D值', 'R值', '风险值D', '风险度'] },
    { name: 'level', synonyms: ['level', '风险等级', '等级', '风险级别', '评价级别'] },
    { name: 'directMajor', synonyms: ['major by a direct rule', '直接判定', '直接判定为重大风险', '重大风险直接判定'] },
    { name: 'engineering', synonyms: ['engineering', '工程技术', '工程技术措施', '工程控制措施', '技术措施'] },
    { name: 'management', synonyms: ['management', '管理', '管理措施', '管控措施', '现有控制措施', '控制措施'] },
    { name: 'training', synonyms: ['training', '培训教育', '培训教育措施', '教育培训措施'] },
    { name: 'ppe', synonyms: ['ppe', '个体防护', '个体防护措施', '个人防护措施'] },
    { name: 'emergency', synonyms: ['emergency response', '应急处置', '应急处置措施', '应急措施'] },
    { name: 'controlLevel', synonyms: ['controlled by', '管控层级', '管控级别', '控制层级'] },
    { name: 'owner', synonyms: ['answers for it', '管控责任人', '责任人', '负责人', '管控人'] },
    { name: 'controlPlan', synonyms: ['control plan', '专项管控方案', '管控方案'] },
    { name: 'assessedOn', synonyms: dayWords('graded on', '评价日期', '评估日期', '辨识日期') },
    { name: 'reviewDueOn', synonyms: dayWords('next review', '下次复评', '复评日期') },
    { name: 'stage', synonyms: ['stage', '状态', '是否发布'] },
    { name: 'remark', synonyms: ['remark', '备注', '说明'] },
  ],
};

export const riskDitto: DittoFields<RiskField> = {
  shared: new Set(['company', 'unit', 'team', 'name', 'kind', 'point', 'method', 'owner', 'assessedOn']),
  own: [],
};
